const encoder = new TextEncoder();

/** Bytes that grow as they are written. Numbers are unsigned and take seven bits to a byte (LEB128). */
export class ByteWriter {
  private buffer = new Uint8Array(1024);
  private used = 0;

  /** Number of bytes written. */
  get length(): number {
    return this.used;
  }

  private reserve(count: number): void {
    if (this.used + count <= this.buffer.length) return;
    const larger = new Uint8Array(Math.max(this.buffer.length * 2, this.used + count));
    larger.set(this.buffer.subarray(0, this.used));
    this.buffer = larger;
  }

  byte(value: number): void {
    this.reserve(1);
    this.buffer[this.used++] = value;
  }

  number(value: number): void {
    this.reserve(5);
    let rest = value;
    while (rest > 127) {
      this.buffer[this.used++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.buffer[this.used++] = rest;
  }

  /** A number that may be negative: small ones either way stay short. */
  signed(value: number): void {
    this.number(value < 0 ? -2 * value - 1 : 2 * value);
  }

  text(value: string): void {
    const bytes = encoder.encode(value);
    this.number(bytes.length);
    this.bytes(bytes);
  }

  bytes(value: Uint8Array): void {
    this.reserve(value.length);
    this.buffer.set(value, this.used);
    this.used += value.length;
  }

  /** What was written, as a copy of its own. */
  finish(): Uint8Array {
    return this.buffer.slice(0, this.used);
  }
}
