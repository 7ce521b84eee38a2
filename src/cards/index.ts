/**
 * The golden cards: for every entry and every kind of reply what people see in Teams and Slack. `npm run cards` writes
 * them to `cards/`, a test compares, and a reviewer reads their diff.
 */

import { type ErrorCode, toErrorCode } from '../code/error-code';
import type { Mention } from '../code/mention';
import type { Finding } from '../diagnosis/finding';
import { LOCALES, type Locale } from '../i18n/locale';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { loadKnowledge } from '../knowledge/load';
import { renderAdaptiveCard, renderDialog } from '../render/adaptive-card';
import { renderBlockKit, renderModal } from '../render/block-kit';
import type { FollowUp, Move } from '../reply/follow-up';
import type { Reply } from '../reply/reply';
import { createResolver, type Resolver } from '../resolver/resolve';
import { deskForms, deskReplies } from './desk-cards';
import { personalForms, personalReplies } from './personal-cards';

/** One file under `cards/`. */
export interface GoldenCard {
  /** Relative to `cards/`, with `/` between the parts. */
  readonly path: string;
  readonly content: string;
}

/** The code that the replies of every kind are shown with: it has most of what an entry can have. */
const EXAMPLE = toErrorCode(0xc004f074);
/** A code whose next step depends on how the computer is activated. */
const BY_METHOD = toErrorCode(0xc004f00f);
/** A code that all of Windows uses. */
const GENERAL = toErrorCode(0x80070005);
/** A code that no entry describes, in a component that we know. */
const UNKNOWN = toErrorCode(0x80240fff);
/** A number as short as that of a stop code, which is a Win32 error as well. */
const SHORT = toErrorCode(0x7e);

/** What the output of a computer that has found no KMS host says. */
const FINDINGS: readonly Finding[] = [
  { kind: 'leads', code: EXAMPLE, why: 'event-12288' },
  { kind: 'license', edition: 'Professional', channel: 'kms-client', status: 'notification', days: 3, rearms: 1001 },
  { kind: 'notification', code: EXAMPLE },
  { kind: 'dns-name-missing' },
];

/** The article whose thirty codes are the heart of it. */
const ARTICLE = 'activation-error-codes';

/** All golden cards, in the order of their names. */
export function listGoldenCards(knowledge: KnowledgeBase = loadKnowledge()): GoldenCard[] {
  const resolver = createResolver(knowledge);
  const replies = LOCALES.flatMap((locale) => [
    ...entryReplies(knowledge, resolver, locale),
    ...guideReplies(knowledge, resolver, locale),
    ...kindReplies(resolver, locale),
    ...deskReplies(knowledge, resolver, locale),
    ...personalReplies(knowledge, resolver, locale),
  ]);
  const forms = LOCALES.flatMap((locale) => [...deskForms(knowledge, locale), ...personalForms(locale)]);
  return [
    ...replies.flatMap(([name, reply]) => onBoth(name, reply.locale, renderAdaptiveCard(reply), renderBlockKit(reply))),
    ...forms.flatMap(([name, form]) => onBoth(name, form.locale, renderDialog(form), renderModal(form))),
  ];
}

function onBoth(name: string, locale: Locale, teams: object, slack: object): GoldenCard[] {
  return [
    { path: `teams/${name}.${locale}.json`, content: toJson(teams) },
    { path: `slack/${name}.${locale}.json`, content: toJson(slack) },
  ];
}

/**
 * The first view of every code of Microsoft's activation article, asked about activation, and of one code of every other
 * part of Windows. All other entries look like these; that they fit is for another test.
 */
function entryReplies(knowledge: KnowledgeBase, resolver: Resolver, locale: Locale): [string, Reply][] {
  const ask = (code: ErrorCode) => resolver.answer({ mentions: [mention(code)], locale, activation: true });
  return examples(knowledge).map((code) => [code, ask(code)]);
}

function examples(knowledge: KnowledgeBase): ErrorCode[] {
  const entries = [...knowledge.entries.values()];
  const article = new Set(knowledge.source(ARTICLE).lists);
  const listed = entries.filter(({ code }) => article.has(code));
  const areas = new Map(entries.map(({ area, code }) => [area, code]));
  areas.delete(undefined);
  return [...new Set([...listed.map(({ code }) => code), ...areas.values()])].sort();
}

/** The first step of every procedure. */
function guideReplies(knowledge: KnowledgeBase, resolver: Resolver, locale: Locale): [string, Reply][] {
  return [...knowledge.procedures.keys()].map((procedure) => [
    `guide-${procedure}`,
    resolver.follow({ v: 1, move: 'guide', locale, codes: [], procedure }),
  ]);
}

/** The other kinds of reply, once each. */
function kindReplies(resolver: Resolver, locale: Locale): [string, Reply][] {
  const ask = (mentions: readonly Mention[]) => resolver.answer({ mentions, locale, activation: false });
  const press = (move: Move) => resolver.follow({ v: 1, move, locale, codes: [EXAMPLE] });
  const step: FollowUp = { v: 1, move: 'step', locale, codes: [BY_METHOD], step: 'restart' };
  return [
    ['several', ask([mention(GENERAL), mention(EXAMPLE), mention(UNKNOWN)])],
    ['guess', ask([{ ...mention(EXAMPLE), written: 'OxC004F074', spelling: 'slip', confidence: 'guess' }])],
    ['not-activation', ask([mention(GENERAL)])],
    ['unknown', ask([mention(UNKNOWN)])],
    ['all-steps', press('all-steps')],
    ['worked', press('worked')],
    ['stuck', press('stuck')],
    ['method', resolver.follow(step)],
    ['readings', resolver.follow({ v: 1, move: 'readings', locale, codes: [SHORT] })],
    ['choices', resolver.follow({ v: 1, move: 'choices', locale, codes: [EXAMPLE, BY_METHOD, GENERAL] })],
    ['evidence', resolver.follow({ v: 1, move: 'evidence', locale, codes: [] }, { findings: FINDINGS })],
    [
      'evidence-with-code',
      resolver.follow({ v: 1, move: 'activation', locale, codes: [EXAMPLE] }, { findings: FINDINGS }),
    ],
    ['help', resolver.help(locale)],
    ['welcome', resolver.welcome(locale)],
    ['fresh-start', resolver.freshStart(locale)],
  ];
}

function mention(code: ErrorCode): Mention {
  return { code, span: { start: 0, end: code.length }, written: code, spelling: 'hex', confidence: 'sure' };
}

function toJson(card: object): string {
  return `${JSON.stringify(card, undefined, 2)}\n`;
}
