import { toErrorCode } from '../../../src/code/error-code';
import { KnowledgeError } from '../../../src/knowledge/fault';
import { loadKnowledge } from '../../../src/knowledge/load';
import { removeKnowledge, soundEntry, soundFiles, writeKnowledge } from './fixture';

afterAll(removeKnowledge);

function faultsOf(directory: string): KnowledgeError {
  try {
    loadKnowledge(directory);
  } catch (error) {
    if (error instanceof KnowledgeError) return error;
  }
  throw new Error('loading found no fault');
}

describe('loadKnowledge', () => {
  test('finds an entry by its code and by its severity twin', () => {
    const knowledge = loadKnowledge(writeKnowledge({ 'codes/0xC004F038.json': soundEntry({ twins: ['0x4004F038'] }) }));

    expect(knowledge.find(toErrorCode(0xc004f038))?.symbol).toBe('SL_E_VL_NOT_ENOUGH_COUNT');
    expect(knowledge.find(toErrorCode(0x4004f038))).toBe(knowledge.find(toErrorCode(0xc004f038)));
    expect(knowledge.find(toErrorCode(0xc004f039))).toBeUndefined();
    expect([...knowledge.entries.keys()]).toEqual(['0xC004F038']);
    expect([...knowledge.codes]).toEqual(['0x4004F038', '0xC004F038']);
  });

  test('prefers an entry of its own to a twin', () => {
    const knowledge = loadKnowledge(
      writeKnowledge({
        'codes/0x4004F038.json': soundEntry({ code: '0x4004F038', symbol: 'OWN' }),
        'codes/0xC004F038.json': soundEntry({ twins: ['0x4004F038'] }),
      }),
    );

    expect(knowledge.find(toErrorCode(0x4004f038))?.symbol).toBe('OWN');
    expect([...knowledge.entries.keys()]).toEqual(['0x4004F038', '0xC004F038']);
  });

  test('names the narrowest component whose range holds a code', () => {
    const knowledge = loadKnowledge(writeKnowledge());

    expect(knowledge.component(toErrorCode(0x8007232b))?.id).toBe('dns');
    expect(knowledge.component(toErrorCode(0x80072328))?.id).toBe('dns');
    expect(knowledge.component(toErrorCode(0x8007270f))?.id).toBe('dns');
    expect(knowledge.component(toErrorCode(0x80072710))?.id).toBe('win32');
    expect(knowledge.component(toErrorCode(0x80080000))).toBeUndefined();
  });

  test('hands out sources and refuses an id that is not there', () => {
    const knowledge = loadKnowledge(writeKnowledge());

    expect(knowledge.source('guide').date).toBe('2025-01-15');
    expect(() => knowledge.source('elsewhere')).toThrow('no source "elsewhere"');
    expect(() => knowledge.source('constructor')).toThrow('no source "constructor"');
  });

  test('reports all faults of all files at once, each with its place', () => {
    const error = faultsOf(
      writeKnowledge({
        'components.json': '{ "components": [',
        'codes/0xC004F038.json': soundEntry({ scope: 'everything', causes: [] }),
        'codes/0xC004F039.json': soundEntry({ code: '0xc004f039' }),
        'codes/0xC004F040.json': soundEntry({ code: '0xC004F041' }),
      }),
    );

    expect(error.faults.map(({ file, path }) => `${file} ${path}`).sort()).toEqual([
      'codes/0xC004F038.json causes',
      'codes/0xC004F038.json scope',
      'codes/0xC004F039.json code',
      'codes/0xC004F040.json code',
      'components.json ',
    ]);
    expect(error.message).toContain('The knowledge files have 5 faults.');
    expect(error.message).toContain('codes/0xC004F039.json: code\n  what  write a code as 0x and eight');
  });

  test('writes the place of a nested fault as a path', () => {
    const step = { ...(soundEntry().steps as object[])[0], text: { en: 'Read it.' } };
    const error = faultsOf(writeKnowledge({ 'codes/0xC004F038.json': soundEntry({ steps: [step] }) }));

    expect(error.faults.map(({ path }) => path)).toEqual(['steps[0].text.zh-CN']);
  });

  test('wants the system’s own message of a general code, and of no other', () => {
    const systemMessage = { en: 'Access is denied.', 'zh-CN': '拒绝访问。' };
    const { causes, steps, warnings, title } = soundEntry();
    const elsewhere = { area: 'system', title, causes, steps, warnings };
    for (const wrong of [
      { scope: 'general', elsewhere },
      { scope: 'activation', systemMessage },
    ]) {
      const error = faultsOf(writeKnowledge({ 'codes/0xC004F038.json': soundEntry(wrong) }));
      expect(error.faults.map(({ path }) => path)).toEqual(['systemMessage']);
    }
    const sound = soundEntry({ scope: 'general', systemMessage, elsewhere });
    expect(() => loadKnowledge(writeKnowledge({ 'codes/0xC004F038.json': sound }))).not.toThrow();
  });

  test('wants to know what a general code means elsewhere, and to which part of Windows another one belongs', () => {
    const { causes, steps, warnings, title } = soundEntry();
    const elsewhere = { area: 'system', title, causes, steps, warnings };
    for (const [wrong, path] of [
      [{ scope: 'general', systemMessage: { en: 'No.', 'zh-CN': '不。' } }, 'elsewhere'],
      [{ scope: 'activation', elsewhere }, 'elsewhere'],
      [{ scope: 'windows', methods: [] }, 'area'],
      [{ scope: 'windows', area: 'update' }, 'methods'],
      [{ scope: 'activation', methods: [] }, 'methods'],
      [{ message: { en: 'Only English.' } }, 'messageOrigin'],
    ] as const) {
      const error = faultsOf(writeKnowledge({ 'codes/0xC004F038.json': soundEntry(wrong) }));
      expect(error.faults.map((fault) => fault.path)).toEqual([path]);
    }
  });

  test('refuses a component whose range runs backward', () => {
    const [component] = (soundFiles()['components.json'] as { components: object[] }).components;
    const components = [{ ...component, from: '0x8007FFFF', to: '0x80070000' }];
    const error = faultsOf(writeKnowledge({ 'components.json': { components } }));

    expect(error.faults).toMatchObject([{ path: 'components[0]', what: 'a range starts at its lower code' }]);
  });

  test('says that a required file is missing', () => {
    const error = faultsOf(writeKnowledge({ 'components.json': undefined }));

    expect(error.faults).toMatchObject([{ file: 'components.json', what: 'the file cannot be read' }]);
  });

  test('says that two files have a source of one id', () => {
    const { 'sources/guides.json': guides } = soundFiles();
    const error = faultsOf(writeKnowledge({ 'sources/more.json': guides }));

    expect(error.faults).toMatchObject([{ file: 'sources/more.json', path: 'guide' }]);
  });

  test('says clearly that the folder is missing', () => {
    const error = faultsOf('/nowhere/at/all');

    expect(error.faults).toHaveLength(1);
    expect(error.message).toContain('/nowhere/at/all');
    expect(error.message).toContain('no folder "codes"');
  });
});
