/** Articles on one page of a long list. */
export const pageSize = 120;

/** Lists longer than this show titles alone. */
export const readableSize = 40;
