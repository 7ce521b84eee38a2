import type { ErrorCode } from '../../../../src/code/error-code';
import { renderDialog } from '../../../../src/render/adaptive-card';
import { TEAMS_LIMITS } from '../../../../src/render/adaptive-card/limits';
import type { Form } from '../../../../src/reply/form';
import { toRichText } from '../../../../src/reply/rich-text';
import { dialogFaults } from './microsoft';

const FORM: Form = {
  locale: 'en',
  title: 'Ask the help desk',
  submit: 'Send',
  cancel: 'Cancel',
  sections: [{ kind: 'prose', heading: 'This goes along', text: toRichText('The code `0xC004F074`.') }],
  fields: [
    {
      id: 'details',
      kind: 'text',
      label: 'What happened',
      hint: 'What you did last',
      lines: 'many',
      longest: 2000,
      required: true,
    },
    { id: 'machine', kind: 'text', label: 'Computer', hint: 'Its name', lines: 'one', longest: 64, required: false },
    {
      id: 'method',
      kind: 'choice',
      label: 'Activation',
      required: true,
      options: [
        { value: 'mak', label: 'MAK' },
        { value: 'kms-client', label: 'KMS client' },
      ],
      initial: 'mak',
    },
    { id: 'assignee', kind: 'person', label: 'Who takes over', required: true },
  ],
  token: { v: 1, move: 'get-help', locale: 'en', codes: ['0xC004F074' as ErrorCode] },
};

test('is a card that a dialog accepts', () => {
  expect(dialogFaults(renderDialog(FORM))).toEqual([]);
});

test('asks for text, for choices and for people of the conversation, each by its label', () => {
  expect(renderDialog(FORM).body.slice(2)).toEqual([
    {
      type: 'Input.Text',
      id: 'value-details',
      label: 'What happened',
      isRequired: true,
      errorMessage: 'What you did last',
      placeholder: 'What you did last',
      maxLength: 2000,
      isMultiline: true,
    },
    { type: 'Input.Text', id: 'value-machine', label: 'Computer', placeholder: 'Its name', maxLength: 64 },
    {
      type: 'Input.ChoiceSet',
      id: 'value-method',
      label: 'Activation',
      value: 'mak',
      isRequired: true,
      errorMessage: 'Activation',
      style: 'expanded',
      choices: [
        { title: 'MAK', value: 'mak' },
        { title: 'KMS client', value: 'kms-client' },
      ],
    },
    {
      type: 'Input.ChoiceSet',
      id: 'person-assignee',
      label: 'Who takes over',
      isRequired: true,
      errorMessage: 'Who takes over',
      style: 'compact',
      choices: [],
      'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users?scope=currentContext' },
    },
  ]);
});

test('sends the token, which no field can push aside', () => {
  const { actions } = renderDialog(FORM);
  expect(actions).toEqual([{ type: 'Action.Submit', title: 'Send', style: 'positive', data: { token: FORM.token } }]);
});

test('folds many options into a list', () => {
  const options = Array.from({ length: 5 }, (_none, index) => ({ value: `${index}`, label: `Option ${index}` }));
  const many = renderDialog({ ...FORM, fields: [{ id: 'x', kind: 'choice', label: 'X', required: false, options }] });
  expect(many.body.at(-1)).toMatchObject({ style: 'compact' });
});

test('says on top what to mend, by the field’s label, and keeps what was filled in', () => {
  const values = { details: 'It *beeps*', method: 'kms-client', assignee: '29:bo' };
  const { body } = renderDialog(FORM, { assignee: 'Not a member.', constructor: 'x' }, values);
  expect(body[0]).toEqual({
    type: 'Container',
    style: 'warning',
    items: [
      { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'Who takes over', weight: 'Bolder' }] },
      { type: 'RichTextBlock', inlines: ['Not a member.'], spacing: 'None' },
    ],
  });
  expect(body.slice(3).map((element) => ('value' in element ? element.value : undefined))).toEqual([
    'It *beeps*',
    undefined,
    'kms-client',
    '29:bo',
  ]);
});

test('takes no value of what every object has', () => {
  const odd: Form = { ...FORM, fields: [{ id: 'constructor', kind: 'person', label: 'X', required: false }] };
  expect(renderDialog(odd, {}, {}).body.at(-1)).not.toHaveProperty('value');
});

test('fits with as much text in it as its fields take', () => {
  const values = { details: '字'.repeat(2000), machine: 'x'.repeat(64) };
  expect(Buffer.byteLength(JSON.stringify(renderDialog(FORM, {}, values)))).toBeLessThan(TEAMS_LIMITS.cardUtf8Bytes);
});
