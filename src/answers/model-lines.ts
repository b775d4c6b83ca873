/** A reply in pieces, as the complete lines it is made of. */
export async function* modelLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let pending = '';
  for await (const piece of pieces) {
    const parts = (pending + piece).split('\n');
    pending = parts.pop() ?? '';
    yield* parts.map((part) => part.trim()).filter(isContent);
  }
  if (isContent(pending.trim())) yield pending.trim();
}

/** Models like to wrap JSON in a code fence, which carries nothing. */
function isContent(line: string): boolean {
  return line !== '' && !line.startsWith('```');
}

/** The value of a line of JSON; nothing when it is none. */
export function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
