import { ModelUnavailable, type Model } from './model.ts';

/** What a model may take before it is given up. */
export interface ModelPatience {
  /** Until the first piece of a reply. */
  firstPieceMs: number;
  /** Until the last. */
  wholeMs: number;
  /** Replies under way at the same time; more are refused at once, because a reader who queues sees nothing. */
  maxAtOnce: number;
}

/** After this many failures in a row the model is left alone for a while; then one call tries it. */
const failuresToRest = 5;
const restMs = 30_000;

/** A model with a memory of how it fared. */
export interface CarefulModel extends Model {
  /** Whether calls are refused at the moment because too many in a row have failed. */
  isResting(): boolean;
}

/**
 * Keeps a slow or broken model from holding readers up: it is given up when its first piece or its last is late, asked
 * only so many things at once, and left alone for half a minute after five failures in a row. A reader who leaves is no
 * failure. Every refusal is a {@link ModelUnavailable}.
 */
export function carefulModel(model: Model, patience: ModelPatience, now: () => Date): CarefulModel {
  let underWay = 0;
  let failures = 0;
  let restsUntil = 0;
  const isResting = (): boolean => now().getTime() < restsUntil;
  const failed = (): void => {
    failures += 1;
    if (failures >= failuresToRest) restsUntil = now().getTime() + restMs;
  };
  return {
    isResting,
    async *reply(messages, signal, noteUsage) {
      if (isResting()) throw new ModelUnavailable('The model is left alone after failing several times.');
      if (underWay >= patience.maxAtOnce) throw new ModelUnavailable('The model is answering others.');
      // While it is tried again, nobody else waits for it.
      if (failures >= failuresToRest) restsUntil = now().getTime() + restMs;
      underWay += 1;
      const deadline = new AbortController();
      const giveUp = (): void => deadline.abort();
      const timers = [setTimeout(giveUp, patience.wholeMs), setTimeout(giveUp, patience.firstPieceMs)];
      try {
        for await (const piece of model.reply(
          messages,
          AbortSignal.any([signal, deadline.signal]),
          noteUsage,
        )) {
          clearTimeout(timers[1]);
          yield piece;
        }
        // The client ends a stream that was called off as if it were complete.
        if (deadline.signal.aborted) throw new ModelUnavailable('The model took too long.');
        failures = 0;
        restsUntil = 0;
      } catch (error) {
        if (!signal.aborted) failed();
        throw error;
      } finally {
        timers.forEach(clearTimeout);
        underWay -= 1;
      }
    },
  };
}
