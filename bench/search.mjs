/** Symptom search: how long the index takes to build and how much it holds, and how long one question takes. Run it after a build. */

import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { loadKnowledge } from '../dist/knowledge/load.js';
import { createSymptomSearch } from '../dist/knowledge/search.js';
import { cpuMs, percentile, tell } from './targets.mjs';

const ROUNDS = 20;
const MOST_MS = 2;
const COPIES_FOR_MANY = 3_000;
const fixtures = new URL('../test/fixtures/questions/', import.meta.url);
const questions = ['tuning', 'held-out'].flatMap((name) =>
  readFileSync(new URL(`${name}.jsonl`, fixtures), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).question),
);

/** The same entries again and again under other codes, as if so many were known. */
function multiply(knowledge, count) {
  const known = [...knowledge.entries.values()];
  const entries = new Map();
  for (let index = 0; index < count; index += 1) {
    const code = `0x${(0x10000 + index).toString(16).toUpperCase().padStart(8, '0')}`;
    entries.set(code, { ...known[index % known.length], code });
  }
  return { ...knowledge, entries };
}

function measure(name, knowledge, aim) {
  const search = createSymptomSearch(knowledge);
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const start = performance.now();
  const building = cpuMs(() => search.search('kms'));
  const wall = performance.now() - start;
  globalThis.gc?.();
  const held = (process.memoryUsage().heapUsed - before) / 1e6;
  const memory = globalThis.gc === undefined ? '' : `, ${held.toFixed(1)} MB held`;
  console.log(`${name}: index built in ${wall.toFixed(0)} ms (${building.toFixed(0)} ms of processor)${memory}`);

  const samples = [];
  const best = questions.map(() => Number.POSITIVE_INFINITY);
  const spent = cpuMs(() => {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [index, question] of questions.entries()) {
        const ms = cpuMs(() => search.decide(question));
        samples.push(ms);
        best[index] = Math.min(best[index], ms);
      }
    }
  });
  const ofAll = percentile(best, 0.99);
  if (aim === undefined)
    console.log(`        ${name}: p99 of all questions ${ofAll.toFixed(2)} ms (nothing is promised)`);
  else tell(`${name}: p99 of all questions`, ofAll, 'ms', aim);
  const [p50, p99] = [0.5, 0.99].map((share) => percentile(samples, share).toFixed(2));
  const mean = (spent / samples.length).toFixed(2);
  console.log(`        of all samples p50 ${p50} ms, p99 ${p99} ms; ${mean} ms of processor on average`);
}

const knowledge = loadKnowledge();
measure(`${knowledge.entries.size} entries`, knowledge, { atMost: MOST_MS });
measure(`${COPIES_FOR_MANY} entries`, multiply(knowledge, COPIES_FOR_MANY));
