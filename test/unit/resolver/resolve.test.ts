import { type ErrorCode, toErrorCode } from '../../../src/code/error-code';
import type { Mention } from '../../../src/code/mention';
import { LOCALES } from '../../../src/i18n/locale';
import { loadKnowledge } from '../../../src/knowledge/load';
import { type FollowUp, parseFollowUp } from '../../../src/reply/follow-up';
import type { Action, Reply } from '../../../src/reply/reply';
import { plainText } from '../../../src/reply/rich-text';
import { createResolver } from '../../../src/resolver/resolve';

const knowledge = loadKnowledge();
const resolver = createResolver(knowledge);

const KMS_UNREACHABLE = toErrorCode(0xc004f074);
const DNS_NAME = toErrorCode(0x8007232b);
const GRACE_EXPIRED = toErrorCode(0xc004f009);
const ACCESS_DENIED = toErrorCode(0x80070005);
const NO_ENTRY = toErrorCode(0x8024efef);

function mention(code: ErrorCode, rest: Partial<Mention> = {}): Mention {
  return { code, span: { start: 0, end: 10 }, written: code, spelling: 'hex', confidence: 'sure', ...rest };
}

function ask(codes: readonly ErrorCode[], activation = true, locale: 'en' | 'zh-CN' = 'en'): Reply {
  return resolver.answer({ mentions: codes.map((code) => mention(code)), locale, activation });
}

/** An entry with one step has shown it already. */
function allSteps(reply: Reply): Reply {
  return idsOf(reply).includes('all-steps') ? press(reply, 'all-steps') : reply;
}

function press(reply: Reply, id: string): Reply {
  const action = reply.actions.find((candidate) => candidate.id === id);
  if (action?.kind !== 'follow-up') throw new Error(`no button ${id} among ${idsOf(reply)}`);
  return resolver.follow(throughTheWire(action.followUp));
}

/** A payload goes out as JSON and comes back from a client. */
function throughTheWire(followUp: FollowUp): FollowUp {
  const parsed = parseFollowUp(JSON.parse(JSON.stringify(followUp)));
  if (parsed === undefined) throw new Error('the payload did not survive');
  return parsed;
}

const idsOf = (reply: Reply): string[] => reply.actions.map(({ id }: Action) => id);
const stepHeading = (reply: Reply): string =>
  reply.sections.flatMap((section) => (section.kind === 'step' ? [section.heading] : [])).join();

/** Nothing helps: on from step to step until none is left. */
function walkToTheEnd(code: ErrorCode, methodAnswer: string): Reply {
  let reply = ask([code]);
  while (reply.kind !== 'stuck') {
    const way = reply.kind === 'method' ? methodAnswer : idsOf(reply).includes('next') ? 'next' : 'stuck';
    reply = press(reply, way);
  }
  return reply;
}

describe('a code with an entry', () => {
  it('is answered with message, causes, the first step and sources', () => {
    const reply = ask([KMS_UNREACHABLE]);
    expect(reply.kind).toBe('found');
    expect(reply.title).toMatch(/^0xC004F074 · /);
    expect(reply.sections.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['prose', 'list', 'step', 'sources']),
    );
  });

  it('quotes Windows letter by letter', () => {
    const message = knowledge.find(KMS_UNREACHABLE)?.message.en;
    const quotes = ask([KMS_UNREACHABLE]).sections.flatMap((section) =>
      section.kind === 'prose' && section.quote ? [plainText(section.text)] : [],
    );
    expect(quotes).toEqual([message]);
  });

  it('is found by its severity twin', () => {
    expect(ask([toErrorCode(0x4004f065)]).title).toMatch(/^0xC004F065 · /);
  });

  it('marks what no source documents as likely', () => {
    const entry = [...knowledge.entries.values()].find(({ causes }) => causes.some((c) => c.confidence === 'likely'));
    if (entry === undefined) throw new Error('no entry has a likely cause');
    const causes = ask([entry.code]).sections.flatMap((section) => (section.kind === 'list' ? section.items : []));
    const expected = entry.causes.map(({ confidence }) => (confidence === 'likely' ? ' (likely)' : undefined));
    expect(causes.map(({ tag }) => tag)).toEqual(expected);
  });

  test.each(LOCALES)('says everything of the first view in its summary (%s)', (locale) => {
    for (const entry of knowledge.entries.values()) {
      const { summary } = ask([entry.code], true, locale);
      for (const text of [
        entry.message[locale] ?? entry.message.en ?? '',
        entry.steps[0]?.command ?? '',
        entry.title[locale],
      ]) {
        expect(summary).toContain(text);
      }
    }
  });
});

