/** An overlay of so many entries: loading it, holding it, and what a message then costs. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type ErrorCode, toErrorCode } from '../../src/code/error-code';
import { takeIn } from '../../src/intake';
import type { KnowledgeBase } from '../../src/knowledge/knowledge-base';
import { createSymptomSearch, warmSymptomSearch } from '../../src/knowledge/search';
import { loadOverlay, loadOverlayBase } from '../../src/overlay/load-overlay';
import { renderBlockKit } from '../../src/render/block-kit';
import { createResolver } from '../../src/resolver/resolve';
import { createRandom, type Random } from '../../test/faults/random';
import type { Figures } from './table';

/** A file holds at most 256 KB. */
const A_FILE = 100;
const FIRST = 0xa010_0000;
/** Apart, so that there are unknown codes between them. */
const STEP = 7;
const MESSAGES = 400;
/** In the words of every entry, and with one that few of them use. */
const QUESTION = {
  common: 'the VPN profile is missing on my laptop',
  telling: 'VPN profile 17 is missing on my laptop',
};
const QUESTIONS = 50;

export async function measureEntries(count: number, seed: number): Promise<Figures> {
  const directory = mkdtempSync(path.join(tmpdir(), 'hexfix-scale-'));
  try {
    writeEntries(directory, count);
    const base = loadOverlayBase();
    const before = heapMb();
    const { value: overlaid, cpuMs: loadMs, longestMs: loadPauseMs } = await weigh(() => loadOverlay(directory, base));
    const { knowledge } = overlaid;
    const heldMb = heapMb() - before;
    const messages = costOfMessages(knowledge, count, createRandom(seed));
    const { cpuMs: indexMs, longestMs: indexPauseMs } = await weigh(() => warmSymptomSearch(knowledge, () => false));
    const search = createSymptomSearch(knowledge);
    const askedMs = (question: string) => costOf(QUESTIONS, () => search.decide(question));
    return {
      ...{ 'load, CPU ms': loadMs, 'longest pause while loading, ms': loadPauseMs, 'held, MB': heldMb },
      ...messages,
      ...{ 'search index, CPU ms': indexMs, 'longest pause meanwhile, ms': indexPauseMs },
      'search index held, MB': heapMb() - before - heldMb,
      'a question in common words, CPU ms': askedMs(QUESTION.common),
      'a question with a rare word, CPU ms': askedMs(QUESTION.telling),
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Each kind of message by itself, to the blocks that are sent. */
function costOfMessages(knowledge: KnowledgeBase, count: number, random: Random): Figures {
  const resolver = createResolver(knowledge);
  const known = () => toErrorCode(FIRST + random(count) * STEP);
  const answer = (text: string) => {
    const intake = takeIn(text, true, knowledge);
    if (intake.mentions.length > 0) renderBlockKit(resolver.answer({ ...intake, locale: 'en', activation: true }));
  };
  const kinds: Readonly<Record<string, () => string>> = {
    'no code': () => 'Stand-up at 9:30 in room 305',
    'a code': () => known(),
    'an unknown code': () => toErrorCode(FIRST + random(count) * STEP + 1),
    'a slip': () => mistype(known(), random),
  };
  return Object.fromEntries(
    Object.entries(kinds).map(([name, write]) => [
      `${name}, CPU ms`,
      costOf(MESSAGES, () => answer(`setup fails: ${write()}`)),
    ]),
  );
}

/** A digit is lost on the way. */
function mistype(code: ErrorCode, random: Random): string {
  const at = 3 + random(7);
  return code.slice(0, at) + code.slice(at + 1);
}

/** Of one, after as many to warm up. */
function costOf(times: number, work: () => unknown): number {
  for (let round = 0; round < times; round += 1) work();
  const before = process.cpuUsage();
  for (let round = 0; round < times; round += 1) work();
  return cpuMsSince(before) / times;
}

async function weigh<T>(work: () => Promise<T>) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const before = process.cpuUsage();
  delay.enable();
  const value = await work();
  delay.disable();
  return { value, cpuMs: cpuMsSince(before), longestMs: delay.max / 1e6 };
}

function cpuMsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

function heapMb(): number {
  // Twice: what finalizers free is collected by the second.
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
}

function writeEntries(directory: string, count: number): void {
  mkdirSync(path.join(directory, 'codes'));
  const source = { title: both('Our guide', '我们的指南'), url: null, date: '2026-09-01' };
  writeFileSync(path.join(directory, 'sources.json'), JSON.stringify({ 'our-guide': source }));
  for (let first = 0; first < count; first += A_FILE) {
    const entries = Array.from({ length: Math.min(A_FILE, count - first) }, (_, index) => entryOf(first + index));
    writeFileSync(path.join(directory, 'codes', `from-${first}.json`), JSON.stringify(entries, null, 1));
  }
}

function entryOf(number: number) {
  const grounds = { confidence: 'documented', sources: ['our-guide'] };
  return {
    ...{ code: toErrorCode(FIRST + number * STEP), symbol: `CONTOSO_E_${number}`, scope: 'windows', area: 'network' },
    ...{ role: 'cause', methods: [], message: {}, messageOrigin: {}, aliases: { en: [], 'zh-CN': [] } },
    title: both(`VPN profile ${number} is missing`, `缺少 VPN 配置文件 ${number}`),
    symptoms: { en: ['the VPN does not start'], 'zh-CN': ['VPN 启动不了'] },
    causes: [
      {
        text: both('The computer was set up without our profile.', '设置这台计算机时没有安装我们的配置文件。'),
        ...grounds,
      },
    ],
    steps: [
      {
        ...{
          id: 'install',
          text: both('Open Company Portal and install `Contoso VPN`.', '打开公司门户，安装 `Contoso VPN`。'),
        },
        ...{ runsOn: 'client', runsAs: 'user', destructive: false, ...grounds },
      },
    ],
    ...{ warnings: [], related: [], procedures: [], sources: ['our-guide'] },
  };
}

function both(en: string, chinese: string) {
  return { en, 'zh-CN': chinese };
}
