/** Checks a message against what Slack accepts; returns what is wrong, one line each. */

import type { ActionsBlock, ContextActionsBlock, ContextBlock, KnownBlock, RichTextBlock } from '@slack/types';
import { SLACK_LIMITS } from '../../src/render/block-kit/limits';
import type { SlackMessage } from '../../src/render/block-kit/render';

/** What Slack would refuse or cut. Empty means that the message is fine. */
export function blockKitFaults({ text, blocks }: SlackMessage): string[] {
  return [
    ...within('text', text.length, SLACK_LIMITS.messageText),
    ...within('blocks', blocks.length, SLACK_LIMITS.blocks),
    ...within('all blocks as JSON', JSON.stringify(blocks).length, SLACK_LIMITS.blocksTotal),
    ...blocks.flatMap(blockFaults),
  ];
}

function blockFaults(block: KnownBlock): string[] {
  switch (block.type) {
    case 'header':
      return within('header', block.text.text.length, SLACK_LIMITS.headerText);
    case 'context':
      return contextFaults(block);
    case 'rich_text':
      return richTextFaults(block);
    case 'actions':
      return actionsFaults(block);
    case 'context_actions':
      return block.elements.flatMap(verdictFaults);
    default:
      return [`${block.type} is not a block that every Slack client shows`];
  }
}

function contextFaults({ elements }: ContextBlock): string[] {
  return [
    ...within('context elements', elements.length, SLACK_LIMITS.contextElements),
    ...elements.flatMap((element) =>
      element.type === 'image'
        ? ['an image in the context']
        : within('context text', element.text.length, SLACK_LIMITS.text),
    ),
  ];
}

/** Slack documents no lengths for rich text, but refuses empty parts. */
function richTextFaults({ elements }: RichTextBlock): string[] {
  return elements.flatMap((element) =>
    element.elements.length === 0 || element.elements.some((part) => 'text' in part && part.text === '')
      ? [`${element.type} holds nothing`]
      : [],
  );
}

function actionsFaults({ elements }: ActionsBlock): string[] {
  const faults = within('actions', elements.length, SLACK_LIMITS.actionsElements);
  const ids = new Set<string>();
  for (const element of elements) {
    if (element.type !== 'button') return [`${element.type} among the actions`];
    const { action_id: id = '', text, value, url } = element;
    if (ids.has(id)) faults.push(`two buttons share the id ${id}`);
    ids.add(id);
    faults.push(
      ...within(`id of ${id}`, id.length, SLACK_LIMITS.actionId),
      ...within(`label of ${id}`, text.text.length, SLACK_LIMITS.buttonText),
      ...(value === undefined ? [] : within(`value of ${id}`, value.length, SLACK_LIMITS.buttonValue)),
      ...(url === undefined ? [] : within(`address of ${id}`, url.length, SLACK_LIMITS.buttonUrl)),
    );
  }
  return faults;
}

/** Old clients leave them out, which takes nothing from the answer. */
function verdictFaults(element: ContextActionsBlock['elements'][number]): string[] {
  if (element.type !== 'feedback_buttons') return [`${element.type} below the actions`];
  return [element.positive_button, element.negative_button].flatMap(({ text, value }) => [
    ...within('label of a verdict', text.text.length, SLACK_LIMITS.buttonText),
    ...within('value of a verdict', value.length, SLACK_LIMITS.buttonValue),
  ]);
}

function within(what: string, length: number, limit: number): string[] {
  if (length === 0) return [`${what}: empty`];
  return length > limit ? [`${what}: ${length} of ${limit}`] : [];
}
