/** A line of a file, counted from 1, without its end. */
export interface TextLine {
  line: number;
  text: string;
}

/** The lines of a text that comes in chunks. */
export async function* splitLines(chunks: AsyncIterable<string>): AsyncGenerator<TextLine> {
  let line = 0;
  let rest = '';
  for await (const chunk of chunks) {
    const texts = (rest + chunk).split('\n');
    rest = texts.pop() ?? '';
    for (const text of texts) {
      line += 1;
      yield { line, text: text.replace(/\r$/, '') };
    }
  }
  if (rest !== '') yield { line: line + 1, text: rest.replace(/\r$/, '') };
}
