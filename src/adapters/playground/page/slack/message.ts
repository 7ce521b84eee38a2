/**
 * The part of Block Kit that the bot's Slack messages are made of, which is all that the page needs to draw.
 * @see https://docs.slack.dev/reference/block-kit/blocks
 */

export interface SlackMessage {
  readonly text: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly type: 'header'; readonly text: TextObject }
  | { readonly type: 'context'; readonly elements: readonly TextObject[] }
  | { readonly type: 'rich_text'; readonly elements: readonly RichElement[] }
  | { readonly type: 'actions'; readonly elements: readonly Button[] }
  | { readonly type: 'context_actions'; readonly elements: readonly Verdicts[] };

export interface TextObject {
  readonly type: 'plain_text' | 'mrkdwn';
  readonly text: string;
}

export type RichElement =
  | { readonly type: 'rich_text_section'; readonly elements: readonly Inline[] }
  | { readonly type: 'rich_text_quote'; readonly elements: readonly Inline[] }
  | { readonly type: 'rich_text_preformatted'; readonly elements: readonly Inline[] }
  | { readonly type: 'rich_text_list'; readonly elements: readonly RichElement[] };

export type Inline =
  | { readonly type: 'text'; readonly text: string; readonly style?: Style }
  | { readonly type: 'emoji'; readonly name: string }
  | { readonly type: 'date'; readonly timestamp: number; readonly fallback?: string };

export interface Style {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly code?: boolean;
}

/** The thumbs below an answer. */
export interface Verdicts {
  readonly type: 'feedback_buttons';
  readonly action_id: string;
  readonly positive_button: Verdict;
  readonly negative_button: Verdict;
}

export interface Verdict {
  readonly text: TextObject;
  readonly value: string;
}

export interface Button {
  readonly type: 'button';
  readonly action_id: string;
  readonly text: TextObject;
  readonly style?: 'primary' | 'danger';
  /** Our follow-up as JSON. */
  readonly value?: string;
  readonly url?: string;
}
