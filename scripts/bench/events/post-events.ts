import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

/** What came of a while of posting batches. */
export interface Posted {
  /** Ids of the events of every batch that was answered with 202. */
  accepted: string[];
  seconds: number;
}

const batchSize = 20;
const connections = 32;
const browser = 'Mozilla/5.0 (X11; Linux x64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** Keeps all connections busy with batches of views for a while, or until the server is gone. */
export async function postEvents(url: string, articleId: string, forMs: number): Promise<Posted> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const accepted: string[] = [];
  const started = performance.now();
  const busy = async (): Promise<void> => {
    while (performance.now() - started < forMs) {
      const ids = Array.from({ length: batchSize }, () => randomUUID());
      const at = new Date().toISOString();
      const locale = articleId.split('/')[0];
      const events = ids.map((id) => ({ id, kind: 'viewed', at, locale, articleId }));
      const status = await post(agent, url, JSON.stringify({ events, sentAt: at })).catch(() => 0);
      if (status === 202) accepted.push(...ids);
      else if (status === 0) return;
      else throw new Error(`The server answered ${status}.`);
    }
  };
  await Promise.all(Array.from({ length: connections }, busy));
  agent.destroy();
  return { accepted, seconds: (performance.now() - started) / 1000 };
}

function post(agent: Agent, url: string, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(
      `${url}/api/events`,
      {
        agent,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': browser,
        },
      },
      (response) => response.resume().once('end', () => resolve(response.statusCode ?? 0)),
    );
    asked.once('error', reject).end(body);
  });
}
