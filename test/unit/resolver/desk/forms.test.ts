import { LOCALES } from '../../../../src/i18n/locale';
import { METHOD_CHOICES, parseFollowUp } from '../../../../src/reply/follow-up';
import type { Form } from '../../../../src/reply/form';
import { summarize } from '../../../../src/reply/summarize';
import { assignForm, handOffForm, readAssign, readHandOff } from '../../../../src/resolver/desk/forms';
import { askForHelp, CODE, caseAfter, knowledge, linesOf, triedMoves, UNKNOWN } from './cases';

/** What Slack takes in a modal; Teams takes more. */
const LONGEST = { title: 24, label: 75, hint: 150 };

function faultsOf(form: Form): string[] {
  const texts = [
    ...[form.title, form.submit, form.cancel].map((text) => ({ text, longest: LONGEST.title })),
    ...form.fields.flatMap((field) => [
      { text: field.label, longest: LONGEST.label },
      ...(field.kind === 'text' ? [{ text: field.hint, longest: LONGEST.hint }] : []),
      ...(field.kind === 'choice' ? field.options.map(({ label }) => ({ text: label, longest: LONGEST.label })) : []),
    ]),
  ];
  return texts.filter(({ text, longest }) => text === '' || text.length > longest).map(({ text }) => text);
}

describe.each(LOCALES)('the forms (%s)', (locale) => {
  const state = caseAfter(triedMoves(7), { method: 'mak' });
  const forms = [handOffForm(state, knowledge, locale), assignForm(caseAfter([askForHelp()]), locale)];

  it('fit a modal of Slack', () => {
    expect(forms.flatMap(faultsOf)).toEqual([]);
  });

  it('carry a token that survives', () => {
    const moves = forms.map(({ token }) => parseFollowUp(JSON.parse(JSON.stringify(token)))?.move);
    expect(moves).toEqual(['get-help', 'assign']);
  });

  it('show what is passed on: the code, and the steps without names that nobody would put in', () => {
    const [{ sections } = { sections: [] }] = forms;
    const lines = linesOf({ sections });
    expect(lines.join('\n')).toContain(`${CODE} · ${knowledge.find(CODE)?.title[locale]}`);
    expect(sections.find(({ kind }) => kind === 'list')).toMatchObject({ items: { length: 1 + 5 } });
    expect(lines.join('\n')).not.toMatch(/U-asker|UTC/);
  });

  it('ask for no activation method where a code may be about something else', () => {
    const { fields } = handOffForm(caseAfter([], { codes: [UNKNOWN] }), knowledge, locale);
    expect(fields.map(({ id }) => id)).toEqual(['details']);
    expect(JSON.stringify(fields)).not.toContain('slmgr');
    expect(faultsOf({ ...handOffForm(state, knowledge, locale), fields })).toEqual([]);
  });

  it('show what the card under them asks for', () => {
    const followUp = { move: 'guide', procedure: 'port', step: 'network-team' } as const;
    const { sections } = handOffForm(caseAfter([{ person: 'U-asker', followUp }]), knowledge, locale);
    const asked = knowledge.procedures.get('port')?.outcomes['network-team']?.text[locale].replaceAll('`', '');
    expect(linesOf({ sections })).toContain(asked);
  });

  it('mend nonsense with a sentence', () => {
    const read = [
      readHandOff({ method: 'hairdryer' }, locale),
      readHandOff({ details: 'x'.repeat(1_501) }, locale),
      readAssign({}, locale),
      readAssign({ assignee: ' ' }, locale),
      readAssign({ assignee: 'two words' }, locale),
      readAssign({ assignee: 'x'.repeat(257) }, locale),
      readAssign({ assignee: 'U1\u0000' }, locale),
    ].map((each) => ('errors' in each ? each.errors : {}));
    const fields = ['method', 'details', 'assignee', 'assignee', 'assignee', 'assignee', 'assignee'];
    expect(read.map((errors) => Object.keys(errors))).toEqual(fields.map((field) => [field]));
    for (const errors of read) {
      for (const sentence of Object.values(errors)) expect(sentence).toMatch(/[.。]$/);
    }
  });
});

it('asks for the method with what is known filled in, and demands nothing', () => {
  const { fields } = handOffForm(caseAfter([], { method: 'kms-client' }), knowledge, 'en');
  expect(fields.map(({ id, required }) => [id, required])).toEqual([
    ['method', false],
    ['details', false],
  ]);
  expect(fields[0]).toMatchObject({ kind: 'choice', initial: 'kms-client' });
  expect(fields[0]?.kind === 'choice' && fields[0].options.map(({ value }) => value)).toEqual([...METHOD_CHOICES]);
  expect(handOffForm(caseAfter([]), knowledge, 'en').fields[0]).not.toHaveProperty('initial');
});

it('has nothing to list where nothing was tried, and serves a code without an entry', () => {
  const form = handOffForm(caseAfter([], { codes: [UNKNOWN] }), knowledge, 'en');
  expect(summarize({ ...form, title: form.title })).toContain(`${UNKNOWN} · no entry yet`);
  expect(form.sections.some(({ kind }) => kind === 'list')).toBe(false);
});

it('reads what was filled in, and takes blank for nothing', () => {
  expect(readHandOff({ details: '  since Monday\r\n3 PCs\rall in one room ', method: 'unknown' }, 'en')).toEqual({
    details: 'since Monday\n3 PCs\nall in one room',
    method: 'unknown',
  });
  expect(readHandOff({ details: ' \n ', method: '' }, 'en')).toEqual({});
  expect(readHandOff({}, 'en')).toEqual({});
  expect(readAssign({ assignee: ' 29:1a-b_C= ' }, 'en')).toEqual({ assignee: '29:1a-b_C=' });
});

it('counts characters as people do, and takes out what cannot be seen', () => {
  expect(readHandOff({ details: '🙂'.repeat(1_500) }, 'en')).toEqual({ details: '🙂'.repeat(1_500) });
  expect(readHandOff({ details: 'a\u0000b\u202Ec\td' }, 'en')).toEqual({ details: 'abc\td' });
});

it('says how much too long the text is', () => {
  expect(readHandOff({ details: 'x'.repeat(1_600) }, 'en')).toEqual({
    errors: { details: 'Up to 1500 characters fit; this has 1600. Please shorten it.' },
  });
});
