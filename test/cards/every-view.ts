/**
 * The complete check: every view that a person can reach fits both platforms untrimmed. A language a file, to share the
 * work. `npm test` looks at the English ones in Teams and the Chinese ones in Slack; `npm run test:walks` at all of them.
 */

import { type CaseHead, type CaseMove, deriveCase } from '../../src/cases/case';
import { type ErrorCode, toErrorCode } from '../../src/code/error-code';
import { FINDING_KINDS, type Finding, MOST_FINDINGS } from '../../src/diagnosis/finding';
import { ALL_STARTS } from '../../src/diagnosis/start';
import type { Locale } from '../../src/i18n/locale';
import { loadKnowledge } from '../../src/knowledge/load';
import { renderAdaptiveCard } from '../../src/render/adaptive-card';
import { renderBlockKit } from '../../src/render/block-kit';
import { type FollowUp, isViewMove, LONGEST_TRAIL, MOST_CODES, type TriedStep } from '../../src/reply/follow-up';
import type { Reply } from '../../src/reply/reply';
import { stampReply } from '../../src/reply/stamp';
import { progressSections } from '../../src/resolver/desk/progress';
import { findingSections } from '../../src/resolver/evidence-views';
import { verdictsOn } from '../../src/resolver/personal/feedback-view';
import { createResolver } from '../../src/resolver/resolve';
import { adaptiveCardFaults } from './adaptive-card-rules';
import { blockKitFaults } from './block-kit-rules';

const knowledge = loadKnowledge();
const resolver = createResolver(knowledge);
const codes = [...knowledge.entries.keys()];
const procedures = [...knowledge.procedures.values()];
/** A tenth of the entries; what is shorter has more room than what may be added takes. */
const MOST_CROWDED = 60;
/** A code without an entry. */
const UNKNOWN = toErrorCode(0xdeadbeef);
/** A display name as long as both platforms allow. */
const INSTALLER = '&'.repeat(256);
const SOMEBODY = 'U'.repeat(11);
const CASE: Omit<CaseHead, 'locale' | 'codes'> = {
  ...{ id: 'A'.repeat(22), platform: 'teams', tenant: 'T', conversation: 'C', place: 'C', shared: true },
  ...{ asker: SOMEBODY, activation: true, openedAtMs: 0 },
};

const press = (locale: Locale, payload: Partial<FollowUp>) =>
  resolver.follow({ v: 1, move: 'answer', locale, codes: [], ...payload });

/** Where a conversation about one code, or none, can begin. */
function firstViews(locale: Locale): Reply[] {
  return [
    resolver.help(locale),
    resolver.welcome(locale, INSTALLER),
    resolver.freshStart(locale),
    press(locale, { codes: [UNKNOWN] }),
    ...codes.map((code) => press(locale, { codes: [code] })),
    ...wordiest(locale).map((code) => press(locale, { codes: [code], written: 'O'.repeat(32) })),
  ];
}

/** The codes whose answers are longest: where more is added to an answer, theirs are the first that no longer fit. */
function wordiest(locale: Locale): ErrorCode[] {
  const lengths = new Map(
    codes.map((code) => [code, press(locale, { move: 'activation', codes: [code] }).summary.length]),
  );
  return [...codes].sort((a, b) => (lengths.get(b) ?? 0) - (lengths.get(a) ?? 0)).slice(0, MOST_CROWDED);
}

/** The answers to eight codes at once: each wordy code in front of the seven with the longest titles. */
function crowdedViews(locale: Locale): Reply[] {
  const titleLength = (code: ErrorCode) => knowledge.find(code)?.title[locale].length ?? 0;
  const longest = [...codes].sort((a, b) => titleLength(b) - titleLength(a)).slice(0, 2 * MOST_CODES);
  return wordiest(locale).map((code) =>
    press(locale, { codes: [code, ...longest.filter((other) => other !== code)].slice(0, MOST_CODES) }),
  );
}

/** The wordiest answers, as many as a button carries; the codes' own steps are shorter. */
const WORDIEST: readonly TriedStep[] = procedures
  .flatMap(({ id, steps }) =>
    Object.entries(steps).flatMap(([step, { ask, answers }]) =>
      answers.map((answer) => ({ tried: [id, step, answer.id] as TriedStep, length: ask.en.length })),
    ),
  )
  .sort((a, b) => b.length - a.length)
  .map(({ tried }) => tried)
  .slice(0, LONGEST_TRAIL);

/** Every step and outcome of every procedure. */
function guideMoves(locale: Locale): FollowUp[] {
  return procedures.flatMap(({ id, steps, outcomes }) =>
    [...Object.keys(steps), ...Object.keys(outcomes)].map((step): FollowUp => {
      return { v: 1, move: 'guide', locale, codes: codes.slice(0, MOST_CODES), procedure: id, step };
    }),
  );
}

/** The moves under a reply that lead to views, without what was tried before: views differ endlessly by that. */
function movesOf(reply: Reply): FollowUp[] {
  return reply.actions.flatMap((action) => {
    if (action.kind !== 'follow-up' || !isViewMove(action.followUp.move)) return [];
    const { trail: _trail, ...followUp } = action.followUp;
    return [followUp];
  });
}

