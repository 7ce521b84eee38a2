import { createLookups, type Lookups } from '../../../src/api/lookups';
import { procedureValueSchema } from '../../../src/api/procedure-values';
import { isRefusal, type Refusal, tellRefusal } from '../../../src/api/refusal';
import type { Answered } from '../../../src/api/replies';
import { askedSchema, codeValueSchema, explainedSchema } from '../../../src/api/values';
import { LOCALES, type Locale } from '../../../src/i18n/locale';
import { takeIn } from '../../../src/intake';
import { loadKnowledge } from '../../../src/knowledge/load';
import { createResolver } from '../../../src/resolver/resolve';

const knowledge = loadKnowledge();
const lookups = createLookups(knowledge);
const EN = { chosen: 'en' } as const;
const ZH = { chosen: 'zh-CN' } as const;

function resultOf<T extends object>(outcome: Answered<T> | Refusal): T {
  if (isRefusal(outcome)) throw new Error(outcome.refusal);
  return outcome.value;
}

const lookUp = (code: string, locale: Locale = 'en') => resultOf(lookups.lookUp(code, { chosen: locale }));

describe('every entry', () => {
  const codes = [...knowledge.entries.keys()];

  it.each(LOCALES)('has the shape that the schema tells, in %s', (locale) => {
    const wrong = codes.filter((code) => !codeValueSchema.safeParse(lookUp(code, locale)).success);
    expect(codes.length).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
  });

  it('names only sources that stand beside it, and each of its steps', () => {
    for (const code of codes) {
      const { causes, steps, warnings, sources, elsewhere } = lookUp(code);
      const ids = sources.map(({ id }) => id);
      const cited = [...causes, ...steps, ...warnings, ...(elsewhere?.steps ?? [])].flatMap((each) => each.sources);
      expect(ids).toEqual(expect.arrayContaining(cited));
      expect(steps.map(({ id }) => id)).toEqual(knowledge.entries.get(code)?.steps.map(({ id }) => id));
    }
  });
});

it.each(LOCALES)('every procedure has its shape in %s, and its answers lead somewhere', (locale) => {
  for (const { id } of lookups.procedures({ chosen: locale }).value.procedures) {
    const procedure = resultOf(lookups.procedure(id, { chosen: locale }));
    expect(procedureValueSchema.safeParse(procedure).error).toBeUndefined();
    const places = [...procedure.steps, ...procedure.outcomes].map((place) => place.id);
    expect(places).toEqual(
      expect.arrayContaining(procedure.steps.flatMap(({ answers }) => answers.map((a) => a.next))),
    );
  }
});

describe('a code', () => {
  it('is told in one language, Windows’ words in the other where nobody has seen them', () => {
    expect(lookUp('0xC004F074', 'zh-CN')).toMatchObject({
      code: '0xC004F074',
      locale: 'zh-CN',
      curated: true,
      title: '无法联系任何 KMS 主机',
      methods: [{ id: 'kms-client', name: 'KMS 客户端' }],
      message: { locale: 'zh-CN', origin: 'windows' },
      decimal: { signed: -1073418124, unsigned: 3221549172 },
    });
    const foreign = [...knowledge.entries.values()].find(({ message }) => message['zh-CN'] === undefined && message.en);
    expect(lookUp(foreign?.code ?? '', 'zh-CN').message).toMatchObject({ locale: 'en', text: foreign?.message.en });
  });

  it('is found under its twin and in lower case', () => {
    const twin = [...knowledge.entries.values()].find(({ twins }) => (twins ?? []).length > 0);
    expect(lookUp(twin?.twins?.[0]?.toLowerCase() ?? '').code).toBe(twin?.code);
  });

  it('that all of Windows uses keeps apart what it means elsewhere', () => {
    const general = [...knowledge.entries.values()].find(({ elsewhere }) => elsewhere !== undefined);
    const { scope, systemMessage, elsewhere, steps } = lookUp(general?.code ?? '');
    expect({ scope, systemMessage }).toEqual({ scope: 'general', systemMessage: general?.systemMessage?.en });
    expect(elsewhere?.steps.map(({ id }) => id)).toEqual(general?.elsewhere?.steps.map(({ id }) => id));
    expect(steps.map(({ id }) => id)).toEqual(general?.steps.map(({ id }) => id));
  });

  it('without an entry is read, and nothing is invented for it', () => {
    const value = lookUp('0x8024EFEF');
    expect(codeValueSchema.safeParse(value).error).toBeUndefined();
    expect(value).toMatchObject({
      curated: false,
      ...{ causes: [], steps: [], warnings: [], procedures: [], sources: [] },
      component: { name: expect.stringContaining('Windows Update') },
      fields: { isFailure: true, facility: 36, facilityNames: ['WINDOWSUPDATE'], status: 0xefef },
    });
    expect(value.readings[0]).toEqual({
      kind: 'hresult',
      symbols: [],
      reason: 'HRESULT of the facility WINDOWSUPDATE, number 61423 there.',
      confidence: 'likely',
    });
  });

  it.each(['', 'C004F074', '0xC004F0740', 'constructor', '../0xC004F074'])('is refused as %j', (code) => {
    expect(lookups.lookUp(code, EN)).toEqual({ refusal: 'bad-code' });
  });
});

