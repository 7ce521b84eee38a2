import { KnowledgeError } from '../../../../src/knowledge/fault';
import { formatFinding } from '../../../../src/knowledge/lint/finding';
import { lintKnowledge } from '../../../../src/knowledge/lint/lint-knowledge';
import { readKnowledge, removeKnowledge, soundEntry, soundFiles, writeKnowledge } from '../fixture';

afterAll(removeKnowledge);

const CODE_FILE = 'codes/0xC004F038.json';

/** An entry whose first cause mentions a code that has no entry. */
function mentioning(code: string) {
  const [cause] = soundEntry().causes as object[];
  return soundEntry({ causes: [{ ...cause, text: { en: `See ${code}.`, 'zh-CN': `参见 ${code}。` } }] });
}

const EXCEPTION = {
  rule: 'known-codes',
  file: CODE_FILE,
  value: '0x90072EE2',
  reason: 'mentioned by the source; not an activation code of its own',
};

describe('lintKnowledge', () => {
  test('prints a finding as place and rule, what, why and fix', () => {
    const { findings } = lintKnowledge(writeKnowledge({ [CODE_FILE]: mentioning('0x90072EE2') }));

    expect(findings.map(formatFinding)).toEqual([
      [
        'codes/0xC004F038.json: known-codes',
        '  what  causes[0].text mentions 0x90072EE2, which has no entry and belongs to no component',
        '  why   a reader who follows the mention would learn nothing',
        '  fix   add knowledge/codes/0x90072EE2.json or a range to knowledge/components.json, or add the exception to knowledge/exceptions.json with a reason',
      ].join('\n'),
    ]);
  });

  test('sets right what a machine can, in several passes where needed', () => {
    const [cause] = soundEntry().causes as object[];
    const text = {
      'zh-CN': '参见http://learn.microsoft.com/zh-cn/windows/ ,再看KMS主机。',
      en: 'See http://learn.microsoft.com/en-us/windows/ about the KMS host.',
    };
    const directory = writeKnowledge({ [CODE_FILE]: soundEntry({ causes: [{ ...cause, text }] }) });

    const report = lintKnowledge(directory, { fix: true });

    expect(report).toEqual({ findings: [], fixed: [CODE_FILE] });
    expect(readKnowledge(directory, CODE_FILE)).toMatchObject({
      causes: [
        {
          text: {
            en: 'See https://learn.microsoft.com/windows/ about the KMS host.',
            'zh-CN': '参见 https://learn.microsoft.com/windows/，再看 KMS 主机。',
          },
        },
      ],
    });
    expect(lintKnowledge(directory)).toEqual({ findings: [], fixed: [] });
  });

  test('leaves files alone unless asked to fix them', () => {
    const directory = writeKnowledge({ [CODE_FILE]: Object.fromEntries(Object.entries(soundEntry()).reverse()) });

    expect(lintKnowledge(directory).fixed).toEqual([]);
    expect(Object.keys(readKnowledge(directory, CODE_FILE) as object)[0]).toBe('sources');
    expect(lintKnowledge(directory, { fix: true })).toEqual({ findings: [], fixed: [CODE_FILE] });
    expect(Object.keys(readKnowledge(directory, CODE_FILE) as object)[0]).toBe('code');
  });

  test('holds a finding back while an exception names it', () => {
    const directory = writeKnowledge({ [CODE_FILE]: mentioning('0x90072EE2'), 'exceptions.json': [EXCEPTION] });

    expect(lintKnowledge(directory).findings).toEqual([]);
  });

  test('reports an exception that nothing needs', () => {
    const { findings } = lintKnowledge(writeKnowledge({ 'exceptions.json': [EXCEPTION] }));

    expect(findings).toMatchObject([{ rule: 'needless-exception', file: 'exceptions.json', value: '0x90072EE2' }]);
  });

  test('reports an exception, and what it excused, from the day after its last', () => {
    const directory = writeKnowledge({
      [CODE_FILE]: mentioning('0x90072EE2'),
      'exceptions.json': [{ ...EXCEPTION, expires: '2026-12-31' }],
    });

    expect(lintKnowledge(directory, { today: '2026-12-31' }).findings).toEqual([]);
    expect(lintKnowledge(directory, { today: '2027-01-01' }).findings.map(({ rule }) => rule)).toEqual([
      'known-codes',
      'needless-exception',
    ]);
  });

  test('does not repair what an exception excuses', () => {
    const [cause] = soundEntry().causes as object[];
    const text = { en: 'Ask the KMS host.', 'zh-CN': '询问KMS主机。' };
    const directory = writeKnowledge({
      [CODE_FILE]: soundEntry({ causes: [{ ...cause, text }] }),
      'exceptions.json': [{ ...EXCEPTION, rule: 'zh-typography', value: text['zh-CN'] }],
    });

    expect(lintKnowledge(directory, { fix: true })).toEqual({ findings: [], fixed: [] });
  });

  test.each([
    ['sources/guides.json', '{'],
    ['glossary.json', '{ "terms": 5 }'],
    ['exceptions.json', '[{ "rule": "known-codes" }]'],
  ])('reports %s when it cannot be used', (file, text) => {
    const { findings } = lintKnowledge(writeKnowledge({ [file]: text }));

    expect(findings.filter((finding) => finding.file === file)).toMatchObject([{ rule: 'readable' }]);
  });

  test('refuses a folder without codes', () => {
    expect(() => lintKnowledge('/nowhere/at/all')).toThrow(KnowledgeError);
  });

  test('starts from files that are sound', () => {
    expect(Object.keys(soundFiles())).toContain(CODE_FILE);
    expect(lintKnowledge(writeKnowledge()).findings).toEqual([]);
  });
});