describe('the activation method', () => {
  const GRACE_OVER = toErrorCode(0xc004f00f);

  it('is asked for once, where the next step depends on it, and for no more methods than the code is seen with', () => {
    const question = press(ask([GRACE_OVER]), 'next');
    expect(question.kind).toBe('method');
    expect(idsOf(question)).toEqual(expect.arrayContaining(['method-mak', 'method-kms-client', 'method-kms-host']));
    expect(idsOf(press(ask([toErrorCode(0xc004f009)]), 'next'))).not.toContain('method-kms-host');
  });

  test.each([
    ['method-mak', ['read-license', 'activate-mak', 'installation-id', 'call', 'confirmation-id']],
    ['method-kms-client', ['read-license', 'restart', 'activate-kms-client']],
    ['method-kms-host', ['read-license', 'activate-host']],
  ])('once told (%s) leaves only the steps that apply', (answer, steps) => {
    let reply = press(press(ask([GRACE_OVER]), 'next'), answer);
    const seen = ['read-license'];
    while (reply.kind === 'found') {
      expect(stepHeading(reply)).toBe(`Fix: step ${seen.length + 1} of ${steps.length}`);
      const language = reply.actions.find(({ id }) => id === 'language');
      seen.push((language?.kind === 'follow-up' && language.followUp.step) || '');
      reply = press(reply, idsOf(reply).includes('next') ? 'next' : 'stuck');
    }
    expect(seen).toEqual(steps);
  });

  it('is not asked for again when people go back and on', () => {
    const told = press(press(ask([GRACE_OVER]), 'next'), 'method-mak');
    expect(press(press(told, 'previous'), 'next').sections).toEqual(told.sections);
  });

  it('is not asked for where every step applies', () => {
    expect(press(ask([KMS_UNREACHABLE]), 'next').kind).toBe('found');
  });
});

