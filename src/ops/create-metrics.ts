/** Counts in memory what happens, for the page of metrics. */

import { COUNTERS, HISTOGRAMS, type Metrics } from './metrics';
import type { Family, Labels, Sample } from './metrics-page';
import { createSeries, type LabelSpec, type Series } from './series';

export interface CountedMetrics extends Metrics {
  /** Everything counted since the start. */
  families(): readonly Family[];
}

/**
 * Makes it. Series that can be known beforehand begin at 0, because Prometheus sees an increase only from one value to
 * the next.
 */
export function createMetrics(): CountedMetrics {
  const counters = mapValues(COUNTERS, ({ help, labels }) => createCounter(help, labels));
  const histograms = mapValues(HISTOGRAMS, ({ help, labels, buckets }) => createHistogram(help, labels, buckets));

  return {
    count: (name, labels) => counters[name].add(labels),
    observe: (name, labels, value) => histograms[name].observe(labels, value),
    families: () => [
      ...Object.entries(counters).map(([name, counter]) => counter.family(name)),
      ...Object.entries(histograms).map(([name, histogram]) => histogram.family(name)),
    ],
  };
}

function createCounter(help: string, spec: LabelSpec) {
  const series = createSeries(spec, () => ({ count: 0 }));
  return {
    add(labels: Labels): void {
      series.of(labels).count += 1;
    },
    family: (name: string): Family => ({
      ...{ name, help, type: 'counter' },
      samples: series.all().map(({ labels, value }) => ({ labels, value: value.count })),
    }),
  };
}

/** What one series of a histogram has seen. */
interface Seen {
  /** How many were within each bound, those within the lower ones included. */
  readonly within: number[];
  sum: number;
  count: number;
}

function createHistogram(help: string, spec: LabelSpec, bounds: readonly number[]) {
  const series: Series<Seen> = createSeries(spec, () => ({ within: bounds.map(() => 0), sum: 0, count: 0 }));
  return {
    observe(labels: Labels, value: number): void {
      const seen = series.of(labels);
      seen.sum += value;
      seen.count += 1;
      for (const [index, bound] of bounds.entries()) {
        if (value <= bound) seen.within[index] = (seen.within[index] ?? 0) + 1;
      }
    },
    family: (name: string): Family => ({
      ...{ name, help, type: 'histogram' },
      samples: series.all().flatMap(({ labels, value }) => samplesOf(labels, value, bounds)),
    }),
  };
}

function samplesOf(labels: Labels, { within, sum, count }: Seen, bounds: readonly number[]): readonly Sample[] {
  const bucket = (bound: string, value: number) => ({ suffix: '_bucket', labels: { ...labels, le: bound }, value });
  return [
    ...bounds.map((bound, index) => bucket(String(bound), within[index] ?? 0)),
    bucket('+Inf', count),
    { suffix: '_sum', labels, value: sum },
    { suffix: '_count', labels, value: count },
  ];
}

function mapValues<Name extends string, From, To>(
  record: Readonly<Record<Name, From>>,
  map: (from: From) => To,
): Readonly<Record<Name, To>> {
  // `Object.entries` forgets the names, which are those of `record`.
  const entries = Object.entries(record) as [Name, From][];
  return Object.fromEntries(entries.map(([name, from]) => [name, map(from)])) as Record<Name, To>;
}
