/** What was measured, as ratios of ours to each bare bot. Above 1 is better for throughput, below 1 for everything else. */

import { OURS } from './contenders';
import type { Measured } from './measure';

export interface ColdStart {
  readonly contender: string;
  readonly startMs: number;
  readonly rssMb: number;
}

/** Ours serves both platforms; beside it stand the bare bots of both, together. */
const BOTH = ['bare Bolt', 'bare botbuilder'];

export function compareStarts(starts: readonly ColdStart[]): readonly string[] {
  const ours = starts.find(({ contender }) => contender === OURS);
  if (ours === undefined) return [];
  const bare = starts.filter(({ contender }) => BOTH.includes(contender));
  const sum = (of: (start: ColdStart) => number) => bare.reduce((total, start) => total + of(start), 0);
  const [startMs, rssMb] = [sum((start) => start.startMs), sum((start) => start.rssMb)];
  return [
    '| | Hexfix | both bare bots | ratio |',
    '| --- | ---: | ---: | ---: |',
    `| cold start, ms | ${ours.startMs.toFixed(0)} | ${startMs.toFixed(0)} | ${(ours.startMs / startMs).toFixed(2)} |`,
    `| memory, MB | ${ours.rssMb.toFixed(0)} | ${rssMb.toFixed(0)} | ${(ours.rssMb / rssMb).toFixed(2)} |`,
    '',
  ];
}

export function compareWork(work: readonly Measured[]): readonly string[] {
  const rows = work
    .filter(({ contender }) => contender !== OURS)
    .flatMap((bare) => {
      const ours = work.find((each) => each.contender === OURS && isSameWork(each, bare));
      return ours === undefined ? [] : [row(ours, bare)];
    });
  if (rows.length === 0) return [];
  return [
    '| work | load | beside | Hexfix /s | theirs /s | throughput | p50 | p99 | CPU | memory |',
    '| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
  ];
}

function isSameWork(one: Measured, other: Measured): boolean {
  return one.platform === other.platform && one.scenario === other.scenario && one.load === other.load;
}

function row(ours: Measured, bare: Measured): string {
  const ratio = (of: (measured: Measured) => number) => (of(ours) / of(bare)).toFixed(2);
  const cells = [
    `${ours.platform} ${ours.scenario}`,
    ours.load,
    bare.contender,
    ours.perSecond.toFixed(0),
    bare.perSecond.toFixed(0),
    ratio(({ perSecond }) => perSecond),
    ratio(({ p50Ms }) => p50Ms),
    ratio(({ p99Ms }) => p99Ms),
    ratio(({ cpuMs }) => cpuMs),
    ratio(({ rssMb }) => rssMb),
  ];
  return `| ${cells.join(' | ')} |`;
}
