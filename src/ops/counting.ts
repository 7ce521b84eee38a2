/** Counting as a whole, from the start of the process: nothing is counted where nobody asks for the page. */

import { type CountedMetrics, createMetrics } from './create-metrics';
import type { Logger } from './logger';
import { type Metrics, NO_METRICS } from './metrics';

export interface Counting {
  readonly metrics: Metrics;
  /** Counts its lines by their level, so that an alert need not read them. */
  readonly logger: Logger;
  /** What the page shows; absent where there is none. */
  readonly counted?: CountedMetrics;
}

/** Makes it around the logger of the process. */
export function createCounting(logger: Logger, hasPage: boolean): Counting {
  if (!hasPage) return { metrics: NO_METRICS, logger };
  const counted = createMetrics();
  return { metrics: counted, logger: countLines(logger, counted), counted };
}

function countLines(logger: Logger, metrics: Metrics): Logger {
  const counted = (level: keyof Logger): Logger[typeof level] => {
    return (fields, message) => {
      metrics.count('hexfix_log_lines_total', { level });
      logger[level](fields, message);
    };
  };
  return { error: counted('error'), warn: counted('warn'), info: counted('info') };
}
