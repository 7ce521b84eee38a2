/**
 * Replies where they are no messages: on a person's own page, and in a modal above it.
 * @see https://docs.slack.dev/reference/views/home-tab-views
 */

import type { HomeView, InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { FollowUp } from '../../reply/follow-up';
import { writeFollowUp } from '../../reply/follow-up-line';
import type { Reply } from '../../reply/reply';
import { SLACK_LIMITS } from './limits';
import { expectWithin, metadata, plain } from './plain';
import { renderBlockKit } from './render';

/** The id of the field that people search with, and of what is sent when they press Enter in it. */
export const SEARCH_ID = 'search';

/** A modal's own line is short, and a reply has a title: the modal says whose it is. */
const MODAL_TITLE = 'Hexfix';

type Carried = Readonly<Record<string, unknown>>;

/** An entry that was found, with the button that leads to it. */
export interface Hit {
  readonly code: string;
  readonly title: string;
  readonly text: string;
  readonly followUp: FollowUp;
}

/** The words around the field to search with. */
export interface SearchField {
  readonly label: string;
  readonly hint: string;
}

/** A person's page: its title, the search, then the rest. */
export function renderHome(reply: Reply, search: SearchField, carried: Carried): HomeView {
  const [title, ...rest] = renderBlockKit(reply).blocks;
  const blocks = [...(title === undefined ? [] : [title]), searchBlock(search), ...rest];
  expectWithin('blocks', blocks.length, SLACK_LIMITS.viewBlocks);
  return { type: 'home', private_metadata: metadata(carried), blocks };
}

/** A reply in a modal, which Slack gives a button to close it in the reader's language. */
export function renderReplyModal(reply: Reply, carried: Carried): ModalView {
  return modal(renderBlockKit(reply).blocks, carried);
}

/** What a search has found, each with a button that leads to the answer. */
export function renderHits(hits: readonly Hit[], carried: Carried): ModalView {
  return modal(hits.map(hitBlock), carried);
}

function modal(blocks: KnownBlock[], carried: Carried): ModalView {
  expectWithin('blocks', blocks.length, SLACK_LIMITS.viewBlocks);
  return {
    type: 'modal',
    title: plain('title', MODAL_TITLE, SLACK_LIMITS.viewTitle),
    private_metadata: metadata(carried),
    blocks,
  };
}

function searchBlock({ label, hint }: SearchField): InputBlock {
  return {
    type: 'input',
    block_id: SEARCH_ID,
    dispatch_action: true,
    optional: true,
    label: plain('label', label, SLACK_LIMITS.inputLabel),
    hint: plain('hint', hint, SLACK_LIMITS.inputLabel),
    element: {
      type: 'plain_text_input',
      action_id: SEARCH_ID,
      dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
    },
  };
}

function hitBlock({ code, title, text, followUp }: Hit, index: number): KnownBlock {
  return {
    type: 'section',
    text: plain('hit', `${title}\n${text}`, SLACK_LIMITS.text),
    accessory: {
      type: 'button',
      action_id: `go:hit-${index + 1}`,
      text: plain('button', code, SLACK_LIMITS.buttonText),
      value: writeFollowUp(followUp),
    },
  };
}
