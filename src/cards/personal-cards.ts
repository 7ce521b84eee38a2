/** What golden cards show of what one person asks for: their page, settings, forms, previews, thanks. */

import type { Locale } from '../i18n/locale';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Form } from '../reply/form';
import type { Reply } from '../reply/reply';
import { askForm } from '../resolver/personal/ask-form';
import { forYouAloneView, usageView } from '../resolver/personal/command-views';
import { feedbackView } from '../resolver/personal/feedback-view';
import { homeView } from '../resolver/personal/home-view';
import { casesView, type OwnCase, toOwnCase } from '../resolver/personal/own-cases';
import { settingsForm } from '../resolver/personal/settings-form';
import { savedNote, settingsView } from '../resolver/personal/settings-view';
import { sourceView } from '../resolver/personal/source-view';
import type { Resolver } from '../resolver/resolve';
import type { Levels } from '../settings/manners';
import { STORED_LEVELS } from '../settings/settings';
import { exampleAnswer } from './desk-cards';
import { exampleCase } from './example-case';

const LINK = 'https://example.com/the-thread';
const PAGE =
  'https://learn.microsoft.com/en-us/troubleshoot/windows-server/licensing-and-activation/troubleshoot-activation-error-codes';
const NOW_MS = Date.UTC(2026, 0, 5, 12);
const HOUR_MS = 60 * 60 * 1000;

/** A channel that listens, in an organization that hands over by family, seen by somebody who has an hour's peace. */
const LEVELS: Levels = {
  default: { language: 'en', mode: 'mention' },
  tenant: {
    triage: 'C0TRIAGE',
    routes: [{ families: ['activation', 'update'], channel: 'C0UPDATES' }],
    ignoreMark: '!',
  },
  channel: { mode: 'listen', cooldownMinutes: 30 },
  person: { language: 'zh-CN', muted: NOW_MS + HOUR_MS },
};
const SHOWN = { stand: { levels: LEVELS, nowMs: NOW_MS }, hasChannel: true, isAdmin: true, hasMarks: true };

/** Every view and sentence for one person, by name. */
export function personalReplies(knowledge: KnowledgeBase, resolver: Resolver, locale: Locale): [string, Reply][] {
  const cases = casesOf(knowledge, locale);
  const source = sourceView(PAGE, knowledge, locale);
  return [
    ['home', homeView(cases, SHOWN, locale)],
    ['home-empty', homeView([], { ...SHOWN, isAdmin: false }, locale)],
    ['cases', casesView(cases, locale)],
    ['settings', settingsView(SHOWN, locale)],
    ['settings-saved', savedNote('channel', SHOWN, locale)],
    ['usage', usageView('settings', locale)],
    ['for-you-alone', forYouAloneView('settings', locale)],
    ['feedback-unhelpful', feedbackView(false, locale, exampleAnswer('walked', knowledge, resolver, locale))],
    ['welcome-channel', resolver.welcome(locale, 'Ana', true)],
    ...(source === undefined ? [] : [['source', source] satisfies [string, Reply]]),
  ];
}

/** All forms for one person, by name. */
export function personalForms(locale: Locale): [string, Form][] {
  const { stand, hasMarks } = SHOWN;
  return [
    ['form-ask', askForm(locale)],
    ...STORED_LEVELS.map((level): [string, Form] => [
      `form-settings-${level}`,
      settingsForm({ level, stand, hasMarks, listening: level === 'channel' ? 'no' : 'unclear' }, locale),
    ]),
  ];
}

function casesOf(knowledge: KnowledgeBase, locale: Locale): readonly OwnCase[] {
  const claimed = exampleCase('claimed', locale);
  return [
    toOwnCase(exampleCase('walked', locale), knowledge, locale, undefined),
    toOwnCase(claimed, knowledge, locale, LINK),
  ];
}