describe('buttons', () => {
  test.each([...knowledge.entries.keys()])('lead through every step of %s and back', (code) => {
    const total = knowledge.find(code)?.steps.length ?? 0;
    const start = ask([code]);
    let reply = start;
    for (let step = 2; step <= total; step += 1) {
      reply = press(reply, 'next');
      if (reply.kind === 'method') reply = press(reply, 'method-unknown');
      expect(stepHeading(reply)).toBe(`Fix: step ${step} of ${total}`);
    }
    expect(idsOf(reply)).not.toContain('next');
    for (let step = total - 1; step >= 1; step -= 1) reply = press(reply, 'previous');
    expect(reply.sections).toEqual(start.sections);
    expect(idsOf(reply)).toEqual(idsOf(start));
  });

  test.each([...knowledge.entries.keys()])('lead from the last step of %s to what is left', (code) => {
    const stuck = walkToTheEnd(code, 'method-unknown');
    expect(stuck.kind).toBe('stuck');
    const hasGuide = (knowledge.find(code)?.procedures ?? []).length > 0;
    expect(idsOf(stuck).slice(0, 2)).toEqual(['get-help', hasGuide ? 'guide' : 'worked']);
    expect(press(stuck, 'again').sections).toEqual(ask([code]).sections);
  });

  it('are at most six that are not quiet, each with an id of its own, in every view of every entry', () => {
    for (const code of knowledge.entries.keys()) {
      const views = [ask([code]), ask([code], false), press(ask([code]), 'worked'), allSteps(ask([code]))];
      for (const reply of [...views, walkToTheEnd(code, 'method-unknown')]) {
        expect(reply.actions.filter(({ emphasis }) => emphasis !== 'quiet').length).toBeLessThanOrEqual(6);
        expect(new Set(idsOf(reply)).size).toBe(reply.actions.length);
      }
    }
  });

  it('offer help and, where others read along, a copy of one’s own', () => {
    const followUp: FollowUp = { v: 1, move: 'answer', locale: 'en', codes: [KMS_UNREACHABLE] };
    expect(idsOf(resolver.follow(followUp))).toContain('get-help');
    expect(idsOf(resolver.follow(followUp))).not.toContain('me-too');
    expect(idsOf(resolver.follow(followUp, { shared: true }))).toContain('me-too');
  });

  it('show the same view in the other language and back', () => {
    const views = [
      ask([KMS_UNREACHABLE]),
      press(ask([KMS_UNREACHABLE]), 'next'),
      press(ask([KMS_UNREACHABLE]), 'all-steps'),
      press(ask([KMS_UNREACHABLE]), 'worked'),
      ask([ACCESS_DENIED], false),
      ask([ACCESS_DENIED], true),
      ask([DNS_NAME, KMS_UNREACHABLE, NO_ENTRY]),
      ask([NO_ENTRY]),
      resolver.help('en'),
    ];
    for (const view of views) {
      const chinese = press(view, 'language');
      expect(chinese.locale).toBe('zh-CN');
      expect(press(chinese, 'language')).toEqual(view);
    }
  });

  it('show all steps at once, and step by step again', () => {
    const all = press(ask([KMS_UNREACHABLE]), 'all-steps');
    const steps = all.sections.flatMap((section) => (section.kind === 'steps' ? section.steps : []));
    expect(steps.map(({ number }) => number)).toEqual(
      knowledge.find(KMS_UNREACHABLE)?.steps.map((_, index) => index + 1),
    );
    expect(press(all, 'step-by-step')).toEqual(ask([KMS_UNREACHABLE]));
  });

  it('close an answer that worked, and open it again', () => {
    const worked = press(ask([DNS_NAME]), 'worked');
    expect(worked.kind).toBe('worked');
    expect(press(worked, 'again')).toEqual(ask([DNS_NAME]));
  });

  it('lead to the answer when the entry no longer has the step', () => {
    const reply = resolver.follow({ v: 1, move: 'step', locale: 'en', codes: [DNS_NAME], step: 'long-gone' });
    expect(reply).toEqual(ask([DNS_NAME]));
  });

  it('lead to a fresh start when the payload names no code', () => {
    expect(resolver.follow({ v: 1, move: 'step', locale: 'zh-CN', codes: [] })).toEqual(resolver.freshStart('zh-CN'));
  });
});

describe('several codes', () => {
  it('begin with the root cause, not with the collective code, and say why', () => {
    const reply = ask([KMS_UNREACHABLE, DNS_NAME]);
    expect(reply.kind).toBe('several');
    expect(reply.title).toMatch(/^0x8007232B/);
    expect(reply.summary).toContain('0xC004F074 only says that something failed');
  });

  it('put a state last', () => {
    expect(ask([GRACE_EXPIRED, KMS_UNREACHABLE]).title).toMatch(/^0xC004F074/);
  });

  it('put a known cause before a code without an entry, and that before a collective code', () => {
    expect(ask([NO_ENTRY, DNS_NAME]).title).toMatch(/^0x8007232B/);
    expect(ask([KMS_UNREACHABLE, NO_ENTRY]).title).toMatch(/^0x8024EFEF/);
  });

  it('bring another code to the front at a press', () => {
    const other = press(ask([DNS_NAME, KMS_UNREACHABLE]), 'show-0xC004F074');
    expect(other.title).toMatch(/^0xC004F074/);
    expect(idsOf(other)).toContain('show-0x8007232B');
  });

  it('take an activation code beside a general one for the context', () => {
    expect(ask([ACCESS_DENIED, KMS_UNREACHABLE], false).title).toMatch(/^0x80070005/);
    expect(idsOf(ask([ACCESS_DENIED, KMS_UNREACHABLE], false))).toContain('next');
  });

  it('count once when they are the same code', () => {
    expect(ask([DNS_NAME, DNS_NAME])).toEqual(ask([DNS_NAME]));
  });
});

