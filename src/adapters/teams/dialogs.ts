/** What an answer of the bot becomes in a dialog, and what of it the one person sees who pressed. */

import type { PressAnswer } from '../../bot';
import type { RawResponse } from '../../ops/http';
import type { Reply } from '../../reply/reply';
import type { TeamsActivity } from './activity';
import type { People } from './people';
import { placeOf } from './place';
import { DONE, dialogAnswerResponse, dialogResponse, dialogSentenceResponse } from './responses';

export interface Dialogs {
  /** The answer as what Teams puts into the dialog: a form, a card with buttons, a sentence, or the end of it. */
  show(activity: TeamsActivity, answer: PressAnswer): Promise<RawResponse>;
}

export function createDialogs(people: People): Dialogs {
  return {
    async show(activity, { form, ...answer }) {
      const place = placeOf(activity);
      if (form !== undefined) return dialogResponse(await people.nameForm(form, place));
      const card = forPresser(answer);
      if (card !== undefined) return dialogAnswerResponse(await people.name(card, place));
      if (answer.aside === undefined) return DONE;
      return dialogSentenceResponse((await people.name(answer.aside, place)).summary);
    },
  };
}

/** What the presser's card shows: what concerns them alone stands above what everybody sees. */
export function forPresser({ card, aside }: Pick<PressAnswer, 'card' | 'aside'>): Reply | undefined {
  if (card === undefined) return aside !== undefined && aside.actions.length > 0 ? aside : undefined;
  if (aside === undefined) return card;
  const summary = `${aside.summary}\n${card.summary}`;
  return { ...card, summary, sections: [...aside.sections, ...card.sections] };
}
