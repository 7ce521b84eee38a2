import { createMetrics } from '../../../src/ops/create-metrics';
import { COUNTERS } from '../../../src/ops/metrics';
import { printFamilies } from '../../../src/ops/metrics-page';
import { createProcessGauges } from '../../../src/ops/process-gauges';

function linesOf(page: string): readonly string[] {
  return page.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

it('prints what was counted, in the form that Prometheus reads', () => {
  const metrics = createMetrics();
  metrics.count('hexfix_log_lines_total', { level: 'warn' });
  metrics.count('hexfix_log_lines_total', { level: 'warn' });
  const families = metrics.families().filter(({ name }) => name === 'hexfix_log_lines_total');
  expect(printFamilies(families)).toBe(
    [
      '# HELP hexfix_log_lines_total Lines written to the log.',
      '# TYPE hexfix_log_lines_total counter',
      'hexfix_log_lines_total{level="error"} 0',
      'hexfix_log_lines_total{level="warn"} 2',
      'hexfix_log_lines_total{level="info"} 0',
      '',
    ].join('\n'),
  );
});

it('escapes what a label may not hold', () => {
  const samples = [{ labels: { version: 'a"b\\c\nd' }, value: 1 }];
  expect(printFamilies([{ name: 'n', type: 'gauge', help: 'h', samples }])).toContain(
    'n{version="a\\"b\\\\c\\nd"} 1\n',
  );
});

it('puts a value into every bucket that is wide enough for it', () => {
  const metrics = createMetrics();
  for (const seconds of [0.001, 0.1, 0.7, 9]) {
    metrics.observe('hexfix_acknowledgement_seconds', { route: '/slack/events' }, seconds);
  }
  const lines = linesOf(printFamilies(metrics.families())).filter((line) => line.includes('acknowledgement'));
  const route = 'route="/slack/events"';
  expect(lines).toEqual([
    ...[
      ['0.005', 1],
      ['0.025', 1],
      ['0.1', 2],
      ['0.25', 2],
      ['0.5', 2],
      ['1', 3],
      ['2.5', 3],
      ['+Inf', 4],
    ].map(([le, count]) => `hexfix_acknowledgement_seconds_bucket{${route},le="${le}"} ${count}`),
    `hexfix_acknowledgement_seconds_sum{${route}} ${0.001 + 0.1 + 0.7 + 9}`,
    `hexfix_acknowledgement_seconds_count{${route}} 4`,
  ]);
});

it('counts as "other" what is not listed, and routes beyond the number that there may be', () => {
  const metrics = createMetrics();
  metrics.count('hexfix_possible_doubles_total', { platform: 'playground' });
  for (let index = 0; index < 25; index += 1) {
    metrics.count('hexfix_requests_total', { route: `/${index}`, status: '2xx' });
  }
  const lines = linesOf(printFamilies(metrics.families()));
  expect(lines).toContain('hexfix_possible_doubles_total{platform="other"} 1');
  expect(lines).toContain('hexfix_requests_total{route="/19",status="2xx"} 1');
  expect(lines).toContain('hexfix_requests_total{route="other",status="2xx"} 5');
});

it('stays within 500 series after a million events from 10,000 organizations', () => {
  const metrics = createMetrics();
  const made = Object.entries(COUNTERS).map(([name, { labels }]) => ({
    // As `Object.entries` has forgotten: the names are those of the counters.
    name: name as keyof typeof COUNTERS,
    labels: Array.from({ length: 10_000 }, (_, tenant) => labelsFor(labels, tenant) as never),
  }));
  for (let event = 0; event < 1_000_000; event += 1) {
    const { name, labels } = made[event % made.length] ?? {};
    const given = labels?.[event % labels.length];
    if (name !== undefined && given !== undefined) metrics.count(name, given);
    if (event % 100 === 0) metrics.observe('hexfix_acknowledgement_seconds', { route: `/${event}` }, 0.01);
  }
  const gauges = createProcessGauges();
  const page = printFamilies([...metrics.families(), ...gauges.families()]);
  gauges.close();
  // The store, the outbox and the build bring ten more.
  expect(linesOf(page).length).toBeLessThanOrEqual(490);
  expect(page).not.toMatch(/"T\d/);
});

/** Labels of every value that the types let pass, one after the other: a platform may be any word, and a route any path. */
function labelsFor(spec: Readonly<Record<string, readonly string[] | number>>, tenant: number) {
  let rest = tenant;
  const pairs = Object.entries(spec).map(([label, values]) => {
    if (typeof values === 'number') return [label, `/path/${tenant}`];
    const all = label === 'platform' ? [...values, `T${tenant}`] : values;
    const value = all[rest % all.length];
    rest = Math.floor(rest / all.length);
    return [label, value];
  });
  return Object.fromEntries(pairs);
}

it('tells how the process is', () => {
  const gauges = createProcessGauges();
  const page = printFamilies(gauges.families());
  gauges.close();
  expect(page).toMatch(/^process_resident_memory_bytes [1-9]\d{6,}$/m);
  expect(page).toMatch(/^nodejs_heap_size_used_bytes [1-9]\d{6,}$/m);
  expect(page).toMatch(/^process_start_time_seconds 1\d{9}(\.\d+)?$/m);
  expect(page).toMatch(/^nodejs_eventloop_lag_p99_seconds \d+(\.\d+)?(e-\d+)?$/m);
});
