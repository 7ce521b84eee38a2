/** The first thing that happens to a message: what of it the rest of the bot may know. */

import { takeIn } from '../../src/intake';
import { loadKnowledge } from '../../src/knowledge/load';

const knowledge = loadKnowledge();
/** Nobody's: made up by hand. */
const KEY = 'N8FJ2-7XQ4V-KW9RT-3MHYC-6DPBG';
/** Microsoft's own for Windows Pro, which everybody may know. */
const PUBLISHED = 'W269N-WFGWX-YVC9B-4J6C9-T83GX';

const inPassing = (message: string, files?: readonly string[]) => takeIn(message, false, knowledge, files);
const addressed = (message: string, files?: readonly string[]) => takeIn(message, true, knowledge, files);
const codesOf = ({ mentions }: ReturnType<typeof takeIn>) => mentions.map(({ code }) => code);

describe('a message that passes by', () => {
  it('is looked at no further where nothing in it is a code', () => {
    const text = 'Our KMS client: lunch in room 305?';
    expect(inPassing(text)).toEqual({
      ...{ mentions: [], verdict: { speak: false, reason: 'no-code' }, activation: false, keys: 0, text },
    });
  });

  it('is answered for a code beyond doubt, with what it says of activation', () => {
    const intake = inPassing('slmgr /ato says 0xC004F074 on a KMS client');
    expect(codesOf(intake)).toEqual(['0xC004F074']);
    expect(intake).toMatchObject({ verdict: { speak: true }, activation: true, method: 'kms-client' });
    expect(intake).not.toHaveProperty('filesBegin');
    expect(intake).not.toHaveProperty('diagnosis');
  });

  it('is not answered for a number that may be anything', () => {
    expect(inPassing('1603')).toMatchObject({ mentions: [], verdict: { speak: false } });
  });
});

describe('a message to the bot', () => {
  it('may hold a bare number', () => {
    const intake = addressed('1603');
    expect(codesOf(intake)).toEqual(['0x00000643']);
    expect(intake.verdict).toEqual({ speak: true, reason: 'addressed' });
  });

  it('may name an error, as far as the knowledge knows that name', () => {
    expect(codesOf(addressed('it ends with ERROR_ACCESS_DENIED'))).toEqual(['0x80070005']);
    expect(codesOf(addressed('it ends with ERROR_OF_NOBODY_EVER'))).toEqual([]);
  });

  it('is read for output and activation without any code', () => {
    expect(addressed('how do I set up a KMS client?')).toMatchObject({ mentions: [], method: 'kms-client' });
  });

  it('names no method where it names two', () => {
    const intake = addressed('is it the MAK or the KMS client? 0xC004C008');
    expect(intake.activation).toBe(true);
    expect(intake).not.toHaveProperty('method');
  });
});

describe('product keys', () => {
  it('are hidden and counted, in the message and in its files', () => {
    const intake = addressed(`slmgr /ipk ${KEY} gives 0xC004F069`, [`the key ${KEY}, and ${KEY}`, 'none here']);
    expect(intake.keys).toBe(3);
    expect(JSON.stringify(intake)).not.toContain('N8FJ2');
    expect(intake.text).toBe(`slmgr /ipk ${'*'.repeat(KEY.length)} gives 0xC004F069`);
  });

  it.each([
    ['the message', PUBLISHED, []],
    ['a file', 'see there', ['nothing', PUBLISHED]],
  ])('that Microsoft publishes are found in %s, told once, and hidden all the same', (_where, message, files) => {
    const intake = addressed(message, files);
    expect(intake.diagnosis?.findings).toEqual([{ kind: 'published-key', edition: 'Windows 11/10 Pro' }]);
    expect(intake.keys).toBe(0);
    expect(JSON.stringify(intake)).not.toContain('W269N');
  });

  it('are one finding where one stands in both', () => {
    expect(addressed(PUBLISHED, [PUBLISHED]).diagnosis?.findings).toHaveLength(1);
  });
});

describe('files', () => {
  it('are read for codes beyond doubt alone, even when the bot is addressed', () => {
    expect(codesOf(addressed('see there', ['took 1603 ms', 'failed with 0xC004F038']))).toEqual(['0xC004F038']);
  });

  it('add no second time what is there already, and keep the order', () => {
    const intake = inPassing('0xC004F074', ['0xC004F038 and 0xC004F074', '0xC004F038, 0xC004C008']);
    expect(codesOf(intake)).toEqual(['0xC004F074', '0xC004F038', '0xC004C008']);
  });

  it('are read for what they say of activation, each on lines of its own', () => {
    const intake = inPassing('0xC004F074', ['on a KMS', 'client']);
    expect(intake.activation).toBe(true);
    expect(intake).not.toHaveProperty('method');
    expect(inPassing('0xC004F074', ['on a KMS client'])).toMatchObject({ method: 'kms-client' });
  });

  it('leave their beginning, for the language to be told by, and no more of it', () => {
    const { text, filesBegin } = inPassing('0xC004F074', ['一', 'x'.repeat(9_000)]);
    expect(text).toBe('0xC004F074');
    expect(filesBegin).toBe(`\n\n一\n\n${'x'.repeat(4_000 - 5)}`);
  });

  it('that are read for their output lead to the same finding as pasted text', () => {
    expect(addressed('see there', [PUBLISHED]).diagnosis).toEqual(addressed(PUBLISHED).diagnosis);
  });
});
