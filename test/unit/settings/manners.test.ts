import fc from 'fast-check';
import { LOCALES } from '../../../src/i18n/locale';
import { type Levels, type Manners, mergeManners } from '../../../src/settings/manners';
import { MODES, PRIVACIES, type Settings, SWITCHES } from '../../../src/settings/settings';

const NOW = Date.UTC(2026, 10, 22);

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const settings: fc.Arbitrary<Settings> = fc.record({
  language: maybe(fc.constantFrom(...LOCALES)),
  mode: maybe(fc.constantFrom(...MODES)),
  privacy: maybe(fc.constantFrom(...PRIVACIES)),
  marks: maybe(fc.constantFrom(...SWITCHES)),
  cooldownMinutes: maybe(fc.nat(60)),
  ignoreMark: maybe(fc.constantFrom('', '-', '~')),
  muted: maybe(fc.constantFrom('until-unmuted' as const, NOW - 1, NOW, NOW + 1)),
});
const levels: fc.Arbitrary<Levels> = fc.record({
  default: settings,
  tenant: maybe(settings),
  channel: maybe(settings),
  person: maybe(settings),
});

function check(law: (manners: Manners, all: Levels) => void): void {
  fc.assert(fc.property(levels, (all) => law(mergeManners(all, NOW), all)));
}

it('is a quiet bot that answers in public where nobody has set anything', () => {
  expect(mergeManners({ default: {} }, NOW)).toEqual({
    mode: 'mention',
    privacy: 'thread',
    marks: true,
    cooldownMs: 600_000,
    ignoreMark: '',
    isMuted: false,
  });
});

it.each<[keyof Manners, keyof Settings, (value: unknown) => unknown]>([
  ['mode', 'mode', (value) => value],
  ['marks', 'marks', (value) => value === 'on'],
  ['cooldownMs', 'cooldownMinutes', (value) => Number(value) * 60_000],
  ['ignoreMark', 'ignoreMark', (value) => value],
])(
  'takes %s from the nearest of channel, organization and default that says it, never from a person',
  (is, said, as) => {
    check((manners, { channel, tenant, default: defaults }) => {
      const says = [channel?.[said], tenant?.[said], defaults[said]].find((value) => value !== undefined);
      expect(manners[is]).toEqual(says === undefined ? mergeManners({ default: {} }, NOW)[is] : as(says));
    });
  },
);

it('takes an empty mark and no cooldown for something said', () => {
  const manners = mergeManners(
    { default: { ignoreMark: '-', cooldownMinutes: 5 }, tenant: { ignoreMark: '', cooldownMinutes: 0 } },
    NOW,
  );
  expect(manners).toMatchObject({ ignoreMark: '', cooldownMs: 0 });
});

it('is never made louder by a person: their settings change nothing but language, and only to more quiet', () => {
  check((manners, { person: _person, ...place }) => {
    const { language: _language, ...there } = mergeManners(place, NOW);
    const { language: _chosen, ...here } = manners;
    expect(here).toEqual({
      ...there,
      privacy: there.privacy === 'private' ? 'private' : here.privacy,
      isMuted: here.isMuted,
    });
    expect(there.isMuted).toBe(false);
  });
});

it('answers privately where the place says so or the person asks for it', () => {
  check((manners, { person, ...place }) => {
    const isPrivate = person?.privacy === 'private' || mergeManners(place, NOW).privacy === 'private';
    expect(manners.privacy).toBe(isPrivate ? 'private' : 'thread');
  });
});

it.each([
  ['until-unmuted', true],
  [NOW + 1, true],
  [NOW, false],
  [NOW - 1, false],
  [undefined, false],
] as const)('takes a person who is muted until %s for muted: %s', (muted, isMuted) => {
  expect(mergeManners({ default: {}, person: { muted } }, NOW).isMuted).toBe(isMuted);
  // A place cannot be muted.
  expect(mergeManners({ default: { muted }, tenant: { muted }, channel: { muted } }, NOW).isMuted).toBe(false);
});

it('takes the language of the person, then of the channel; that of the organization is what answers fall back to', () => {
  check(({ language, fallbackLanguage }, { person, channel, tenant, default: defaults }) => {
    expect(language).toBe(person?.language ?? channel?.language);
    expect(fallbackLanguage).toBe(tenant?.language ?? defaults.language);
  });
});
