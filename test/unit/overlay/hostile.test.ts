/** Text of an overlay is text: on no platform does it become a mention, a link or markup. */

import { toErrorCode } from '../../../src/code/error-code';
import { LOCALES } from '../../../src/i18n/locale';
import { renderAdaptiveCard } from '../../../src/render/adaptive-card';
import { renderBlockKit } from '../../../src/render/block-kit';
import type { Reply } from '../../../src/reply/reply';
import { createResolver } from '../../../src/resolver/resolve';
import { both, entry, faultsOf, load, organization, removeOverlays, SOURCES, step } from './fixture';

jest.setTimeout(60_000);
afterAll(removeOverlays);

const OWN = toErrorCode(0xa007_0001);
const HOSTILE = '<!channel> <@U123> [x](http-evil) <at>All</at> <b>x</b> &lt; *x* _y_ # {{DATE(now)}}';

/** Everything that a platform would be told of an entry of the overlay: its answer, and all of its steps. */
async function repliesWith(text: string): Promise<Reply[]> {
  const line = { text: both(text), showOn: ['help', 'activation', 'answers'] };
  const { knowledge } = await load({
    'organization.json': organization({ name: both(text.slice(0, 60)), kmsHosts: [], helpDesk: [line] }),
    'sources.json': { 'own-guide': { ...SOURCES['own-guide'], title: both(text) } },
    'codes/a.json': entry({
      title: both(text),
      symbol: text,
      message: both(text),
      messageOrigin: both('windows'),
      causes: [{ text: both(text), confidence: 'likely', sources: [] }],
      steps: [step({ text: both(text), command: text, expect: both(text) }), step({ id: 'more' })],
      warnings: [{ text: both(text), confidence: 'likely', sources: [] }],
    }),
  });
  const resolver = createResolver(knowledge);
  return LOCALES.flatMap((locale) =>
    (['answer', 'all-steps', 'stuck'] as const).map((move) => resolver.follow({ v: 1, move, locale, codes: [OWN] })),
  );
}

/** Every object in a value. */
function objectsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? inner : [value as Record<string, unknown>, ...inner];
}

