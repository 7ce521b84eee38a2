import { createSeal, type Seal } from '../../../../../src/adapters/slack/installations/seal';

const OLD = { id: '2025', key: Buffer.alloc(32, 'old key ') };
const NEW = { id: '2026', key: Buffer.alloc(32, 'new key ') };
const TEXT = '{"token":"xoxb-secret"}';

let seal: Seal;
let sealed: string;

beforeEach(() => {
  seal = createSeal([NEW, OLD]);
  sealed = seal.close('T0ACME', TEXT);
});

test('hides the text, names the key, and opens again', () => {
  expect(sealed).toMatch(/^2026:[\w-]+$/);
  expect(Buffer.from(sealed.slice(5), 'base64url').toString('latin1')).not.toContain('xoxb');
  expect(seal.open('T0ACME', sealed)).toEqual({ text: TEXT, isOld: false });
});

test('never makes the same of the same', () => {
  const made = Array.from({ length: 100 }, () => seal.close('T0ACME', TEXT).slice(0, 21));
  expect(new Set(made).size).toBe(100);
});

test('opens for no other tenant', () => {
  expect(seal.open('T0OTHER', sealed)).toBeUndefined();
});

test('opens with no bit changed, anywhere', () => {
  for (let index = 0; index < sealed.length; index++) {
    for (let bit = 0; bit < 7; bit++) {
      const changed = String.fromCharCode(sealed.charCodeAt(index) ^ (1 << bit));
      const forged = sealed.slice(0, index) + changed + sealed.slice(index + 1);
      expect([forged, seal.open('T0ACME', forged)]).toEqual([forged, undefined]);
    }
  }
});

test.each([
  ['nothing', () => ''],
  ['no key', () => sealed.slice(5)],
  ['less', () => sealed.slice(0, -4)],
  ['more', () => `${sealed}AAAA`],
  ['something behind', () => `${sealed}:x`],
  ['a nonce alone', () => sealed.slice(0, 21)],
  ['text in clear', () => `2026:${TEXT}`],
])('opens with %s not', (_what, forged) => {
  expect(seal.open('T0ACME', forged())).toBeUndefined();
});

test('opens what an older key sealed, and says so', () => {
  const before = createSeal([OLD]).close('T0ACME', TEXT);
  expect(seal.open('T0ACME', before)).toEqual({ text: TEXT, isOld: true });
  expect(createSeal([NEW]).open('T0ACME', before)).toBeUndefined();
});

test('opens what stands in stores since the first version', () => {
  const first = '2026:AAECAwQFBgcICQoLECYYhJMEyktKIfpkMAKchLUTr-h8WyiSIr8utUI6j3X7S4StBulx';
  expect(seal.open('T0ACME', first)).toEqual({ text: TEXT, isOld: false });
});

test('opens a text of nothing, which is sealed as any other', () => {
  expect(seal.open('T0ACME', seal.close('T0ACME', ''))).toEqual({ text: '', isOld: false });
});

test('is not made without a key', () => {
  expect(() => createSeal([])).toThrow('without a key');
});

test('does not open with another key of the same name', () => {
  const other = createSeal([{ id: NEW.id, key: OLD.key }]);
  expect(other.open('T0ACME', sealed)).toBeUndefined();
});
