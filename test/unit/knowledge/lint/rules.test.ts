import type { Finding } from '../../../../src/knowledge/lint/finding';
import { lintKnowledge } from '../../../../src/knowledge/lint/lint-knowledge';
import { RULES } from '../../../../src/knowledge/lint/rules';
import { removeKnowledge, soundEntry, soundFiles, soundProcedure, writeKnowledge } from '../fixture';

afterAll(removeKnowledge);

const CODE_FILE = 'codes/0xC004F038.json';
const PROCEDURE_FILE = 'procedures/count.json';

const both = (en: string, chinese: string) => ({ en, 'zh-CN': chinese });
const first = (list: unknown) => (list as object[])[0];
const entry = (changes: object) => ({ [CODE_FILE]: soundEntry({ ...changes }) });
const cause = (changes: object) => entry({ causes: [{ ...first(soundEntry().causes), ...changes }] });
const step = (changes: object) => entry({ steps: [{ ...first(soundEntry().steps), ...changes }] });
const procedure = (changes: object) => ({ [PROCEDURE_FILE]: soundProcedure({ ...changes }) });
const source = (changes: object) => {
  const sources = soundFiles()['sources/guides.json'] as { guide: object };
  return { 'sources/guides.json': { guide: { ...sources.guide, ...changes } } };
};
const glossary = (term: object) => ({ 'glossary.json': { terms: [term] } });

