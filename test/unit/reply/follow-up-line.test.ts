import fc from 'fast-check';
import { toErrorCode } from '../../../src/code/error-code';
import { LOCALES } from '../../../src/i18n/locale';
import { type FollowUp, LONGEST_TRAIL, METHOD_CHOICES, MOVES, parseFollowUp } from '../../../src/reply/follow-up';
import { readFollowUp, writeFollowUp } from '../../../src/reply/follow-up-line';

const code = fc.integer({ min: 0, max: 0xffff_ffff }).map(toErrorCode);
const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/);
const followUp: fc.Arbitrary<FollowUp> = fc.record(
  {
    v: fc.constant(1 as const),
    move: fc.constantFrom(...MOVES),
    locale: fc.constantFrom(...LOCALES),
    codes: fc.array(code, { maxLength: 8 }),
    step: slug,
    written: fc.string({ maxLength: 32 }),
    procedure: slug,
    trail: fc.array(fc.tuple(fc.oneof(code, slug), slug, slug), { maxLength: LONGEST_TRAIL }),
    method: fc.constantFrom(...METHOD_CHOICES),
    choice: fc.constantFrom('locale' as const, 'edit' as const),
    case: fc.stringMatching(/^[A-Za-z0-9_-]{22}$/),
    version: fc.integer({ min: 0, max: 1_000_000 }),
  },
  { requiredKeys: ['v', 'move', 'locale', 'codes'] },
);

it('brings any follow-up over whole', () => {
  fc.assert(
    fc.property(followUp, (value) => {
      expect(parseFollowUp(writeFollowUp(value))).toEqual(value);
    }),
  );
});

it('is shorter than JSON, and needs no escapes inside of it', () => {
  fc.assert(
    fc.property(followUp, (value) => {
      const line = writeFollowUp({ ...value, written: 'O' });
      expect(line.length).toBeLessThan(JSON.stringify({ ...value, written: 'O' }).length);
      expect(JSON.stringify(line)).toBe(`"${line}"`);
    }),
  );
});

it.each(['', '{}', 'v=1', 'c=', '%', '&&&=', 'v=1&c=x&t=a', '__proto__=1&v=1&c='])(
  'takes "%s" for no follow-up, without a throw',
  (line) => {
    expect(parseFollowUp(line)).toBeUndefined();
  },
);

it('never throws on any text', () => {
  fc.assert(fc.property(fc.string(), (line) => readFollowUp(line) === undefined || true));
});
