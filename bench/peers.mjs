/**
 * Beside what others have for parts of the core: a table that names numbers, and a plain search over the same texts. Each
 * does less than Hexfix does, so that times say little without what was found. Run it after a build.
 */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import MiniSearch from 'minisearch';
import { toErrorCode } from '../dist/code/error-code.js';
import { interpret } from '../dist/knowledge/interpret.js';
import { loadKnowledge } from '../dist/knowledge/load.js';
import { createSymptomSearch } from '../dist/knowledge/search.js';
import { textsOf } from '../dist/knowledge/search-texts.js';
import { createResolver } from '../dist/resolver/resolve.js';
import { installApart } from '../scripts/install-apart.mjs';
import { percentile } from './targets.mjs';

const ROUNDS = 20;

const folder = path.join(import.meta.dirname, 'peers');
installApart(folder);
const require = createRequire(path.join(folder, 'package.json'));
const knowledge = loadKnowledge();

/** Asks each of the inputs so often, and prints how many were `found` and how long one took, the best of each. */
function measure(name, inputs, ask, found) {
  const bestMs = inputs.map(() => Number.POSITIVE_INFINITY);
  let right = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, input] of inputs.entries()) {
      const startMs = performance.now();
      const answer = ask(input);
      bestMs[index] = Math.min(bestMs[index], performance.now() - startMs);
      if (round === 0 && found(answer, input)) right += 1;
    }
  }
  const [p50, p99] = [0.5, 0.99].map((share) => `${(1_000 * percentile(bestMs, share)).toFixed(1)} µs`);
  console.log(`  ${name.padEnd(34)} ${`${right} of ${inputs.length}`.padStart(12)}   p50 ${p50}, p99 ${p99}`);
}

/** All numbers that the table of the other one knows: Windows' own numbers, and states of NTSTATUS. */
function knownTo(getStatus) {
  const upTo = (from) => Array.from({ length: 0x10000 }, (_, low) => from + low);
  const all = [0, 0x4000_0000, 0x8000_0000, 0xc000_0000].flatMap(upTo);
  return all.filter((value) => !/UNRECOGNIZED/.test(getStatus(value).code)).map(toErrorCode);
}

function compareNumbers() {
  const { getStatus } = require('@marsaud/smb2/lib/tools/ms_erref.js');
  const resolver = createResolver(knowledge);
  const sets = {
    'the codes that Hexfix explains': [...knowledge.entries.keys()],
    'the codes in its table': knownTo(getStatus),
  };
  for (const [title, codes] of Object.entries(sets)) {
    console.log(`${title}, and how many have a name:`);
    const named = ({ code }) => !/UNRECOGNIZED/.test(code);
    measure('@marsaud/smb2', codes, (code) => getStatus(Number(code)), named);
    measure('Hexfix, all readings', codes, (code) => interpret(code, knowledge.names), isNamed);
  }
  const view = (code) => ({ v: 1, move: 'activation', locale: 'en', codes: [code] });
  const known = [...knowledge.entries.keys()];
  console.log('and with cause and fix:');
  measure(
    'Hexfix',
    known,
    (code) => resolver.follow(view(code)),
    (reply) => reply !== undefined,
  );
}

/** By a header or, as most of activation's, in the knowledge alone. */
function isNamed(readings, code) {
  return knowledge.entries.get(code)?.symbol !== undefined || readings.some(({ symbols }) => symbols.length > 0);
}

function compareSearch() {
  const plain = new MiniSearch({ fields: ['wordings', 'behind'] });
  for (const entry of knowledge.entries.values()) {
    const { id, wordings, behind } = textsOf(entry);
    const said = wordings.map((tokens) => tokens.map(({ text }) => text).join(' ')).join('\n');
    plain.add({ id, wordings: said, behind: behind.join(' ') });
  }
  const search = createSymptomSearch(knowledge);
  const fixture = new URL('../test/fixtures/questions/held-out.jsonl', import.meta.url);
  const questions = readFileSync(fixture, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const isRight = (code, { codes }) => codes.includes(code);
  console.log(`${questions.length} descriptions without a code, and for how many a right code comes first:`);
  measure('MiniSearch as it comes', questions, ({ question }) => plain.search(question)[0]?.id, isRight);
  measure('Hexfix', questions, ({ question }) => search.search(question, 1)[0]?.code, isRight);
}

compareNumbers();
compareSearch();