/** Each way to break a rule: the rule, what is spoiled, and the values that it must find. */
const BREAKS: readonly (readonly [rule: string, spoiled: Record<string, unknown>, values: readonly string[]])[] = [
  ['schema', entry({ scope: 'everything' }), ['scope']],
  ['schema', { 'components.json': { components: 'none' } }, ['components']],
  ['filename-is-code', { 'codes/0xC004F039.json': soundEntry() }, ['0xC004F038']],
  ['filename-is-code', { 'procedures/time.json': soundProcedure() }, ['count']],
  ['canonical-code', entry({ code: '0xc004f038' }), ['0xc004f038']],
  ['canonical-code', cause({ text: both('See 0xC004f038.', '参见 0xC004f038。') }), ['0xC004f038', '0xC004f038']],
  ['both-locales', cause({ text: { en: 'Too few clients.' } }), ['causes[0].text.zh-CN']],
  ['both-locales', entry({ title: both(' ', '计数') }), ['title.en']],
  ['shared-tokens', cause({ text: both('Fewer than 25 clients.', '客户端少于 52 台。') }), ['25', '52']],
  ['shared-tokens', cause({ text: both('Run `slmgr /dli`.', '运行 `slmgr /dlv`。') }), ['slmgr /dli', 'slmgr /dlv']],
  ['shared-tokens', cause({ text: both('See 0xC004F038.', '参见该代码。') }), ['0xC004F038']],
  ['shared-tokens', entry({ message: both('Wait 5 minutes.', '请稍候。') }), ['5']],
  ['zh-typography', cause({ text: both('Ask the KMS host.', '询问KMS主机。') }), ['询问KMS主机。']],
  [
    'glossary-terms',
    { ...cause({ text: both('The keys.', '钥匙。') }), ...glossary({ term: 'key', chinese: ['密钥'] }) },
    ['key'],
  ],
  [
    'glossary-terms',
    {
      ...cause({ text: both('The KMS server.', 'KMS 主机。') }),
      ...glossary({ term: 'KMS host', chinese: ['KMS 主机'], not: ['KMS server'] }),
    },
    ['KMS server'],
  ],
  [
    'link-without-locale',
    source({ url: 'https://learn.microsoft.com/en-us/windows/' }),
    ['https://learn.microsoft.com/en-us/windows/'],
  ],
  [
    'link-without-locale',
    cause({ text: both('See http://support.microsoft.com/help.', '参见 http://support.microsoft.com/help。') }),
    ['See http://support.microsoft.com/help.', '参见 http://support.microsoft.com/help。'],
  ],
  ['known-codes', cause({ text: both('See 0x90072EE2.', '参见 0x90072EE2。') }), ['0x90072EE2']],
  ['procedure-graph', procedure({ start: 'nowhere' }), ['nowhere', 'read', 'activate', 'more-clients']],
  [
    'procedure-graph',
    procedure({ outcomes: { activate: { kind: 'solved', text: both('Done.', '完成。') } } }),
    ['more-clients'],
  ],
  ['procedure-graph', procedure(withUnreachableOutcome()), ['spare']],
  ['procedure-graph', procedure(withLoop()), ['again']],
  ['procedure-graph', procedure(withAmbiguousId()), ['read']],
  ['procedure-graph', procedure(ending({ kind: 'continue' })), ['activate']],
  ['procedure-graph', procedure(ending({ kind: 'continue', code: '0xC004F039' })), ['activate']],
  ['known-procedures', procedure(ending({ kind: 'continue', procedure: 'voodoo' })), ['voodoo']],
  ['source-covered', source({ lists: ['0xC004F038', '0xC004F039'] }), ['0xC004F039']],
  [
    'source-covered',
    {
      'sources/guides.json': withSecondSource(),
      ...entry({ sources: ['other'], causes: likely('causes'), steps: likely('steps') }),
    },
    ['0xC004F038'],
  ],
  ['property-order', { [CODE_FILE]: reversed(soundEntry()) }, ['sources']],
  ['documented-has-source', cause({ sources: [] }), ['causes[0]']],
  ['documented-has-source', cause({ sources: ['guide', 'hearsay'] }), ['hearsay']],
  ['documented-has-source', { 'sources/guides.json': withSecondSource(), ...cause({ sources: ['other'] }) }, ['other']],
  ['documented-has-source', procedure(askingBy({ sources: [] })), ['steps.read']],
  ['documented-has-source', procedure(askingBy({ sources: ['hearsay'] })), ['hearsay']],
  ['known-procedures', entry({ procedures: ['voodoo'] }), ['voodoo']],
  ['command-sanity', step({ command: 'slmgr.vbs -/ipk <MAK>' }), ['-/ipk']],
  ['command-sanity', step({ command: 'cscript //nologo %windir%\\system32\\slmgr.vbs /activate' }), ['/activate']],
  ['command-sanity', step({ text: both('Run `slmgr /upk`.', '运行 `slmgr /upk`。'), destructive: true }), ['/upk']],
  ['command-sanity', step({ command: 'slmgr.vbs /rearm' }), ['slmgr.vbs /rearm']],
  ['command-sanity', step({ command: 'net stop sppsvc\nren tokens.dat tokens.bar' }), ['ren tokens.dat tokens.bar']],
  [
    'command-sanity',
    step({ command: 'DISM /online /Set-Edition:ServerStandard' }),
    ['DISM /online /Set-Edition:ServerStandard'],
  ],
  ['command-sanity', step({ text: both('Reinstall Windows.', '重新安装 Windows。') }), ['reinstall']],
  ['command-sanity', procedure(withCommand('slmgr /rearm')), ['slmgr /rearm']],
  ['no-activators', cause({ text: both('Never use KMSpico.', '切勿使用 KMSpico。') }), ['KMSpico', 'KMSpico']],
  [
    'no-activators',
    source({ url: 'https://learn.microsoft.com.example.com/' }),
    ['https://learn.microsoft.com.example.com/'],
  ],
  ['no-activators', step({ command: 'slmgr.vbs /skms kms.example.com:1688' }), ['kms.example.com:1688']],
];

function lint(changes: Record<string, unknown>): readonly Finding[] {
  return lintKnowledge(writeKnowledge(changes)).findings;
}

