/** From codes to a rendered answer: resolve + render for every entry, language and platform; and loading it all. */

import { performance } from 'node:perf_hooks';
import { loadKnowledge } from '../dist/knowledge/load.js';
import { createSymptomSearch } from '../dist/knowledge/search.js';
import { renderAdaptiveCard } from '../dist/render/adaptive-card/index.js';
import { renderBlockKit } from '../dist/render/block-kit/index.js';
import { renderText } from '../dist/render/text/index.js';
import { createResolver } from '../dist/resolver/resolve.js';

const ROUNDS = 200;

/** The value below which `share` of the samples lie. */
function percentile(samples, share) {
  return samples.sort((a, b) => a - b)[Math.floor(samples.length * share)];
}

function report(name, samples) {
  const [p50, p99] = [0.5, 0.99].map((share) => percentile(samples, share).toFixed(3));
  console.log(`${name.padEnd(24)} p50 ${p50} ms   p99 ${p99} ms   (${samples.length} samples)`);
}

const loading = performance.now();
const knowledge = loadKnowledge();
console.log(`knowledge loaded in ${(performance.now() - loading).toFixed(1)} ms`);

const resolver = createResolver(knowledge);
const renderers = {
  teams: renderAdaptiveCard,
  slack: renderBlockKit,
  text: (reply) => renderText(reply, { width: 80 }),
};
for (const [platform, render] of Object.entries(renderers)) {
  const samples = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const code of knowledge.entries.keys()) {
      for (const locale of ['en', 'zh-CN']) {
        const start = performance.now();
        render(resolver.follow({ v: 1, move: 'activation', locale, codes: [code] }));
        samples.push(performance.now() - start);
      }
    }
  }
  // The first round warms the compiler up.
  report(`resolve + render ${platform}`, samples.slice(knowledge.entries.size * 2));
}

const search = createSymptomSearch(knowledge);
const questions = [
  'count is insufficient',
  'KMS 计数不足，只有 12 台机器',
  'key works on one PC but not another',
  '时间不同步',
];
const samples = [];
for (let round = 0; round < ROUNDS; round += 1) {
  for (const question of questions) {
    const start = performance.now();
    search.search(question);
    samples.push(performance.now() - start);
  }
}
report('symptom search', samples.slice(questions.length));
