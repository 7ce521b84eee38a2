import fc from 'fast-check';
import { FAMILIES } from '../../../src/knowledge/families';
import { FIELD_OF, isSettingName, MUTES, readSetting, type SettingName } from '../../../src/settings/read';
import { MODES, PRIVACIES, SWITCHES, settingsSchema } from '../../../src/settings/settings';
import { writeSetting } from '../../../src/settings/write';

const NOW = Date.UTC(2026, 10, 22);
const HOUR_MS = 60 * 60 * 1000;

it('has a name for every setting there is', () => {
  expect(Object.values(FIELD_OF).sort()).toEqual(Object.keys(settingsSchema.shape).sort());
});

it('knows the names, and nothing that every object has', () => {
  expect(['mode', 'mute', 'ignoreMark', 'toString'].map(isSettingName)).toEqual([true, true, false, false]);
});

it.each<[SettingName, string, unknown]>([
  ['mode', 'listen', 'listen'],
  ['mode', ' Mention ', 'mention'],
  ['language', 'zh-CN', 'zh-CN'],
  ['language', 'zh-cn', 'zh-CN'],
  ['privacy', 'private', 'private'],
  ['marks', 'off', 'off'],
  ['cooldown', '15', 15],
  ['cooldown', '0', 0],
  ['ignore', '-hexfix', '-hexfix'],
  ['ignore', 'off', ''],
  ['triage', 'C0123', 'C0123'],
  ['triage', '19:a-b_c@thread.tacv2', '19:a-b_c@thread.tacv2'],
  ['mute', '1h', NOW + HOUR_MS],
  ['mute', '24h', NOW + 24 * HOUR_MS],
  ['mute', 'on', 'until-unmuted'],
  ['mute', 'off', undefined],
  ['routes', 'off', []],
])('reads %s=%s', (name, text, value) => {
  expect(readSetting(name, text, NOW)).toEqual({ value });
});

const TWO_ROUTES = [
  { families: ['activation', 'update'], channel: 'C0456' },
  { families: ['setup'], channel: '19:a@thread.tacv2' },
];

it.each([
  ['on one line', 'activation,update:C0456; setup:19:a@thread.tacv2'],
  ['on a line each', ' activation, update : C0456 \n\nsetup: 19:a@thread.tacv2\n'],
  ['with Chinese punctuation', 'activation、update：C0456；setup：19:a@thread.tacv2'],
  ['in capitals', 'Activation,UPDATE:C0456;Setup:19:a@thread.tacv2;'],
])('reads routes %s', (_, text) => {
  expect(readSetting('routes', text, NOW)).toEqual({ value: TWO_ROUTES });
});

it.each<[SettingName, string, string]>([
  ['mode', 'loud', 'not-a-choice'],
  ['language', 'fr', 'not-a-choice'],
  ['privacy', 'public', 'not-a-choice'],
  ['marks', 'true', 'not-a-choice'],
  ['cooldown', '-1', 'not-minutes'],
  ['cooldown', '1.5', 'not-minutes'],
  ['cooldown', '1e1', 'not-minutes'],
  ['cooldown', '1441', 'not-minutes'],
  ['ignore', 'two words', 'not-a-mark'],
  ['ignore', 'x'.repeat(17), 'not-a-mark'],
  ['triage', '#help-desk', 'not-a-channel'],
  ['triage', 'C1', 'not-a-channel'],
  ['mute', '2h', 'not-a-choice'],
  ['routes', ';', 'not-a-route'],
  ['routes', 'C0456', 'not-a-route'],
  ['routes', ':C0456', 'not-a-route'],
  ['routes', 'printers:C0456', 'not-a-family'],
  ['routes', 'update:help-desk', 'not-a-channel'],
  ['routes', 'update:C0456;setup', 'not-a-route'],
  ['routes', 'update:C0456;'.repeat(FAMILIES.length + 1), 'too-many-routes'],
])('does not read %s=%s: %s', (name, text, error) => {
  expect(readSetting(name, text, NOW)).toEqual({ error });
});

it.each(Object.keys(FIELD_OF).filter(isSettingName))('does not take an empty text for a value of %s', (name) => {
  expect(readSetting(name, ' ', NOW)).toHaveProperty('error');
});

const channel = fc.constantFrom('C0123', 'G9ABC', '19:x_y-z@thread.tacv2', '19:x@thread.skype');
const settings = fc
  .record({
    mode: fc.constantFrom(...MODES),
    language: fc.constantFrom('en', 'zh-CN'),
    privacy: fc.constantFrom(...PRIVACIES),
    marks: fc.constantFrom(...SWITCHES),
    cooldownMinutes: fc.nat(24 * 60),
    ignoreMark: fc.constantFrom('', '-', '~hexfix', '不用'),
    triage: channel,
    routes: fc.array(
      fc.record({ families: fc.array(fc.constantFrom(...FAMILIES), { minLength: 1, maxLength: 3 }), channel }),
      { maxLength: 4 },
    ),
    muted: fc.constant('until-unmuted'),
  })
  .map((value) => settingsSchema.parse(value));

it('reads what it writes', () => {
  fc.assert(
    fc.property(settings, fc.constantFrom(...Object.keys(FIELD_OF).filter(isSettingName)), (all, name) => {
      expect(readSetting(name, writeSetting(name, all) ?? '', NOW)).toEqual({ value: all[FIELD_OF[name]] });
    }),
  );
});

it('writes nothing for what is not set, and when a mute ends', () => {
  expect(writeSetting('routes', {})).toBeUndefined();
  expect(writeSetting('mute', { muted: NOW })).toBe('2026-11-22T00:00:00.000Z');
});

it('takes every kind of mute that it offers', () => {
  for (const mute of MUTES) expect(readSetting('mute', mute, NOW)).toHaveProperty('value');
});
