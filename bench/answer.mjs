/** From codes to a rendered answer: resolve + render for every entry, language and platform; and loading it all. Run it after a build. */

import { performance } from 'node:perf_hooks';
import { loadKnowledge } from '../dist/knowledge/load.js';
import { renderAdaptiveCard } from '../dist/render/adaptive-card/index.js';
import { renderBlockKit } from '../dist/render/block-kit/index.js';
import { renderText } from '../dist/render/text/index.js';
import { createResolver } from '../dist/resolver/resolve.js';
import { cpuMs, percentile, tell } from './targets.mjs';

const ROUNDS = 60;
const MOST_MS = 0.3;

const loading = performance.now();
const knowledge = loadKnowledge();
console.log(`knowledge loaded in ${(performance.now() - loading).toFixed(1)} ms`);

const resolver = createResolver(knowledge);
const renderers = {
  teams: renderAdaptiveCard,
  slack: renderBlockKit,
  text: (reply) => renderText(reply, { width: 80 }),
};
const views = [...knowledge.entries.keys()].flatMap((code) =>
  ['en', 'zh-CN'].map((locale) => ({ v: 1, move: 'activation', locale, codes: [code] })),
);
for (const [platform, render] of Object.entries(renderers)) {
  const samples = [];
  const best = views.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, view] of views.entries()) {
      const ms = cpuMs(() => render(resolver.follow(view)));
      best[index] = Math.min(best[index], ms);
      // The first round warms the compiler up.
      if (round > 0) samples.push(ms);
    }
  }
  // Of each view the best: what is beside it is a collection of garbage or the neighbors' work.
  tell(`resolve + render ${platform}, p99 of all views`, percentile(best, 0.99), 'ms', { atMost: MOST_MS }, 3);
  const [p50, p99] = [0.5, 0.99].map((share) => percentile(samples, share).toFixed(3));
  const slowest = best.indexOf(Math.max(...best));
  const { codes, locale } = views[slowest];
  console.log(
    `        of all samples p50 ${p50}, p99 ${p99}; slowest ${codes[0]} ${locale} ${best[slowest].toFixed(3)}`,
  );
}
