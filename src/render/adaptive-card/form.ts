/** A form as the card of a Teams dialog. */

import type { Form, FormField } from '../../reply/form';
import { assertNever } from '../../reply/reply';
import type { ChoiceInput, Container, DialogCard, Input, TextInput } from './elements';
import { TEAMS_LIMITS } from './limits';
import { sectionElements } from './sections';
import { paragraph, run } from './text';

const LONGEST_CHANNEL_ID = 256;
/** Above so many, options fold into a list. */
const MOST_OPTIONS_IN_SIGHT = 4;

/**
 * Whom the person may pick from: the members of the conversation where the button stands.
 * @see https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker
 */
const MEMBERS_HERE = { type: 'Data.Query', dataset: 'graph.microsoft.com/users?scope=currentContext' } as const;

/** How the ids of inputs begin: the rest is the field's id. A picked person comes as an id of Microsoft Entra. */
export const INPUT_PREFIX = { value: 'value-', person: 'person-' } as const;

/** What was filled in, or what is wrong with it, by field id. */
type ByField = Readonly<Record<string, string>>;

/**
 * The dialog for a form. Teams can show what is wrong with a value only before it is sent, so `errors` of ours stand on
 * top, above the `values` that were sent.
 */
export function renderDialog(form: Form, errors: ByField = {}, values: ByField = {}): DialogCard {
  const { sections, fields, submit, token } = form;
  return {
    type: 'AdaptiveCard',
    version: TEAMS_LIMITS.version,
    body: [
      ...toMend(fields, errors),
      ...sections.flatMap(sectionElements),
      ...fields.map((field) => input(field, ownValue(values, field.id))),
    ],
    actions: [{ type: 'Action.Submit', title: submit, style: 'positive', data: { token } }],
  };
}

function toMend(fields: readonly FormField[], errors: ByField): Container[] {
  const items = fields.flatMap(({ id, label }) => {
    const error = ownValue(errors, id);
    return error === undefined ? [] : [paragraph([run(label, { weight: 'Bolder' })]), paragraph([error], 'None')];
  });
  return items.length === 0 ? [] : [{ type: 'Container', style: 'warning', items }];
}

function input(field: FormField, value: string | undefined): Input {
  switch (field.kind) {
    case 'text':
    case 'channel':
      return textInput(field, value ?? field.initial);
    case 'choice':
      return choiceInput(field, value ?? field.initial);
    case 'person':
      return {
        type: 'Input.ChoiceSet',
        ...asked(field, INPUT_PREFIX.person, value, field.label),
        style: 'compact',
        choices: [],
        'choices.data': MEMBERS_HERE,
      };
    default:
      return assertNever(field);
  }
}

/** Teams has no picker for channels: people paste the id. */
function textInput(field: Extract<FormField, { kind: 'text' | 'channel' }>, value: string | undefined): TextInput {
  return {
    type: 'Input.Text',
    ...asked(field, INPUT_PREFIX.value, value, field.hint),
    placeholder: field.hint,
    maxLength: field.kind === 'text' ? field.longest : LONGEST_CHANNEL_ID,
    ...(field.kind === 'text' && field.lines === 'many' && { isMultiline: true }),
  };
}

function choiceInput(field: Extract<FormField, { kind: 'choice' }>, value: string | undefined): ChoiceInput {
  return {
    type: 'Input.ChoiceSet',
    ...asked(field, INPUT_PREFIX.value, value, field.label),
    style: field.options.length > MOST_OPTIONS_IN_SIGHT ? 'compact' : 'expanded',
    choices: field.options.map(({ value, label }) => ({ title: label, value })),
  };
}

/** `whenEmpty` is said below a required input that was left empty. */
function asked({ id, label, required }: FormField, prefix: string, value: string | undefined, whenEmpty: string) {
  return {
    id: `${prefix}${id}`,
    label,
    ...(value !== undefined && { value }),
    ...(required && { isRequired: true as const, errorMessage: whenEmpty }),
  };
}

/** What comes back from a client may be named like what every object has. */
function ownValue(values: ByField, id: string): string | undefined {
  return Object.hasOwn(values, id) ? values[id] : undefined;
}
