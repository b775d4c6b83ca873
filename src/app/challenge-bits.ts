/**
 * Zero bits with which the SHA-256 of a solved challenge begins: some 16,000 tries, a blink on a computer and a second or two on an old
 * phone. Here by itself, because browsers get it too.
 */
export const challengeBits = 14;
