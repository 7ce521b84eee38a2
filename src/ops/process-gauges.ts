/** How the process itself is: the gauges that every dashboard for Node knows by these names. */

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Family, gauge } from './metrics-page';

/** The event loop is looked at this often. */
const RESOLUTION_MS = 10;

export interface ProcessGauges {
  families(): readonly Family[];
  close(): void;
}

/** Begins to watch the event loop. Its lag is told anew with each look. */
export function createProcessGauges(): ProcessGauges {
  const lag = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  lag.enable();

  return {
    families() {
      const { user, system } = process.cpuUsage();
      const { rss, heapUsed, heapTotal, external } = process.memoryUsage();
      const families = [
        counter('process_cpu_seconds_total', 'Processor time used.', (user + system) / 1e6),
        gauge('process_start_time_seconds', 'When the process began.', Math.round(performance.timeOrigin) / 1e3),
        gauge('process_resident_memory_bytes', 'Memory that the system has given.', rss),
        gauge('nodejs_heap_size_used_bytes', 'Heap in use.', heapUsed),
        gauge('nodejs_heap_size_total_bytes', 'Heap reserved.', heapTotal),
        gauge('nodejs_external_memory_bytes', 'Memory of buffers and the like, outside the heap.', external),
        gauge('nodejs_active_resources', 'Sockets, timers and the like.', process.getActiveResourcesInfo().length),
        gauge(
          'nodejs_eventloop_lag_p50_seconds',
          'Lag of the event loop since the last look.',
          seconds(lag.percentile(50)),
        ),
        gauge(
          'nodejs_eventloop_lag_p99_seconds',
          'Lag of the event loop since the last look.',
          seconds(lag.percentile(99)),
        ),
      ];
      lag.reset();
      return families;
    },

    close: () => void lag.disable(),
  };
}

/** From nanoseconds between two looks; what is beyond the time that was to pass is the lag. */
function seconds(betweenNs: number): number {
  return Math.max(0, betweenNs / 1e6 - RESOLUTION_MS) / 1e3;
}

function counter(name: string, help: string, value: number): Family {
  return { ...gauge(name, help, value), type: 'counter' };
}
