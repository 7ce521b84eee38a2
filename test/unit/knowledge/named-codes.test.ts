import { loadKnowledge } from '../../../src/knowledge/load';

const knowledge = loadKnowledge();

it.each([
  ['ERROR_ACCESS_DENIED', ['0x80070005']],
  ['sl_e_vl_not_enough_count', ['0xC004F038']],
  ['STATUS_ACCESS_VIOLATION', ['0xC0000005']],
  ['DRIVER_IRQL_NOT_LESS_OR_EQUAL', ['0x000000D1']],
  ['NO_SUCH_NAME_AT_ALL', []],
  ['constructor', []],
])('%s', (symbol, codes) => {
  expect(knowledge.codesNamed(symbol)).toEqual(codes);
});

it('knows the name of every entry', () => {
  for (const { symbol, code } of knowledge.entries.values()) {
    if (symbol !== null) expect(knowledge.codesNamed(symbol)).toContain(code);
  }
});