describe('the lint rules', () => {
  test('find nothing in sound files', () => {
    expect(lint(procedure({}))).toEqual([]);
  });

  test.each(BREAKS)('%s can fail: %#', (rule, spoiled, values) => {
    const findings = lint(spoiled).filter((finding) => finding.rule === rule);

    expect(findings.map(({ value }) => value)).toEqual(values);
    for (const { what, why, fix } of findings) {
      expect([what, why, fix].every((part) => part.length > 10)).toBe(true);
    }
  });

  test('are each proven to fail', () => {
    const proven = new Set(BREAKS.map(([rule]) => rule));
    expect(RULES.map(({ id }) => id).filter((id) => !proven.has(id))).toEqual([]);
  });

  test.each([
    'slmgr.vbs /ipk <MAK>',
    'cscript //nologo %windir%\\system32\\slmgr.vbs -ato',
    'slmgr.vbs server01 admin secret /dlv all',
    'slmgr /skms <kms_fqdn>:1688',
    'slmgr /skms azkms.core.windows.net:1688',
    'cscript //nologo ospp.vbs /act',
  ])('leave a sound command alone: %s', (command) => {
    expect(lint(step({ command }))).toEqual([]);
  });

  test.each(['KMS auto-discovery finds the host; KMS tools are built in.', 'Reinstall the Windows license files.'])(
    'leave an innocent sentence alone: %s',
    (sentence) => {
      expect(lint(step({ text: both(sentence, '说明。') }))).toEqual([]);
    },
  );

  test('allow a step that cannot be undone once it is marked', () => {
    expect(lint(step({ command: 'slmgr.vbs /rearm', destructive: true }))).toEqual([]);
  });

  test("leave Windows' own words as they are", () => {
    const message = both('The KMS server is unavailable', '密钥管理服务器(KMS)不可用，请联系KMS管理员');
    expect(
      lint({
        ...entry({ message, aliases: { en: ['0xc004f038 KMS server'], 'zh-CN': ['KMS服务器'] } }),
        ...glossary({ term: 'KMS host', chinese: ['KMS 主机'], not: ['KMS server', 'KMS服务器'] }),
      }),
    ).toEqual([]);
  });
});

function withUnreachableOutcome(): object {
  const { outcomes } = soundProcedure();
  return { outcomes: { ...(outcomes as object), spare: { kind: 'solved', text: both('Done.', '完成。') } } };
}

/** A second step that the first leads to and that only leads to itself. */
function withLoop(): object {
  const read = first(Object.values(soundProcedure().steps as object)) as { answers: object[] };
  const answer = { id: 'retry', label: both('Again', '再试'), next: 'again' };
  return { steps: { read: { ...read, answers: [...read.answers, answer] }, again: { ...read, answers: [answer] } } };
}

/** The sound procedure with its step changed. */
function askingBy(changes: object): object {
  const { steps } = soundProcedure() as { steps: { read: object } };
  return { steps: { read: { ...steps.read, ...changes } } };
}

/** The sound procedure with its first outcome changed. */
function ending(outcome: object): object {
  const { outcomes } = soundProcedure() as { outcomes: Record<string, object> };
  return { outcomes: { ...outcomes, activate: { ...outcomes.activate, ...outcome } } };
}

function withAmbiguousId(): object {
  const { steps, outcomes } = soundProcedure();
  return { steps, outcomes: { ...(outcomes as object), read: { kind: 'solved', text: both('Done.', '完成。') } } };
}

function withCommand(command: string): object {
  const read = first(Object.values(soundProcedure().steps as object)) as { ask: object };
  const { ask, ...rest } = read;
  return { steps: { read: { ask, command, ...rest } } };
}

function withSecondSource(): object {
  const sources = soundFiles()['sources/guides.json'] as { guide: object };
  const { lists: _, ...other } = sources.guide as { lists: unknown };
  return { ...sources, other };
}

function likely(group: 'causes' | 'steps'): object[] {
  return (soundEntry()[group] as object[]).map((statement) => ({ ...statement, confidence: 'likely', sources: [] }));
}

function reversed(value: object): object {
  return Object.fromEntries(Object.entries(value).reverse());
}
