import { LOCALES } from '../../../../src/i18n/locale';
import { FORM_CALLBACK_ID, renderModal } from '../../../../src/render/block-kit';
import type { Form, FormField } from '../../../../src/reply/form';
import { toRichText } from '../../../../src/reply/rich-text';
import { assignForm, handOffForm } from '../../../../src/resolver/desk/forms';
import { findViewFault } from '../../../fixtures/slack/view-rules';
import { askForHelp, caseAfter, knowledge, triedMoves } from '../../resolver/desk/cases';

const DETAILS: FormField = {
  id: 'details',
  label: 'What have you seen?',
  required: false,
  kind: 'text',
  hint: 'Product keys are taken out.',
  lines: 'many',
  longest: 3_000,
};

const METHOD: FormField = {
  id: 'method',
  label: 'Activation',
  required: true,
  kind: 'choice',
  options: [
    { value: 'mak', label: 'MAK' },
    { value: 'kms-client', label: 'KMS client' },
  ],
  initial: 'kms-client',
};

const FORM: Form = {
  locale: 'en',
  title: 'Get help',
  submit: 'Send',
  cancel: 'Cancel',
  sections: [{ kind: 'prose', text: toRichText('Two steps were tried.') }],
  fields: [DETAILS, METHOD, { id: 'assignee', label: 'Who', required: true, kind: 'person' }],
  token: { v: 1, move: 'get-help', locale: 'en', codes: [] },
};

function withField(field: FormField): Form {
  return { ...FORM, fields: [field] };
}

describe('renderModal', () => {
  test('makes a modal that Slack opens', () => {
    expect(findViewFault(renderModal(FORM))).toBeUndefined();
  });

  test('titles it, names its buttons and itself', () => {
    expect(renderModal(FORM)).toMatchObject({
      type: 'modal',
      callback_id: FORM_CALLBACK_ID,
      title: { type: 'plain_text', text: 'Get help', emoji: false },
      submit: { type: 'plain_text', text: 'Send', emoji: false },
      close: { type: 'plain_text', text: 'Cancel', emoji: false },
    });
  });

  test('carries the token, and beside it where it was opened', () => {
    const { private_metadata = '' } = renderModal(FORM, { place: 'there' });
    expect(JSON.parse(private_metadata)).toEqual({ place: 'there', token: FORM.token });
  });

  test('lets no origin take the place of the token', () => {
    const { private_metadata = '' } = renderModal(FORM, { token: 'another' });
    expect(JSON.parse(private_metadata)).toEqual({ token: FORM.token });
  });

  test('shows what is passed on above the fields, in their order', () => {
    const { blocks } = renderModal(FORM);
    expect(blocks.map((block) => block.block_id ?? block.type)).toEqual(['rich_text', 'details', 'method', 'assignee']);
  });

  test('asks for text with a hint that stays, a limit, and a mark where it may stay empty', () => {
    expect(renderModal(withField(DETAILS)).blocks.at(-1)).toMatchObject({
      optional: true,
      hint: { text: 'Product keys are taken out.' },
      element: { type: 'plain_text_input', multiline: true, max_length: 3_000 },
    });
    expect(renderModal(withField({ ...DETAILS, lines: 'one' })).blocks.at(-1)).toMatchObject({
      element: { multiline: false },
    });
  });

  test('offers choices by their labels, the initial one chosen', () => {
    expect(renderModal(withField(METHOD)).blocks.at(-1)).toMatchObject({
      optional: false,
      element: { type: 'static_select', initial_option: { text: { text: 'KMS client' }, value: 'kms-client' } },
    });
    const { initial: _none, ...open } = METHOD;
    expect(JSON.stringify(renderModal(withField(open)))).not.toContain('initial_option');
  });

  test.each<[string, Partial<Form>]>([
    ['a title of 25 characters', { title: 'x'.repeat(25) }],
    ['an empty title', { title: '' }],
    ['a button of 25 characters', { submit: 'x'.repeat(25) }],
    ['a cancel button of 25 characters', { cancel: 'x'.repeat(25) }],
    ['a hundred sections and a field', { sections: Array(100).fill(FORM.sections[0]), fields: [DETAILS] }],
    ['a text field longer than Slack’s', { fields: [{ ...DETAILS, longest: 3_001 }] }],
    ['a label of 2,001 characters', { fields: [{ ...DETAILS, label: 'x'.repeat(2_001) }] }],
    ['a hint of 2,001 characters', { fields: [{ ...DETAILS, hint: 'x'.repeat(2_001) }] }],
    ['a choice without options', { fields: [{ ...METHOD, options: [] }] }],
    ['a choice of 101 options', { fields: [{ ...METHOD, options: Array(101).fill({ value: 'a', label: 'A' }) }] }],
    ['an option of 76 characters', { fields: [{ ...METHOD, options: [{ value: 'a', label: 'x'.repeat(76) }] }] }],
    ['an option’s value of 76', { fields: [{ ...METHOD, options: [{ value: 'x'.repeat(76), label: 'A' }] }] }],
    ['a token that does not fit', { token: { ...FORM.token, written: 'x'.repeat(3_000) } }],
  ])('throws at %s', (_what, change) => {
    expect(() => renderModal({ ...FORM, ...change })).toThrow(RangeError);
  });
});

describe.each(LOCALES)('every form of the help desk in %s', (locale) => {
  const codes = [...knowledge.entries.keys()];
  /** Longer than a channel's id, a thread's and a workspace's together. */
  const origin = { place: 'x'.repeat(200), message: '1760000000.000100' };

  test('fits a modal with its token, whatever the code and the steps tried', () => {
    for (const code of codes) {
      const state = caseAfter([...triedMoves(7), askForHelp()], { codes: [code, ...codes.slice(0, 7)] });
      for (const form of [handOffForm(state, knowledge, locale), assignForm(state, locale)]) {
        const token = { ...form.token, case: 'A'.repeat(22), version: 1_000_000 };
        expect(findViewFault(renderModal({ ...form, token }, origin))).toBeUndefined();
      }
    }
  });
});
