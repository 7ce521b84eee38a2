import { COUNTERS, HISTOGRAMS } from '../../src/ops/metrics';
import { anchors } from '../docs/markdown';
import { everyValue, listFiles, readText, readYaml } from './files';

const NAME = /\b(?:hexfix|process|nodejs)_[a-z0-9_]+/g;
const dashboard: unknown = JSON.parse(readText('deploy/grafana/hexfix.json'));
const alerts = readYaml('deploy/prometheus/alerts.yml');
const expressions = [
  ...everyValue(dashboard, 'expr'),
  ...everyValue(dashboard, 'query'),
  ...everyValue(alerts, 'expr'),
].map(String);

/** The gauges are named where they are made. */
function servedNames(): Set<string> {
  const gauges = listFiles('src/ops').flatMap((file) => [
    ...readText(file).matchAll(/'((?:hexfix|process|nodejs)_\w+)'/g),
  ]);
  const series = Object.keys(HISTOGRAMS).flatMap((name) => ['bucket', 'sum', 'count'].map((part) => `${name}_${part}`));
  return new Set([...Object.keys(COUNTERS), ...series, ...gauges.map(([, name = '']) => name)]);
}

/** `reason=~"a|b"` and `reason="a"` in an expression about this counter. */
function valuesAskedFor(counter: string, label: string): string[] {
  return expressions
    .filter((expression) => expression.includes(counter))
    .flatMap((expression) => [...expression.matchAll(new RegExp(`${label}=~?"([^"$]+)"`, 'g'))])
    .flatMap(([, values = '']) => values.split('|'));
}

test('the dashboard and the alerts ask for numbers that are served', () => {
  const asked = expressions.flatMap((expression) => expression.match(NAME) ?? []);
  expect(new Set(asked).size).toBeGreaterThan(12);
  const served = servedNames();
  expect(asked.filter((name) => !served.has(name))).toEqual([]);
});

test('the alerts ask for reasons and levels that are counted', () => {
  const reasons = valuesAskedFor('hexfix_refusals_total', 'reason');
  expect(reasons.length).toBeGreaterThan(3);
  expect(COUNTERS.hexfix_refusals_total.labels.reason).toEqual(expect.arrayContaining(reasons));
  expect(COUNTERS.hexfix_log_lines_total.labels.level).toEqual(
    expect.arrayContaining(valuesAskedFor('hexfix_log_lines_total', 'level')),
  );
});

test('every alert says how urgent it is, what happens, and where the runbook goes on', () => {
  const rules = everyValue(alerts, 'alert');
  expect(everyValue(alerts, 'summary')).toHaveLength(rules.length);
  for (const severity of everyValue(alerts, 'severity')) expect(['page', 'ticket']).toContain(severity);
  const runbooks = everyValue(alerts, 'runbook').map(String);
  expect(runbooks).toHaveLength(rules.length);
  const known = anchors(readText('docs/operations.md')).map((anchor) => `docs/operations.md#${anchor}`);
  expect(runbooks.filter((runbook) => !known.includes(runbook))).toEqual([]);
});

test('each panel of the dashboard has a place of its own', () => {
  const places = everyValue(dashboard, 'gridPos').map((place) => JSON.stringify(place));
  expect(new Set(places).size).toBe(places.length);
});