/** Every move that leads on from these replies, by any number of presses; guides are walked elsewhere. */
function reachableMoves(replies: readonly Reply[]): FollowUp[] {
  const moves = new Map<string, FollowUp>();
  const add = (reply: Reply) => {
    for (const move of movesOf(reply)) if (move.move !== 'guide') moves.set(JSON.stringify(move), move);
  };
  replies.forEach(add);
  for (const move of moves.values()) add(resolver.follow(move));
  return [...moves.values()];
}

/** The same view at its fullest: at the end of the longest walk of a case that the help desk has. */
function fullest(followUp: FollowUp): Reply {
  const trail = [...WORDIEST];
  const head: CaseHead = { ...CASE, locale: followUp.locale, codes: followUp.codes };
  const moves: CaseMove[] = [
    { version: 1, person: SOMEBODY, atMs: 0, followUp: { ...followUp, trail } },
    { version: 2, person: SOMEBODY, atMs: 0, followUp: { ...followUp, move: 'get-help' } },
    { version: 3, person: SOMEBODY, atMs: 0, followUp: { ...followUp, move: 'claim' } },
  ];
  const progress = progressSections(deriveCase(head, moves), knowledge, followUp.locale);
  const isOnTheWay = followUp.move === 'step' || followUp.move === 'stuck' || followUp.move === 'guide';
  const reply = resolver.follow({ ...followUp, ...(isOnTheWay ? { trail } : {}) }, { progress, shared: true });
  return stampReply({ ...reply, ...verdictsOn(followUp) }, { case: head.id, version: 999_999 });
}

/** As much as pasted output can say: the facts of a license, and the longest sentences. */
function wordiestFindings(locale: Locale): Finding[] {
  const words = { days: 4_294_967_295, count: 4_294_967_295, threshold: 25, minutes: 4_294_967_295, port: 65_535 };
  const names = {
    edition: 'E'.repeat(80),
    channel: 'avma',
    status: 'non-genuine-grace',
    rearms: 4_294_967_295,
  } as const;
  const codes = { code: UNKNOWN, inner: UNKNOWN, why: 'inside-stop', phase: 'first-boot' } as const;
  const all = FINDING_KINDS.map(
    (kind): Finding => ({ kind, ...words, ...names, ...codes, operation: 'add-provisioning-package' }),
  );
  const length = (finding: Finding) => JSON.stringify(findingSections([finding], locale)).length;
  const [license, ...others] = [...all].sort(
    (a, b) => Number(b.kind === 'license') - Number(a.kind === 'license') || length(b) - length(a),
  );
  return [license, ...others].filter((finding) => finding !== undefined).slice(0, MOST_FINDINGS);
}

/** What an answer to pasted output begins with: the code, the step that fits, or nothing but the output. */
function evidenceViews(locale: Locale): Reply[] {
  const findings = wordiestFindings(locale);
  const moves: Partial<FollowUp>[] = [
    { move: 'evidence' },
    ...codes.map((code): Partial<FollowUp> => ({ move: 'activation', codes: [code] })),
    ...ALL_STARTS.map((start): Partial<FollowUp> => ({ move: 'guide', ...start, codes: codes.slice(0, MOST_CODES) })),
  ];
  return moves.map((move) => {
    const reply = resolver.follow({ v: 1, move: 'answer', locale, codes: [], ...move }, { findings, shared: true });
    return stampReply(
      { ...reply, ...verdictsOn({ move: 'answer', locale, ...move, codes: move.codes ?? [] }) },
      { case: CASE.id, version: 999_999 },
    );
  });
}

/** Every view that a person can reach: first ones as they come, all others at their fullest. */
function reachableViews(locale: Locale): Reply[] {
  const first = [
    ...firstViews(locale),
    ...evidenceViews(locale),
    press(locale, { move: 'choices', codes: codes.slice(-3) }),
  ];
  const crowded = crowdedViews(locale);
  const moves = [...reachableMoves(first), ...crowded.flatMap(movesOf), ...guideMoves(locale)];
  return [...first, ...crowded, ...moves.map(fullest)];
}

const name = ({ kind, title, actions }: Reply) => `${kind}: ${title}, ${actions.map(({ id }) => id).join(' ')}`;

const FAULTS = {
  Teams: (reply: Reply) => adaptiveCardFaults(renderAdaptiveCard(reply)),
  Slack: (reply: Reply) => blockKitFaults(renderBlockKit(reply)),
} as const;

type Platform = keyof typeof FAULTS;

/** The suite of one language, and the platform that it is always held to. */
export function describeEveryView(locale: Locale, usual: Platform): void {
  const views = reachableViews(locale);
  const platforms: readonly Platform[] = process.env.WALKS === 'all' ? ['Teams', 'Slack'] : [usual];

  test('every step of every entry is covered', () => {
    const steps = codes.reduce((sum, code) => sum + (knowledge.find(code)?.steps.length ?? 0), 0);
    expect(views.length).toBeGreaterThan(steps);
  });

  test.each(platforms)('every view fits %s untrimmed', (platform) => {
    const faults = views.flatMap((reply) => FAULTS[platform](reply).map((fault) => `${name(reply)}: ${fault}`));
    expect(faults).toEqual([]);
  });
}
