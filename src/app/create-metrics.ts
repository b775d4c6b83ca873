import type { IncomingMessage } from 'node:http';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import { createAnswerMetrics, type AnswerMetrics } from './answer-metrics.ts';
import { isProgram } from './is-program.ts';

/** Figures of this process for the owner's monitoring. */
export interface Metrics {
  countRequest(request: IncomingMessage, status: number): void;
  /** Runs quick work and notes how long it took. */
  timed<Result>(work: 'search' | 'suggest', run: () => Result): Result;
  countTicket(): void;
  /** Of the model, and of programs that read the articles. */
  answers: AnswerMetrics;
  /** The Prometheus text format. */
  text(): Promise<string>;
  contentType: string;
}

const secondsBuckets = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5];

/** Figures that begin at zero with the process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'guichet_requests_total',
    help: 'Requests by status class, and whether a person or a program asked.',
    labelNames: ['status', 'reader'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'guichet_search_seconds',
    help: 'Time of one search or one suggestion.',
    labelNames: ['work'],
    buckets: secondsBuckets,
    registers: [registry],
  });
  const tickets = new Counter({
    name: 'guichet_tickets_total',
    help: 'Tickets accepted since the process started.',
    registers: [registry],
  });
  return {
    countRequest(request, status) {
      const reader = isProgram(request.headers['user-agent'] ?? '') ? 'program' : 'person';
      requests.inc({ status: `${Math.floor(status / 100)}xx`, reader });
    },
    timed(work, run) {
      const stop = seconds.startTimer({ work });
      try {
        return run();
      } finally {
        stop();
      }
    },
    countTicket: () => tickets.inc(),
    answers: createAnswerMetrics(registry),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
