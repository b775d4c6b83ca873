/** Tells the time; tests pass one that stands still. */
export type Clock = () => Date;

/** The real time. */
export const systemClock: Clock = () => new Date();
