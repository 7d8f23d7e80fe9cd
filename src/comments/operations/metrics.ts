import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { COMMENT_STATES, type CommentStore, type Instant } from '../store/store.ts';

/** Seconds: from a cached read to a posting that waits for a slow disk. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** What one process has done and what waits in the store, for Prometheus. */
export interface Metrics {
  /** Counts one answered request under its route's pattern. */
  request(answered: { method: string; route: string; status: number; seconds: number }): void;
  /** Prometheus' text format; asks the store how much waits. */
  text(now: Instant): Promise<string>;
}

/** The type of {@link Metrics.text}. */
export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

export function createMetrics(store: CommentStore): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Counter({
    name: 'strates_requests_total',
    help: 'Requests answered, by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'strates_request_duration_seconds',
    help: 'Time from a request to its answer, by route.',
    labelNames: ['route'],
    buckets: BUCKETS,
    registers,
  });
  const comments = new Gauge({
    name: 'strates_comments',
    help: 'Comments in the store, by state.',
    labelNames: ['state'],
    registers,
  });
  const outbox = new Gauge({
    name: 'strates_outbox_jobs',
    help: 'Mails and other work: waiting, or given up.',
    labelNames: ['state'],
    registers,
  });
  const lateness = new Gauge({
    name: 'strates_outbox_lateness_seconds',
    help: 'How long the oldest waiting job has been due; 0 when nothing is.',
    registers,
  });
  const memory = new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Memory that this process holds.',
    registers,
  });
  return {
    request({ method, route, status, seconds }) {
      requests.inc({ method, route, status });
      durations.observe({ route }, seconds);
    },
    async text(now) {
      const [counts, jobs] = await Promise.all([store.countByState(), store.outboxState()]);
      for (const state of COMMENT_STATES) comments.set({ state }, counts[state]);
      outbox.set({ state: 'waiting' }, jobs.waiting);
      outbox.set({ state: 'failed' }, jobs.failed);
      const { oldestDueAt } = jobs;
      lateness.set(oldestDueAt === null ? 0 : Math.max(0, now - oldestDueAt) / 1000);
      memory.set(process.memoryUsage.rss());
      return registry.metrics();
    },
  };
}
