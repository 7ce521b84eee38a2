import { readFileSync } from 'node:fs';
import path from 'node:path';
import { EXAMPLES } from '../../../../../src/adapters/playground/page/examples';
import { en } from '../../../../../src/adapters/playground/page/labels/en';
import { HTML_ZH_CN } from '../../../../../src/adapters/playground/page/labels/html-zh-cn';
import { zhCN } from '../../../../../src/adapters/playground/page/labels/zh-cn';
import { pickLocale } from '../../../../../src/adapters/playground/page/locale';
import { drawMessage } from '../../../../../src/adapters/playground/page/panels';
import { PROBLEMS } from '../../../../../src/adapters/playground/page/problems';
import { mergeSettings, readSettings } from '../../../../../src/adapters/playground/page/settings';
import { textOf } from '../../../../../src/adapters/playground/page/tree';
import { PERSONA_NAMES } from '../../../../../src/adapters/playground/personas';

const html = readFileSync(path.resolve(__dirname, '../../../../../src/adapters/playground/page/index.html'), 'utf8');

test('every text that the HTML names is translated, and nothing else is', () => {
  const named = [...html.matchAll(/data-(?:text|label|placeholder)="(\w+)"/g)].map(([, key]) => key);
  expect([...new Set(named)].sort()).toEqual(Object.keys(HTML_ZH_CN).sort());
});

test('the HTML asks for nothing from elsewhere and holds no script or style of its own', () => {
  expect(html).not.toMatch(/https?:|<style|style=|\son\w+=|<script(?![^>]*\ssrc="\/playground\/)/);
});

const chinese = [
  ...Object.values(HTML_ZH_CN),
  ...EXAMPLES.map(({ label }) => label['zh-CN']),
  ...Object.values(PROBLEMS).map((problem) => problem['zh-CN']),
  ...wordsOf(zhCN),
];

/** Every label; those that take something get a Latin word. */
function wordsOf(labels: object): string[] {
  return Object.values(labels).flatMap((label) => {
    if (typeof label === 'function') return [label('x', 'Slack')];
    return typeof label === 'string' ? [label] : wordsOf(label);
  });
}

test.each(chinese)('sets a space between Chinese and Latin in %s', (text) => {
  expect(text).not.toMatch(/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u);
});

test('the page calls people what the cards call them', () => {
  for (const [persona, names] of Object.entries(PERSONA_NAMES)) {
    expect(en.personas).toHaveProperty(persona, names.en);
    expect(zhCN.personas).toHaveProperty(persona, names['zh-CN']);
  }
});

test('the browser’s languages decide in their order, then the default', () => {
  expect(pickLocale(['fr', 'zh-TW', 'en'], 'en')).toBe('zh-CN');
  expect(pickLocale(['en-GB', 'zh'], 'zh-CN')).toBe('en');
  expect(pickLocale(['fr', 'zhx'], 'zh-CN')).toBe('zh-CN');
});

test('settings come back as they were stored', () => {
  const settings = { language: 'zh-CN', theme: 'dark', door: 'message', view: 'both', as: 'agent' } as const;
  expect(readSettings(JSON.stringify(settings))).toEqual(settings);
});

test.each([
  null,
  '',
  '{',
  '5',
  'null',
  '[]',
  '{"theme":"pink","language":7,"door":null,"view":["slack"],"as":"admin"}',
])('settings stored as %j are the defaults', (stored) => {
  const defaults = { language: 'auto', theme: 'system', door: 'mention', view: 'teams', as: 'you' };
  expect(readSettings(stored)).toEqual(defaults);
});

test('a change keeps the other settings and takes no value of its own making', () => {
  const settings = readSettings(null);
  expect(mergeSettings(settings, { theme: 'dark' })).toEqual({ ...settings, theme: 'dark' });
  expect(mergeSettings(settings, { theme: 'pink' })).toEqual(settings);
});

test('a post is shown letter by letter, with a mention only where there was one', () => {
  const text = '<img src=x onerror=alert(1)> & "0xC004F074"\n  second line';
  const message = { id: 'm', revision: 1, author: 'you', atMs: 0 } as const;
  const shown = (door: string) => textOf(drawMessage({ ...message, post: { text, door } }, en, '9:00'));
  expect(shown('mention')).toContain(`@Hexfix ${text}`);
  expect(shown('message')).toContain(text);
  expect(shown('message')).not.toContain('@Hexfix');
});
