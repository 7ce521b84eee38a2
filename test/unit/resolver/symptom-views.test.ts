import { LOCALES } from '../../../src/i18n/locale';
import { loadKnowledge } from '../../../src/knowledge/load';
import { renderAdaptiveCard } from '../../../src/render/adaptive-card';
import { renderBlockKit } from '../../../src/render/block-kit';
import { createResolver } from '../../../src/resolver/resolve';
import { describedBy, nothingFits } from '../../../src/resolver/symptom-views';
import { adaptiveCardFaults } from '../../cards/adaptive-card-rules';
import { blockKitFaults } from '../../cards/block-kit-rules';

const knowledge = loadKnowledge();
const resolver = createResolver(knowledge);
const codes = [...knowledge.entries.keys()];

describe.each(LOCALES)('in %s', (locale) => {
  const views = [
    nothingFits(locale),
    ...codes.flatMap((code) =>
      (['answer', 'activation'] as const).map((move) =>
        resolver.follow({ v: 1, move, locale, codes: [code] }, { shared: true, described: true }),
      ),
    ),
  ];

  test('every answer to a description fits Teams and Slack untrimmed', () => {
    const faults = views.flatMap((reply) => [
      ...adaptiveCardFaults(renderAdaptiveCard(reply)),
      ...blockKitFaults(renderBlockKit(reply)),
    ]);
    expect(faults).toEqual([]);
  });
});

test('a verdict opens with its codes', () => {
  const [one, two] = codes as [(typeof codes)[number], (typeof codes)[number]];
  expect(describedBy({ kind: 'answer', code: one })).toEqual({
    codes: [one],
    opening: { move: 'answer', described: true },
  });
  expect(describedBy({ kind: 'choices', codes: [one, two] })).toEqual({
    codes: [one, two],
    opening: { move: 'choices' },
  });
  expect(describedBy({ kind: 'nothing', asks: true })).toBeUndefined();
});
