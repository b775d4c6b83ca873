import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { Settings } from '../settings.ts';

/** What the process tells its owner: one JSON object a line, on standard output. */
export interface Log {
  info(message: string): void;
  /** Logs a surprise with its stack; gives the id a reader may quote. Addresses and texts of readers are never in it. */
  failure(error: unknown, doing: string): string;
}

const idChars = 8;

/** A log that writes from `level` up. */
export function createLog(level: Settings['logLevel']): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return {
    info: (message) => logger.info(message),
    failure(error, doing) {
      const id = randomUUID().slice(0, idChars);
      logger.error({ id, doing, err: error }, 'failure');
      return id;
    },
  };
}
