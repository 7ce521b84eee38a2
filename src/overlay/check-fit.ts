/**
 * Whether the cards of what an overlay changes still fit what Teams and Slack accept, at their fullest: untrimmed, in both
 * languages, with what a case adds to them. What does not fit would be refused by the platform when somebody needs it.
 */

import type { ErrorCode } from '../code/error-code';
import { LOCALES, type Locale } from '../i18n/locale';
import type { Entry } from '../knowledge/entry';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Procedure } from '../knowledge/procedure';
import { renderAdaptiveCard } from '../render/adaptive-card';
import { TEAMS_LIMITS } from '../render/adaptive-card/limits';
import { renderBlockKit } from '../render/block-kit';
import { SLACK_LIMITS } from '../render/block-kit/limits';
import { type FollowUp, MOST_CODES } from '../reply/follow-up';
import type { ListSection, Reply } from '../reply/reply';
import { stampReply } from '../reply/stamp';
import { createResolver, type Resolver } from '../resolver/resolve';

/** A view that is too large: which one, and what of it. */
export interface Misfit {
  readonly view: string;
  readonly locale: Locale;
  readonly platform: 'Teams' | 'Slack';
  readonly size: number;
  readonly limit: number;
}

/** As long as what is told of the steps that were tried, and of who has been asked for help. */
const PROGRESS: ListSection = {
  kind: 'list',
  heading: '…',
  items: Array.from({ length: 5 }, () => ({ text: [{ kind: 'text', text: 'x'.repeat(330) }] })),
};
/**
 * An entry that is no longer than this in JSON, both languages and its documents counted, fits however it is shown: half
 * of its room is not its own, and what is left holds twice as much. Most entries are as short, and drawing takes long.
 */
const SURELY_FITS = 2_000;
/** Of ours it is known that they fit by themselves, so that only what is added counts. */
const SURELY_STILL_FITS = 4_000;

/** What the bot writes on every button. */
const STAMP = { case: 'x'.repeat(22), version: 999_999 };

/** Looks at the cards of entries and procedures. The knowledge is the one that they will stand in. */
export function createFitCheck(knowledge: KnowledgeBase) {
  const resolver = createResolver(knowledge);
  const crowd = longestTitles(knowledge);
  const added = JSON.stringify(knowledge.organization ?? '').length;

  function isSmall(entry: Entry, most: number): boolean {
    const documents = entry.sources.map((id) => knowledge.source(id));
    return JSON.stringify([entry, documents]).length + added <= most;
  }

  return {
    /** Every view of an entry. With `brief`, only those that also show what the organization adds to ours. */
    entry(entry: Entry, brief: boolean): Misfit[] {
      if (isSmall(entry, brief ? SURELY_STILL_FITS : SURELY_FITS)) return [];
      const codes = [entry.code, ...crowd.filter((code) => code !== entry.code)].slice(0, MOST_CODES);
      return misfitsOf(resolver, entryMoves(entry, codes, brief));
    },

    /** Every step and every end of a procedure. */
    procedure({ id: procedure, steps, outcomes }: Procedure): Misfit[] {
      const ends = [...Object.keys(steps), ...Object.keys(outcomes)];
      return misfitsOf(
        resolver,
        ends.map((step) => ({ move: 'guide', codes: crowd, procedure, step })),
      );
    },
  };
}

type Place = Omit<FollowUp, 'v' | 'locale'>;

function entryMoves({ steps, elsewhere, scope }: Entry, codes: readonly ErrorCode[], brief: boolean): Place[] {
  const alone = codes.slice(0, 1);
  const ways: Partial<Place>[] = [{}, ...(elsewhere === undefined ? [] : [{ method: 'none' as const }])];
  const answer = scope === 'general' ? 'activation' : 'answer';
  const views = ways.flatMap((way): Place[] => [
    { move: answer, codes: [...codes], ...way },
    { move: answer, codes: [...alone], ...way },
    { move: 'all-steps', codes: [...alone], ...way },
    { move: 'stuck', codes: [...codes], ...way },
  ]);
  if (brief) return views;
  const all = [...steps, ...(elsewhere?.steps ?? [])];
  return [
    ...views,
    ...all.flatMap(({ id }) => ways.map((way): Place => ({ move: 'step', codes: [...codes], step: id, ...way }))),
  ];
}

function misfitsOf(resolver: Resolver, places: readonly Place[]): Misfit[] {
  return places.flatMap((place) =>
    LOCALES.flatMap((locale) => {
      // All steps stand without what a case tells of itself.
      const progress = place.move === 'all-steps' ? [] : [PROGRESS];
      const reply = resolver.follow({ v: 1, locale, ...place }, { progress, shared: true });
      return sizesOf(stampReply(reply, STAMP))
        .filter(({ size, limit }) => size > limit)
        .map((each) => ({ view: nameOf(place), locale, ...each }));
    }),
  );
}

function sizesOf(reply: Reply): Pick<Misfit, 'platform' | 'size' | 'limit'>[] {
  const card = renderAdaptiveCard(reply);
  const { blocks, text } = renderBlockKit(reply);
  return [
    { platform: 'Teams', size: Buffer.byteLength(JSON.stringify(card)), limit: TEAMS_LIMITS.cardUtf8Bytes },
    { platform: 'Slack', size: JSON.stringify(blocks).length, limit: SLACK_LIMITS.blocksTotal },
    { platform: 'Slack', size: blocks.length, limit: SLACK_LIMITS.blocks },
    { platform: 'Slack', size: text.length, limit: SLACK_LIMITS.messageText },
    ...reply.actions.map(({ label }) => ({
      platform: 'Slack' as const,
      size: label.length,
      limit: SLACK_LIMITS.buttonText,
    })),
    ...blocks.flatMap((block) =>
      block.type !== 'context'
        ? []
        : block.elements.map((element) => ({
            platform: 'Slack' as const,
            size: element.type === 'mrkdwn' ? element.text.length : 0,
            limit: SLACK_LIMITS.text,
          })),
    ),
  ];
}

/** The view in a word, with the step where there is one. */
function nameOf({ move, step }: Place): string {
  return step === undefined ? move : `${move} ${step}`;
}

/** The codes that take most room where a message holds several. */
function longestTitles({ entries }: KnowledgeBase): ErrorCode[] {
  const length = ({ title }: Entry) => Math.max(title.en.length, title['zh-CN'].length);
  return [...entries.values()]
    .sort((a, b) => length(b) - length(a))
    .slice(0, MOST_CODES)
    .map(({ code }) => code);
}
