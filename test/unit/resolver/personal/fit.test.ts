/** Every view and form for one person fits both platforms untrimmed, at its fullest. */

import { personalForms, personalReplies } from '../../../../src/cards/personal-cards';
import { LOCALES } from '../../../../src/i18n/locale';
import { FAMILIES } from '../../../../src/knowledge/families';
import { loadKnowledge } from '../../../../src/knowledge/load';
import { renderAdaptiveCard, renderDialog } from '../../../../src/render/adaptive-card';
import { renderBlockKit, renderModal } from '../../../../src/render/block-kit';
import type { Form } from '../../../../src/reply/form';
import type { Reply } from '../../../../src/reply/reply';
import { homeView } from '../../../../src/resolver/personal/home-view';
import { casesView, type OwnCase, openCasesSection } from '../../../../src/resolver/personal/own-cases';
import { type Changing, settingsForm } from '../../../../src/resolver/personal/settings-form';
import { settingsView } from '../../../../src/resolver/personal/settings-view';
import { sourceView } from '../../../../src/resolver/personal/source-view';
import { createResolver } from '../../../../src/resolver/resolve';
import { LONGEST_MARK, type Settings, STORED_LEVELS } from '../../../../src/settings/settings';
import { adaptiveCardFaults } from '../../../cards/adaptive-card-rules';
import { blockKitFaults } from '../../../cards/block-kit-rules';

const knowledge = loadKnowledge();
const resolver = createResolver(knowledge);
const CHANNEL = `19:${'c'.repeat(60)}@thread.tacv2`;
const NOW = Date.UTC(2026, 10, 22);
/** As much as a level can say: a route for every family, all in channels with long ids. */
const FULL: Settings = {
  ...{ language: 'zh-CN', mode: 'listen', privacy: 'private', marks: 'off', cooldownMinutes: 1_440 },
  ...{ ignoreMark: '&'.repeat(LONGEST_MARK), triage: CHANNEL, muted: NOW + 1 },
  routes: FAMILIES.map((family) => ({ families: [family], channel: CHANNEL })),
};
const STAND = { levels: { default: FULL, tenant: FULL, channel: FULL, person: FULL }, nowMs: NOW };
const SHOWN = { stand: STAND, hasChannel: true, isAdmin: true, hasMarks: true };

function fullest(locale: (typeof LOCALES)[number]): Reply[] {
  const titles = [...knowledge.entries.values()].map(({ code, title }) => ({
    code,
    title: `${code} · ${title[locale]}`,
  }));
  const longest = titles.sort((a, b) => b.title.length - a.title.length).slice(0, 10);
  const cases = longest.map(
    ({ code, title }): OwnCase => ({
      code,
      title,
      standing: 'claimed',
      openedAtMs: NOW,
      link: `https://e.example/${'x'.repeat(300)}`,
    }),
  );
  const urls = new Set(
    [...knowledge.entries.values()].flatMap(({ sources }) => sources.map((id) => knowledge.source(id).url)),
  );
  return [
    homeView(cases.slice(0, 5), SHOWN, locale),
    casesView(cases, locale),
    settingsView(SHOWN, locale),
    resolver.welcome(locale, '&'.repeat(256), true),
    ...[...urls]
      .flatMap((url) => (url === null ? [] : [sourceView(url, knowledge, locale)]))
      .filter((reply) => reply !== undefined),
    ...personalReplies(knowledge, resolver, locale).map(([, reply]) => reply),
  ];
}

function forms(locale: (typeof LOCALES)[number]): Form[] {
  const listening: readonly Changing['listening'][] = ['yes', 'no', 'unclear'];
  return [
    ...personalForms(locale).map(([, form]) => form),
    ...STORED_LEVELS.flatMap((level) =>
      listening.map((each) => settingsForm({ level, stand: STAND, hasMarks: true, listening: each }, locale)),
    ),
  ];
}

describe.each(LOCALES)('in %s', (locale) => {
  it('every view fits Teams and Slack', () => {
    const faults = fullest(locale).flatMap((reply) =>
      [...adaptiveCardFaults(renderAdaptiveCard(reply)), ...blockKitFaults(renderBlockKit(reply))].map(
        (fault) => `${reply.kind} ${reply.title}: ${fault}`,
      ),
    );
    expect(faults).toEqual([]);
  });

  it('every form fits Slack, which refuses what is too long, and Teams', () => {
    for (const form of forms(locale)) {
      expect(() => renderModal(form)).not.toThrow();
      expect(JSON.stringify(renderDialog(form)).length).toBeLessThan(28 * 1024);
    }
  });

  it('no field holds more than it takes', () => {
    for (const { fields } of forms(locale)) {
      for (const field of fields) {
        if (field.kind === 'text') expect((field.initial ?? '').length).toBeLessThanOrEqual(field.longest);
        if (field.kind === 'choice') expect(field.options.map(({ value }) => value)).toContain(field.initial);
      }
    }
  });

  it('buttons have words of their own on each card', () => {
    for (const { actions, kind } of fullest(locale)) {
      const labels = actions.map(({ label }) => label);
      expect([kind, new Set(labels).size]).toEqual([kind, labels.length]);
    }
  });
});

it('says plainly that nothing is open', () => {
  expect(openCasesSection([], 'en').kind).toBe('prose');
});
