/** The series of one metric: a value for each combination of labels that has occurred, in bounds set beforehand. */

import type { Values } from './metrics';
import type { Labels } from './metrics-page';

export type LabelSpec = Readonly<Record<string, Values>>;

export interface Series<Value> {
  /** The value of these labels, made when they are new. Whatever a label may not be is taken for `other`. */
  of(labels: Labels): Value;
  all(): readonly { readonly labels: Labels; readonly value: Value }[];
}

const OTHER = 'other';

/** Makes it. Where all labels have lists every combination is there from the start. */
export function createSeries<Value>(spec: LabelSpec, begin: () => Value): Series<Value> {
  const series = new Map<string, { readonly labels: Labels; readonly value: Value }>();
  const limits = Object.entries(spec).map(([label, values]) => ({ label, limit: createLimit(values) }));

  function of(labels: Labels): Value {
    // This is done many times for each request: no list is made of what is known.
    let key = '';
    for (const { label, limit } of limits) key += `${limit(labels[label] ?? '')}\n`;
    const known = series.get(key);
    if (known !== undefined) return known.value;
    const limited = limits.map(({ label, limit }) => [label, limit(labels[label] ?? '')]);
    const fresh = { labels: Object.fromEntries(limited), value: begin() };
    series.set(key, fresh);
    return fresh.value;
  }

  for (const labels of combinations(spec)) of(labels);
  return { of, all: () => [...series.values()] };
}

/** Keeps a label within its list, or within the first so many values. */
function createLimit(values: Values): (value: string) => string {
  const known = new Set<string>(typeof values === 'number' ? [] : values);
  const most = typeof values === 'number' ? values : 0;
  return (value) => {
    if (known.size < most) known.add(value);
    return known.has(value) ? value : OTHER;
  };
}

function combinations(spec: LabelSpec): readonly Labels[] {
  return Object.entries(spec).reduce<readonly Labels[]>(
    (begun, [label, values]) =>
      typeof values === 'number'
        ? []
        : begun.flatMap((labels) => values.map((value) => ({ ...labels, [label]: value }))),
    [{}],
  );
}