describe('explain', () => {
  it.each([['0xC004F074'], ['c004f074'], ['-1073418124'], ['3221549172'], ['０ｘＣ００４Ｆ０７４']])(
    'takes %s',
    (text) => {
      const { explained, others } = resultOf(lookups.explain(text, EN));
      expect([explained.code, ...others]).toEqual(['0xC004F074']);
    },
  );

  it('says what the bot says, and puts the root cause first', () => {
    const text = '0xC004F074 and 0x8007232B';
    const value = resultOf(lookups.explain(text, EN));
    const { mentions } = takeIn(text, true, knowledge);
    const reply = createResolver(knowledge).answer({ mentions, locale: 'en', activation: true });
    expect(value.reply).toEqual({ kind: 'several', title: reply.title, text: reply.summary });
    expect(value).toMatchObject({ others: ['0xC004F074'], explained: { code: '0x8007232B' } });
    expect(explainedSchema.safeParse(value).error).toBeUndefined();
  });

  it('says that a repaired slip is a guess, and shows no steps for reading in its place', () => {
    const outcome = lookups.explain('OxC004F074', EN);
    expect(resultOf(outcome)).toMatchObject({ written: 'OxC004F074', reply: { kind: 'guess' } });
    expect(isRefusal(outcome) ? [] : outcome.reply?.sections.map(({ kind }) => kind)).not.toContain('steps');
  });

  it('names the nearest codes where there is none', () => {
    expect(lookups.explain('0xC004F07', EN)).toMatchObject({
      refusal: 'no-code',
      nearest: expect.arrayContaining(['0xC004F017']),
    });
    expect(lookups.explain('hello', EN)).toMatchObject({ refusal: 'no-code' });
  });

  it('answers in the language of the text unless another is chosen', () => {
    const text = '激活失败，提示 0xC004F074';
    expect(resultOf(lookups.explain(text, { fallback: 'en' })).explained.locale).toBe('zh-CN');
    expect(resultOf(lookups.explain(text, EN)).explained.locale).toBe('en');
    expect(resultOf(lookups.explain('0xC004F074', { platform: 'zh-TW' })).explained.locale).toBe('zh-CN');
  });
});

describe('ask', () => {
  const ask: Lookups['ask'] = (text, caller) => lookups.ask(text, caller);
  const unasked = (text: string) => resultOf(ask(text, { ...EN, asked: false }));

  it('is silent about a message that merely passes by', () => {
    expect(unasked('lunch?')).toEqual({
      answers: false,
      reason: 'no-code',
      why: 'There is no error code in the message.',
      locale: 'en',
      keysHidden: 0,
      lead: null,
      codes: [],
      findings: [],
    });
  });

  it('tells the codes, where they stand, and the lead in full', () => {
    const value = unasked('It says 0xC004F074.');
    expect(value).toMatchObject({
      answers: true,
      reason: 'sure-code',
      lead: '0xC004F074',
      codes: [{ code: '0xC004F074', as: 'known', confidence: 'sure', span: { start: 8, end: 18 } }],
      reply: { kind: 'found' },
      explained: { curated: true },
    });
    expect(askedSchema.safeParse(value).error).toBeUndefined();
  });

  it('tells what pasted output says and where it leads', () => {
    const output =
      'Test-NetConnection kms01 -Port 1688\nComputerName : kms01\nRemotePort : 1688\nTcpTestSucceeded : False';
    const value = resultOf(ask(output, { ...ZH, asked: true }));
    expect(value.findings.join()).toContain('1688');
    expect(value.goOn).toMatchObject({ procedure: 'port', step: 'read-port' });
    expect(value.reply?.kind).toBe('guide');
  });

  it('hides product keys before anything else, and only counts them', () => {
    const key = 'ABCDE-F2345-GH678-JKMNP-Q9RTV';
    const value = unasked(`0xC004F074 with ${key}`);
    expect(value.keysHidden).toBe(1);
    expect(JSON.stringify(value)).not.toContain('F2345');
  });

  it('tells what the bot can do to whoever asks without a code', () => {
    expect(resultOf(ask('hi', { ...EN, asked: true }))).toMatchObject({
      answers: true,
      lead: null,
      reply: { kind: 'help' },
    });
  });
});

describe('search', () => {
  it('ranks codes with titles in the language of the words', () => {
    const { hits, locale } = resultOf(lookups.search('KMS 计数不足', { fallback: 'en' }));
    expect(locale).toBe('zh-CN');
    expect(hits[0]).toMatchObject({
      code: '0xC004F038',
      title: knowledge.find(hits[0]?.code as never)?.title['zh-CN'],
    });
    expect(resultOf(lookups.search('count', { ...EN, limit: 2 })).hits).toHaveLength(2);
  });

  it.each([0, 21, 1.5, Number.NaN])('refuses %d hits', (limit) => {
    expect(lookups.search('count', { ...EN, limit })).toEqual({ refusal: 'bad-limit' });
  });
});

describe('a text', () => {
  it.each<[string, (text: string) => object, number]>([
    ['explain', (text) => lookups.explain(text, EN), 40_000],
    ['ask', (text) => lookups.ask(text, { ...EN, asked: true }), 40_000],
    ['search', (text) => lookups.search(text, EN), 400],
  ])('of %s may be long, but no longer than that', (_name, look, most) => {
    const longest = `0xC004F074${' '.repeat(most - 10)}`;
    expect(look(longest)).toHaveProperty('value');
    expect(look(`${longest} `)).toEqual({ refusal: most === 400 ? 'words-too-long' : 'text-too-long' });
    expect(look(' \n')).toEqual({ refusal: 'empty' });
  });

  it('is refused with what to do, in both languages', () => {
    expect(tellRefusal({ refusal: 'text-too-long' }, 'en')).toMatch(/40,000 characters\. Send the part/);
    expect(tellRefusal({ refusal: 'text-too-long' }, 'zh-CN')).toContain('请只发送');
  });
});