describe('markup in a text of the overlay', () => {
  let replies: Reply[];
  beforeAll(async () => {
    // The lint wants tokens alike in both languages and Chinese as it is set, so both say the same in Latin letters.
    replies = await repliesWith(HOSTILE);
  });

  it('reaches Slack as characters', () => {
    for (const reply of replies) {
      const { text, blocks } = renderBlockKit(reply);
      expect(text).not.toMatch(/<[!@#]|<b>|<at>/);
      for (const { type, text: shown, elements } of objectsIn(blocks)) {
        if (type === 'mrkdwn') expect(shown).not.toMatch(/<(?!https:)/);
        if (type === 'rich_text_section') {
          const kinds = (elements as { type: string }[]).map((each) => each.type);
          // The signs before warnings are our own.
          expect(kinds.filter((kind) => kind !== 'text' && kind !== 'emoji')).toEqual([]);
        }
      }
      expect(JSON.stringify(blocks)).toContain('<!channel>');
    }
  });

  it('reaches Teams as characters', () => {
    for (const reply of replies) {
      const card = renderAdaptiveCard(reply);
      for (const { type, text } of objectsIn(card)) {
        if (type !== 'TextBlock') continue;
        // Without what is escaped, nothing is left that Markdown would take for more than a character.
        expect(String(text).replace(/\\./g, '')).not.toMatch(/[<>*_`{}&]|\]\(/);
      }
      expect(objectsIn(card).filter(({ type }) => type === 'Action.OpenUrl' || type === 'mention')).toEqual([]);
      expect(card).not.toHaveProperty('msteams.entities');
    }
  });
});

describe('characters that nobody can see', () => {
  it.each([
    ['a mark that turns the text around', '\u202E', 'U+202E'],
    ['the end of one', '\u2069', 'U+2069'],
    ['a space of no width', '\u200B', 'U+200B'],
    ['a joiner', '\u200D', 'U+200D'],
    ['a byte order mark within', '\uFEFF', 'U+FEFF'],
    ['a soft hyphen', '\u00AD', 'U+00AD'],
    ['a control', '\u0007', 'U+0007'],
    ['a terminal’s escape', '\u001B', 'U+001B'],
    ['a line break', '\n', 'U+000A'],
    ['a line separator', '\u2028', 'U+2028'],
    ['half of a pair', '\uD800', 'U+D800'],
    ['a tag', '\u{E0041}', 'U+E0041'],
    ['a filler', '\u3164', 'U+3164'],
  ])('are refused: %s', async (_name, character, told) => {
    const faults = await faultsOf({ 'codes/a.json': JSON.stringify(entry({ title: both(`a${character}b`) })) });
    expect(faults).toContainEqual(
      expect.stringMatching(new RegExp(`title\\.en: the text holds ${told.replace('+', '\\+')},`)),
    );
  });

  it('are refused in keys and in every file, and a command may have several lines', async () => {
    const line = { text: both('a\u202Eb'), showOn: ['help'] };
    expect(await faultsOf({ 'organization.json': organization({ helpDesk: [line] }) })).toContainEqual(
      expect.stringMatching(/^organization\.json:\d+:\d+: helpDesk\[0\]\.text\.en: the text holds U\+202E/),
    );
    const odd = { 'own\u200Bguide': SOURCES['own-guide'] };
    expect((await faultsOf({ 'sources.json': odd })).join('\n')).toContain('U+200B');
    const { items } = await load({ 'codes/a.json': entry({ steps: [step({ command: 'ver\nwhoami' })] }) });
    expect(items).toBe(1);
  });

  it('do not hide what stands behind a backtick without a partner', async () => {
    expect(await faultsOf({ 'codes/a.json': entry({ title: both('Run `ver') }) })).toContainEqual(
      expect.stringContaining('title.en: a backtick has no partner'),
    );
  });
});

describe('links', () => {
  const link = (url: string) => organization({ links: [{ title: both('Guide', '指南'), url, showOn: ['help'] }] });

  it.each([
    ['http://intranet.contoso.com/', 'no https address'],
    ['javascript:alert(1)', 'no https address'],
    ['//intranet.contoso.com/', 'no https address'],
    ['https://user@intranet.contoso.com/', 'a user name or a password'],
    ['https://intranet.contoso.com:hunter2@evil.example/', 'a user name or a password'],
    ['http://intranet:hunter2@evil.example/', 'no https address'],
    ['https://10.0.0.5/', 'a number instead of a name'],
    ['https://0x0a000005/', 'a number instead of a name'],
    ['https://[::1]/', 'a number instead of a name'],
    ['https://intranet.cοntoso.com/', 'xn--'],
    ['https://xn--intranet-abc.contoso.com/', 'xn--'],
    ['https://evil.example/', 'evil.example, which is not among the hosts'],
    ['https://intranet.contoso.com.evil.example/', 'not among the hosts'],
    ['https://evil.example/?https://intranet.contoso.com/', 'not among the hosts'],
    ['https:\\\\evil.example/', 'not among the hosts'],
  ])('%s is refused', async (url, why) => {
    const faults = await faultsOf({ 'organization.json': link(url) });
    expect(faults).toContainEqual(expect.stringMatching(/^organization\.json:\d+:\d+: links\[0\]\.url: /));
    expect(faults.join('\n')).toContain(why);
    expect(faults.join('\n')).not.toContain('hunter2');
  });

  it.each([
    'https://intranet.contoso.com/a',
    'https://INTRANET.contoso.com:8443/a',
    'https://learn.microsoft.com/windows',
  ])('%s is taken', async (url) => {
    expect((await load({ 'organization.json': link(url) })).knowledge.organization?.links).toHaveLength(1);
  });

  it('are looked at wherever they stand', async () => {
    const sources = { 'own-guide': { ...SOURCES['own-guide'], url: 'https://evil.example/' } };
    expect((await faultsOf({ 'sources.json': sources })).join('\n')).toMatch(/own-guide\.url: the link leads to evil/);
    const text = both('See https://evil.example/x', '见 https://evil.example/x');
    expect((await faultsOf({ 'codes/a.json': entry({ title: text }) })).join('\n')).toMatch(
      /title\.en: the link leads/,
    );
    const own = both('See https://intranet.contoso.com/x', '见 https://intranet.contoso.com/x');
    const { items } = await load({
      'organization.json': organization({ kmsHosts: [] }),
      'codes/a.json': entry({ title: own }),
    });
    expect(items).toBe(1);
  });

  it('cannot be allowed to a host in letters that look like others', async () => {
    for (const host of ['*.contoso.com', '10.0.0.5', 'xn--intranet-abc.contoso.com', 'cοntoso.com']) {
      const faults = await faultsOf({ 'organization.json': organization({ linkHosts: [host] }) });
      expect(faults.join('\n')).toMatch(/linkHosts\[0\]/);
    }
  });
});