describe('a general code', () => {
  const GENERAL = [...knowledge.entries.values()].filter(({ scope }) => scope === 'general');

  it.each(GENERAL.map(({ code }) => code))('%s is not taken for activation without context', (code) => {
    const reply = ask([code], false);
    const elsewhere = knowledge.find(code)?.elsewhere;
    expect(reply.title).toBe(`${code} · ${elsewhere?.title.en}`);
    expect(reply.summary).toContain('while you were activating');
    expect(reply.summary).toContain(elsewhere?.causes[0]?.text.en.replaceAll('`', ''));
    expect(reply.summary).not.toContain('Seen with');
    expect(press(reply, 'activation')).toEqual(ask([code], true));
  });

  it.each(GENERAL.map(({ code }) => code))('%s stays what it was while people walk on', (code) => {
    const first = ask([code], false);
    const second = press(first, 'next');
    expect(second.title).toBe(first.title);
    expect(press(second, 'previous').title).toBe(first.title);
    expect(press(press(first, 'worked'), 'again').title).toBe(first.title);
    expect(press(first, 'language').title).toContain(knowledge.find(code)?.elsewhere?.title['zh-CN']);
  });

  it('names no activation code as related where nobody is activating', () => {
    for (const { code, related } of GENERAL) {
      const { summary } = ask([code], false);
      for (const other of related.filter((each) => knowledge.find(each)?.scope === 'activation')) {
        expect(summary).not.toContain(other);
      }
    }
  });

  it('keeps to what it means elsewhere on a button of an older card', () => {
    const reply = resolver.follow({ v: 1, move: 'not-activation', locale: 'en', codes: [ACCESS_DENIED] });
    expect(reply).toEqual(ask([ACCESS_DENIED], false));
  });
});

describe('a guess', () => {
  const slip = mention(KMS_UNREACHABLE, { written: 'OxC004F074', spelling: 'slip', confidence: 'guess' });

  it('is said to be one and shows no fix before someone agrees', () => {
    const reply = resolver.answer({ mentions: [slip], locale: 'en', activation: false });
    expect(reply.kind).toBe('guess');
    expect(reply.title).toBe('Did you mean 0xC004F074?');
    expect(reply.summary).toContain('OxC004F074');
    expect(reply.sections.some(({ kind }) => kind === 'step')).toBe(false);
    expect(press(reply, 'yes')).toEqual(ask([KMS_UNREACHABLE]));
  });

  it('yields to a code that is written right', () => {
    const mentions = [slip, mention(DNS_NAME)];
    expect(resolver.answer({ mentions, locale: 'en', activation: true })).toEqual(ask([DNS_NAME]));
  });
});

describe('a code without an entry', () => {
  it('is read by component, layout and fields', () => {
    const reply = ask([NO_ENTRY], false);
    expect(reply.kind).toBe('unknown');
    expect(reply.title).toContain('Windows Update');
    expect(reply.summary).toContain('-2145062929');
    expect(idsOf(reply)).toContain('search');
  });

  it('unwraps a Win32 number only behind facility 7', () => {
    expect(ask([toErrorCode(0x80070fed)], false).summary).toContain('Win32 error 4077');
    expect(ask([toErrorCode(0x80240fed)], false).summary).not.toContain('Win32 error');
  });

  it('points to the twin that has an entry', () => {
    const reply = ask([toErrorCode(0x8004f074)], false);
    expect(press(reply, 'reading')).toEqual(ask([KMS_UNREACHABLE]));
  });

  test.each(LOCALES)('says something about any 32-bit value (%s)', (locale) => {
    for (let value = 0x8000_0000; value < 0x1_0000_0000; value += 0x0123_4567) {
      const reply = ask([toErrorCode(value)], false, locale);
      expect(reply.sections.length).toBeGreaterThanOrEqual(3);
      expect(reply.summary).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});

it('never says undefined, in any view of any entry', () => {
  for (const locale of LOCALES) {
    for (const code of knowledge.entries.keys()) {
      const first = ask([code], true, locale);
      for (const reply of [first, allSteps(first), press(first, 'worked')]) {
        expect(JSON.stringify(reply)).not.toMatch(/undefined|NaN|\[object/);
      }
    }
  }
});

it('thanks the installer by name, as plain characters', () => {
  const reply = resolver.welcome('en', '`<b>Ana</b>`');
  expect(reply.sections[0]).toMatchObject({
    kind: 'prose',
    text: [{ kind: 'text', text: 'Thank you for adding me, `<b>Ana</b>`.' }],
  });
});
