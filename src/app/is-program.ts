import { isbot } from 'isbot';

const mostKnown = 1_000;
const known = new Map<string, boolean>();

/** Whether a browser's name of itself is that of a crawler or another program. Asked twice for each request, and readers have few names. */
export function isProgram(userAgent: string): boolean {
  let answer = known.get(userAgent);
  if (answer === undefined) {
    if (known.size >= mostKnown) known.clear();
    known.set(userAgent, (answer = isbot(userAgent)));
  }
  return answer;
}
