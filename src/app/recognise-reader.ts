import type { IncomingMessage } from 'node:http';
import type { Reader } from '../events/record-events.ts';
import { createVisitorHasher } from '../events/visitor-hash.ts';
import { readerAddress } from '../http/request-origin.ts';
import type { Settings } from '../settings.ts';
import type { Clock } from '../store/clock.ts';
import type { Store } from '../store/open-store.ts';
import { recogniseAgent } from './recognise-agent.ts';

/** Says who asks, without knowing who: hashes that change each day, and whether it is a program. */
export function createReaderRecognition(
  settings: Settings,
  store: Store,
  clock: Clock,
): (request: IncomingMessage) => Promise<Reader> {
  const hash = createVisitorHasher(store, clock);
  return async (request) => {
    const userAgent = request.headers['user-agent'] ?? '';
    const address = readerAddress(request, settings.trustProxy);
    const host = request.headers.host ?? '';
    return {
      visitor: await hash(address, userAgent, host),
      address: await hash(address, '', host),
      agent: recogniseAgent(request),
    };
  };
}
