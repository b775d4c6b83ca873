import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Engine } from './engine.ts';
import type { Question, Ready, Reply } from './engine-process.ts';

const program = join(import.meta.dirname, 'engine-process.ts');

async function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
  const answered = new AbortController();
  const { signal } = answered;
  try {
    const [message] = (await Promise.race([
      once(child, 'message', { signal }),
      once(child, 'exit', { signal }).then(() => {
        throw new Error('The process of an engine ended before it answered.');
      }),
    ])) as [Answer];
    return message;
  } finally {
    answered.abort();
  }
}

/** An engine in a process of its own, so that its memory and its garbage are its own. */
export class RunningEngine {
  readonly name: string;
  readonly ready: Ready;
  private readonly child: ChildProcess;

  private constructor(name: string, child: ChildProcess, ready: Ready) {
    this.name = name;
    this.child = child;
    this.ready = ready;
  }

  /** Builds the index, and where the engine can keep it in a file, loads it in a second process. */
  static async start(engine: Engine, folder: string): Promise<RunningEngine> {
    const articles = join(folder, 'articles.json');
    const index = join(folder, `${engine.name}.index`);
    const run = (task: string): ChildProcess =>
      fork(program, [engine.name, task, articles, index], {
        execArgv: ['--expose-gc', '--max-old-space-size=6000'],
      });
    if (!engine.pack) {
      const child = run('open');
      return new RunningEngine(engine.name, child, await answerOf<Ready>(child));
    }
    const packing = run('pack');
    const { buildMs = 0 } = await answerOf<Ready>(packing);
    packing.kill();
    const child = run('load');
    return new RunningEngine(engine.name, child, { ...(await answerOf<Ready>(child)), buildMs });
  }

  ask(question: Question): Promise<Reply> {
    this.child.send(question);
    return answerOf<Reply>(this.child);
  }

  async stop(): Promise<void> {
    this.child.send('stop');
    await once(this.child, 'exit');
  }
}
