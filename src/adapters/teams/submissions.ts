/** Dialogs sent in: forms with what was filled in, and answers whose buttons were pressed. */

import { z } from 'zod';
import type { Bot, SubmitAnswer } from '../../bot';
import type { RawResponse } from '../../ops/http';
import { INPUT_PREFIX } from '../../render/adaptive-card';
import type { TeamsActivity } from './activity';
import type { Dialogs } from './dialogs';
import { toPress, toSubmission } from './inbound';
import type { People } from './people';
import { type Place, placeOf } from './place';
import { dialogResponse } from './responses';

const submitSchema = z.object({ data: z.record(z.string(), z.unknown()) });

type Values = Readonly<Record<string, string>>;

/** Takes a dialog that was sent in, and gives what Teams shows then: the next dialog, a sentence, or nothing. */
export type TakeSubmission = (activity: TeamsActivity) => Promise<RawResponse>;

/**
 * `isAnswerShown`: the dialog is all there is of the answer, so what comes of a form is shown there too. Otherwise a card
 * stands behind it, which the outbox redraws.
 */
export function createTakeSubmission(parts: {
  readonly bot: Bot;
  readonly people: People;
  readonly dialogs: Dialogs;
  readonly isAnswerShown: boolean;
}): TakeSubmission {
  const { bot, people, dialogs, isAnswerShown } = parts;

  /** The picker gives ids of Microsoft Entra; everywhere else people go by their id in Teams. */
  async function asSeen(picked: Values, place: Place): Promise<Values> {
    const found = Object.entries(picked).map(async ([field, id]) => [field, (await people.find(id, place))?.id ?? id]);
    return Object.fromEntries(await Promise.all(found));
  }

  /** The dialog closes unless it gets another one: the token leads to the same form as the button did. */
  async function askAgain(
    activity: TeamsActivity,
    token: unknown,
    errors: Values,
    values: Values,
  ): Promise<RawResponse> {
    const answer = await bot.onPress(toPress(activity, token));
    if (answer.form === undefined) return dialogs.show(activity, answer);
    return dialogResponse(await people.nameForm(answer.form, placeOf(activity)), errors, values);
  }

  /** What everybody sees comes through the outbox. */
  async function finish({ card, aside }: SubmitAnswer, activity: TeamsActivity): Promise<RawResponse> {
    return dialogs.show(activity, {
      ...(isAnswerShown && card !== undefined && { card }),
      ...(aside !== undefined && { aside }),
    });
  }

  return async (activity) => {
    const { followUp, token, ...inputs } = submitSchema.safeParse(activity.value).data?.data ?? {};
    if (followUp !== undefined) return dialogs.show(activity, await bot.onPress(toPress(activity, followUp)));
    const typed = inputsOf(inputs, INPUT_PREFIX.value);
    const picked = inputsOf(inputs, INPUT_PREFIX.person);
    const values = { ...typed, ...(await asSeen(picked, placeOf(activity))) };
    const answer = await bot.onSubmit(toSubmission(activity, { token, values }));
    if (answer.errors !== undefined) return askAgain(activity, token, answer.errors, { ...typed, ...picked });
    return finish(answer, activity);
  };
}

/** The inputs of one kind by their field's id. */
function inputsOf(inputs: Readonly<Record<string, unknown>>, prefix: string): Values {
  const own = Object.entries(inputs).flatMap(([id, value]) =>
    id.startsWith(prefix) && typeof value === 'string' ? [[id.slice(prefix.length), value] as const] : [],
  );
  return Object.fromEntries(own);
}
