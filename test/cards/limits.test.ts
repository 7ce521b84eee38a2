/** The complete check: every view that a person can reach, on both platforms, in both languages, untrimmed. */

import { type ErrorCode, toErrorCode } from '../../src/code/error-code';
import { LOCALES, type Locale } from '../../src/i18n/locale';
import { loadKnowledge } from '../../src/knowledge/load';
import { renderAdaptiveCard } from '../../src/render/adaptive-card';
import { renderBlockKit } from '../../src/render/block-kit';
import { type TriedStep, type FollowUp, LONGEST_TRAIL } from '../../src/reply/follow-up';
import type { Reply } from '../../src/reply/reply';
import { createResolver } from '../../src/resolver/resolve';
import { adaptiveCardFaults } from './adaptive-card-rules';
import { blockKitFaults } from './block-kit-rules';

const knowledge = loadKnowledge();
const resolver = createResolver(knowledge);
const codes = [...knowledge.entries.keys()];
const procedures = [...knowledge.procedures.values()];
/** A code without an entry. */
const UNKNOWN = toErrorCode(0xdeadbeef);
/** As many codes as a follow-up carries. */
const MOST_CODES = 8;
/** A display name as long as both platforms allow. */
const INSTALLER = '&'.repeat(256);

const press = (locale: Locale, payload: Partial<FollowUp>) =>
  resolver.follow({ v: 1, move: 'answer', locale, codes: [], ...payload });

/** Where a conversation about one code, or none, can begin. */
function firstViews(locale: Locale): Reply[] {
  return [
    resolver.help(locale),
    resolver.welcome(locale, INSTALLER),
    resolver.freshStart(locale),
    press(locale, { codes: [UNKNOWN] }),
    ...codes.flatMap((code) => [
      press(locale, { codes: [code] }),
      press(locale, { codes: [code], written: 'O'.repeat(32) }),
    ]),
  ];
}

/** The answers to eight codes at once: each code in front of the seven with the longest titles. */
function crowdedViews(locale: Locale): Reply[] {
  const titleLength = (code: ErrorCode) => knowledge.find(code)?.title[locale].length ?? 0;
  const longest = [...codes].sort((a, b) => titleLength(b) - titleLength(a));
  return codes.map((code) =>
    press(locale, { codes: [code, ...longest.filter((other) => other !== code)].slice(0, MOST_CODES) }),
  );
}

/** Every step and outcome of every procedure, at the end of the longest trail of the wordiest answers. */
function guideViews(locale: Locale): Reply[] {
  const given = procedures.flatMap(({ id, steps }) =>
    Object.entries(steps).flatMap(([step, { ask, answers }]) =>
      answers.map((answer) => ({ answer: [id, step, answer.id] as TriedStep, length: ask[locale].length })),
    ),
  );
  const wordiest = given.sort((a, b) => b.length - a.length).map(({ answer }) => answer);
  const trail = wordiest.slice(0, LONGEST_TRAIL);
  return procedures.flatMap(({ id, steps, outcomes }) =>
    [...Object.keys(steps), ...Object.keys(outcomes)].map((step) =>
      press(locale, { move: 'guide', codes: codes.slice(0, MOST_CODES), procedure: id, step, trail }),
    ),
  );
}

/** A guide's views differ endlessly by what was answered before; `guideViews` shows the fullest of each. */
function pressAll(reply: Reply): Reply[] {
  return reply.actions.flatMap((action) =>
    action.kind === 'follow-up' && action.followUp.move !== 'guide' ? [resolver.follow(action.followUp)] : [],
  );
}

/** Every view that leads on from the first ones by any number of presses, and from the crowded ones by one. */
function reachableViews(locale: Locale): Reply[] {
  const views = new Map(firstViews(locale).map((reply) => [JSON.stringify(reply), reply]));
  for (const reply of views.values()) {
    for (const next of pressAll(reply)) views.set(JSON.stringify(next), next);
  }
  return [
    ...views.values(),
    ...crowdedViews(locale).flatMap((reply) => [reply, ...pressAll(reply)]),
    ...guideViews(locale),
  ];
}

const name = ({ kind, title, actions }: Reply) => `${kind}: ${title}, ${actions.map(({ id }) => id).join(' ')}`;

describe.each(LOCALES)('every reachable view from %s', (locale) => {
  const views = reachableViews(locale);

  test('covers every step of every entry', () => {
    const steps = codes.reduce((sum, code) => sum + (knowledge.find(code)?.steps.length ?? 0), 0);
    expect(views.length).toBeGreaterThan(steps * LOCALES.length);
  });

  test('fits Teams untrimmed', () => {
    const faults = views.flatMap((reply) =>
      adaptiveCardFaults(renderAdaptiveCard(reply)).map((fault) => `${name(reply)}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  test('fits Slack untrimmed', () => {
    const faults = views.flatMap((reply) =>
      blockKitFaults(renderBlockKit(reply)).map((fault) => `${name(reply)}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });
});
