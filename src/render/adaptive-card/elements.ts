/**
 * The part of the Adaptive Card schema that our cards are made of. Elements are from version 1.2, which every Teams
 * client renders; `Action.Execute` is newer and therefore carries a fallback. Inputs stand in dialogs alone.
 * @see https://adaptivecards.io/explorer/
 */

import type { FollowUp } from '../../reply/follow-up';
import type { TEAMS_LIMITS } from './limits';

/**
 * A card. It has no `lang`: without it dates are written as the reader's own client writes them, and Microsoft's parser
 * refuses every second valid value of it (its pattern keeps state between cards).
 */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly version: typeof TEAMS_LIMITS.version;
  readonly speak: string;
  readonly msteams: { readonly width: 'Full' };
  readonly body: readonly Element[];
  readonly actions?: readonly CardAction[];
  readonly refresh?: Refresh;
}

/** Asks us for the card as the reader is to see it: by itself for these people, at their wish for everybody else. */
export interface Refresh {
  readonly action: {
    readonly type: 'Action.Execute';
    readonly verb: 'refresh';
    readonly title: string;
    readonly data: FollowUp;
  };
  readonly userIds: readonly string[];
}

/** A card that a person posts in their own name: nothing on it comes back to us. */
export interface PostedCard {
  readonly type: 'AdaptiveCard';
  readonly version: typeof TEAMS_LIMITS.postedVersion;
  readonly speak: string;
  readonly body: readonly Element[];
  readonly actions?: readonly OpenUrlAction[];
}

export type Element = TextBlock | RichTextBlock | Container | ColumnSet;

type Spacing = 'None' | 'Small' | 'Medium' | 'Large';

/** Renders Markdown, so its text goes through `escapeMarkdown`. */
export interface TextBlock {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly style?: 'heading';
  readonly size?: 'Small' | 'Default' | 'Large';
  readonly weight?: 'Bolder';
  readonly isSubtle?: true;
  readonly spacing?: Spacing;
}

/** Shows its runs letter by letter, without Markdown, and always wraps. */
export interface RichTextBlock {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly Inline[];
  readonly spacing?: Spacing;
}

/** A run without a style is its characters alone, which keeps cards with many steps within the size limit. */
export type Inline = string | TextRun;

export interface TextRun extends RunStyle {
  readonly type: 'TextRun';
  readonly text: string;
}

export interface RunStyle {
  readonly fontType?: 'Monospace';
  readonly weight?: 'Bolder';
  readonly isSubtle?: true;
}

export interface Container {
  readonly type: 'Container';
  readonly items: readonly Element[];
  readonly style?: 'emphasis' | 'accent' | 'good' | 'warning' | 'attention';
  readonly spacing?: Spacing;
  readonly separator?: true;
}

export interface ColumnSet {
  readonly type: 'ColumnSet';
  readonly columns: readonly Column[];
  readonly spacing?: Spacing;
}

export interface Column {
  readonly type: 'Column';
  /** `auto` fits the content, a number is a share of the rest. */
  readonly width: 'auto' | 'stretch' | number;
  readonly items: readonly Element[];
}

export type CardAction = ExecuteAction | OpenDialogAction | OpenUrlAction;

/** Without it, or in a client that does not know it, an action is a button of its own. */
interface Placed {
  /** Behind the "…" button, where Teams puts what few need. */
  readonly mode?: 'secondary';
}

export interface ExecuteAction extends Placed {
  readonly type: 'Action.Execute';
  readonly id: string;
  readonly verb: 'follow-up';
  readonly title: string;
  readonly data: FollowUp;
  readonly style?: 'positive';
  readonly fallback: SubmitAction;
}

/** What clients without universal actions send instead: the same payload as a silent message. */
export interface SubmitAction {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly data: FollowUp;
  /** Without this, Teams tells the person "your response was sent to the app" under the card. */
  readonly msteams: { readonly feedback: { readonly hide: true } };
}

/** Asks us for a dialog to open. What Teams needs stands beside the follow-up, which stays as it is. */
export interface OpenDialogAction extends Placed {
  readonly type: 'Action.Submit';
  readonly id: string;
  readonly title: string;
  readonly style?: 'positive';
  readonly data: { readonly msteams: { readonly type: 'task/fetch' }; readonly followUp: FollowUp };
}

export interface OpenUrlAction extends Placed {
  readonly type: 'Action.OpenUrl';
  readonly id: string;
  readonly title: string;
  readonly url: string;
}

/** An answer in a dialog. */
export interface DialogAnswer {
  readonly type: 'AdaptiveCard';
  readonly version: typeof TEAMS_LIMITS.version;
  readonly speak: string;
  readonly body: readonly Element[];
  readonly actions?: readonly (DialogAction | OpenUrlAction)[];
}

/** Dialogs take no `Action.Execute`: each press sends the dialog in, and the answer is the next one. */
export interface DialogAction extends Placed {
  readonly type: 'Action.Submit';
  readonly id: string;
  readonly title: string;
  readonly style?: 'positive';
  readonly data: { readonly followUp: FollowUp };
}

/** What stands in a dialog that asks: text, and inputs with their labels. */
export interface DialogCard {
  readonly type: 'AdaptiveCard';
  readonly version: typeof TEAMS_LIMITS.version;
  readonly body: readonly (Element | Input)[];
  readonly actions: readonly [SendAction];
}

/** Sends the dialog in: Teams puts the values of the inputs beside the token, each under the input's id. */
export interface SendAction {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly style: 'positive';
  readonly data: { readonly token: FollowUp };
}

export type Input = TextInput | ChoiceInput;

interface Asked {
  readonly id: string;
  readonly label: string;
  /** What stands in it already. */
  readonly value?: string;
  readonly isRequired?: true;
  /** Said when a required input is left empty. */
  readonly errorMessage?: string;
}

export interface TextInput extends Asked {
  readonly type: 'Input.Text';
  readonly placeholder: string;
  readonly maxLength: number;
  readonly isMultiline?: true;
}

export interface ChoiceInput extends Asked {
  readonly type: 'Input.ChoiceSet';
  readonly style: 'compact' | 'expanded';
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  /** Teams looks people up while one types. */
  readonly 'choices.data'?: { readonly type: 'Data.Query'; readonly dataset: string };
}
