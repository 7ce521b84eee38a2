/** What operators ask of a running process: whether it is ready, what it has counted, what it thinks of its store. */

import { createClockWatch } from './clock-watch';
import type { Counting } from './counting';
import type { CountedMetrics } from './create-metrics';
import type { Route } from './http';
import { type Family, gauge, METRICS_TYPE, printFamilies } from './metrics-page';
import { createProcessGauges } from './process-gauges';
import { createReadiness, type Phase } from './readiness';
import { createStoreCheck } from './store-check';
import { createStoreGauges, type OutboxNumbers } from './store-gauges';

/** What is asked of the store. */
export interface ObservedStore {
  ping(): Promise<void>;
  clockSkewMs(): Promise<number>;
  outboxStats(): Promise<OutboxNumbers>;
}

export interface Operations {
  /** `GET /readyz`, for the listener that requests come to. */
  readonly routes: readonly Route[];
  /** `GET /metrics`, for a listener of its own; none where nothing is counted. */
  readonly metricsRoutes: readonly Route[];
  /** Compares the store's clock with ours. To be called every minute; never rejects. */
  lookAtClock(): Promise<void>;
  enter(phase: Phase): void;
  close(): void;
}

/** Makes it, in the phase `starting`. `/readyz` tells `facts`, the metrics tell `build`; neither may hold a secret. */
export function createOperations(options: {
  readonly store: ObservedStore;
  readonly counting: Counting;
  readonly facts: Readonly<Record<string, string>>;
  readonly build: Readonly<Record<string, string>>;
  readonly nowMs: () => number;
}): Operations {
  const { store, facts, build, nowMs } = options;
  const { counted, logger } = options.counting;
  const check = createStoreCheck({ ping: () => store.ping(), nowMs });
  const clock = createClockWatch(() => store.clockSkewMs(), logger);
  const readiness = createReadiness(check, facts);
  const page = counted && createPage(counted);

  function createPage({ families }: CountedMetrics) {
    const ofProcess = createProcessGauges();
    const ofStore = createStoreGauges({ check, clock, outboxStats: () => store.outboxStats(), nowMs });

    async function handle() {
      const isReady = (await readiness.read()) === 'ready';
      const all: readonly Family[] = [
        gauge('hexfix_ready', 'Whether requests should come here.', Number(isReady)),
        { name: 'hexfix_build_info', type: 'gauge', help: 'What runs here.', samples: [{ labels: build, value: 1 }] },
        ...families(),
        ...(await ofStore()),
        ...ofProcess.families(),
      ];
      return { status: 200, headers: { 'content-type': METRICS_TYPE }, body: printFamilies(all) };
    }

    const route: Route = { method: 'GET', path: '/metrics', handle };
    return { route, close: ofProcess.close };
  }

  return {
    routes: [readiness.route],
    metricsRoutes: page === undefined ? [] : [page.route],
    lookAtClock: clock.look,
    enter: readiness.enter,
    close: () => page?.close(),
  };
}
