import { FIELDS_OF, STORED_LEVELS, settingsSchema } from '../../../src/settings/settings';

it('has a level for every setting', () => {
  const said = new Set(STORED_LEVELS.flatMap((level) => FIELDS_OF[level]));
  expect([...said].sort()).toEqual(Object.keys(settingsSchema.shape).sort());
});

it.each([
  {},
  { mode: 'off', privacy: 'private', marks: 'off', language: 'zh-CN' },
  { cooldownMinutes: 0, ignoreMark: '' },
  { cooldownMinutes: 1440, ignoreMark: '-hexfix' },
  { triage: 'C024BE91L' },
  { triage: '19:a_b-c=@thread.tacv2' },
  { routes: [] },
  { routes: [{ families: ['activation', 'update'], channel: 'G024BE91L' }] },
  { muted: 'until-unmuted' },
  { muted: 1_795_305_600_000 },
])('takes %j', (value) => {
  expect(settingsSchema.parse(value)).toEqual(value);
});

it.each([
  { volume: 11 },
  { mode: 'loud' },
  { privacy: 'dm' },
  { marks: true },
  { language: 'fr' },
  { cooldownMinutes: -1 },
  { cooldownMinutes: 1441 },
  { cooldownMinutes: 0.5 },
  { cooldownMinutes: '5' },
  { ignoreMark: 'a b' },
  { ignoreMark: 'x'.repeat(17) },
  { triage: '' },
  { triage: 'help-desk' },
  { triage: 'C0 C1' },
  { triage: 'U024BE91L' },
  { triage: '19:a@unq.gbl.spaces' },
  { triage: '19:a;messageid=1@thread.tacv2' },
  { routes: [{ families: [], channel: 'C0456' }] },
  { routes: [{ families: ['printers'], channel: 'C0456' }] },
  { routes: [{ families: ['update'], channel: 'elsewhere' }] },
  { routes: [{ families: ['update'] }] },
  { muted: 'for ever' },
  { muted: 0 },
])('does not take %j', (value) => {
  expect(settingsSchema.safeParse(value).success).toBe(false);
});
