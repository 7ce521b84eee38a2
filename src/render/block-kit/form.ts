/**
 * A form as a Slack modal. Its words and fields are ours, so what Slack would refuse is a mistake of ours: it throws here
 * (a test proves that all our forms fit), instead of in front of somebody who asked for help.
 * @see https://docs.slack.dev/reference/views/modal-views
 */

import type {
  ConversationsSelect,
  InputBlock,
  ModalView,
  PlainTextInput,
  StaticSelect,
  UsersSelect,
} from '@slack/types';
import type { Form, FormField } from '../../reply/form';
import { assertNever } from '../../reply/reply';
import { SLACK_LIMITS } from './limits';
import { expectWithin, metadata, plain } from './plain';
import { sectionBlocks } from './sections';

type ChoiceField = Extract<FormField, { kind: 'choice' }>;

/** Names our modals among what else may be sent in. */
export const FORM_CALLBACK_ID = 'hexfix-form';

/** The only element of each field: its block bears the field's id. */
const ELEMENT_ID = 'value';

/**
 * The modal for a form; `origin` is what the adapter wants back beside the form's token. A modal belongs to no
 * conversation, so nothing else tells where it was opened.
 */
export function renderModal(form: Form, origin: Readonly<Record<string, unknown>> = {}): ModalView {
  const blocks = [...form.sections.flatMap(sectionBlocks), ...form.fields.map(inputBlock)];
  expectWithin('blocks', blocks.length, SLACK_LIMITS.viewBlocks);
  return {
    type: 'modal',
    callback_id: FORM_CALLBACK_ID,
    title: plain('title', form.title, SLACK_LIMITS.viewTitle),
    submit: plain('submit', form.submit, SLACK_LIMITS.viewTitle),
    close: plain('cancel', form.cancel, SLACK_LIMITS.viewTitle),
    private_metadata: metadata({ ...origin, token: form.token }),
    blocks,
  };
}

function inputBlock(field: FormField): InputBlock {
  expectWithin('field id', field.id.length, SLACK_LIMITS.blockId);
  return {
    type: 'input',
    block_id: field.id,
    label: plain('label', field.label, SLACK_LIMITS.inputLabel),
    optional: !field.required,
    element: inputElement(field),
    // Below the field, where it stays while somebody types; a placeholder would be gone by then.
    ...('hint' in field && { hint: plain('hint', field.hint, SLACK_LIMITS.inputLabel) }),
  };
}

function inputElement(field: FormField): PlainTextInput | StaticSelect | UsersSelect | ConversationsSelect {
  switch (field.kind) {
    case 'text':
      expectWithin('longest', field.longest, SLACK_LIMITS.inputText);
      return {
        type: 'plain_text_input',
        action_id: ELEMENT_ID,
        multiline: field.lines === 'many',
        max_length: field.longest,
        ...(field.initial === undefined ? {} : { initial_value: field.initial }),
      };
    case 'choice':
      return choice(field);
    case 'person':
      return { type: 'users_select', action_id: ELEMENT_ID };
    case 'channel':
      return {
        type: 'conversations_select',
        action_id: ELEMENT_ID,
        filter: { include: ['public', 'private'], exclude_bot_users: true },
        ...(field.initial === undefined ? {} : { initial_conversation: field.initial }),
      };
    default:
      return assertNever(field);
  }
}

function choice({ options, initial }: ChoiceField): StaticSelect {
  expectWithin('options', options.length, SLACK_LIMITS.selectOptions);
  const shown = options.map(({ value, label }) => {
    expectWithin('option value', value.length, SLACK_LIMITS.optionValue);
    return { text: plain('option', label, SLACK_LIMITS.optionText), value };
  });
  const chosen = shown.find(({ value }) => value === initial);
  return {
    type: 'static_select',
    action_id: ELEMENT_ID,
    options: shown,
    ...(chosen === undefined ? {} : { initial_option: chosen }),
  };
}
