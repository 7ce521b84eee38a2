/** Buttons pressed on our cards, whichever way the client tells of them. */

import { z } from 'zod';
import type { Bot, PressAnswer } from '../../bot';
import type { RawResponse } from '../../ops/http';
import type { Messenger, Sending } from '../../outbox/messenger';
import type { Reply } from '../../reply/reply';
import type { TeamsActivity } from './activity';
import { type Dialogs, forPresser } from './dialogs';
import { isPersonal, toPress } from './inbound';
import type { People } from './people';
import { placeOf, writePlace } from './place';
import { CARD_STAYS, cardResponse, DONE, NOT_SENT, sentenceResponse } from './responses';
import type { Sender } from './sender';
import type { Viewers } from './viewers';

/** The verbs that the renderer gives our buttons, and the card that brings itself up to date. */
const VERBS = ['follow-up', 'refresh'] as const;

/** Nobody keeps books of it: lost, it can be had again by the same press. */
const UNWATCHED: Sending = { key: '', leave: async () => undefined };

const executeSchema = z.object({ action: z.object({ verb: z.enum(VERBS), data: z.unknown().optional() }) });
/** A button that opens a dialog has what Teams needs beside its follow-up. */
const dialogButtonSchema = z.object({ followUp: z.unknown() });
const fetchSchema = z.object({ data: dialogButtonSchema });

export interface Presses {
  /** `Action.Execute`: the answer to the request is what the presser sees. */
  execute(activity: TeamsActivity): Promise<RawResponse>;
  /** `Action.Submit` of an older client: a message without words, answered by messages. */
  submit(activity: TeamsActivity): Promise<RawResponse>;
  /** A button that opens a dialog. */
  open(activity: TeamsActivity): Promise<RawResponse>;
}

export interface PressParts {
  readonly bot: Bot;
  readonly sender: Sender;
  readonly people: People;
  readonly viewers: Viewers;
  readonly dialogs: Dialogs;
  readonly messenger: Pick<Messenger, 'postPrivately'>;
  /** Does what nobody waits for. */
  readonly goOnBehind: (work: Promise<unknown>) => void;
}

export function createPresses(parts: PressParts): Presses {
  const { bot, sender, people, viewers, dialogs, messenger, goOnBehind } = parts;

  async function execute(activity: TeamsActivity): Promise<RawResponse> {
    const { action } = executeSchema.safeParse(activity.value).data ?? {};
    if (action?.verb === 'refresh') return refresh(activity, action.data);
    const answer = await bot.onPress(toPress(activity, action?.data));
    goOnBehind(showOthers(activity, answer));
    const shown = forPresser(answer);
    if (shown !== undefined) return showCard(activity, shown);
    return answer.aside === undefined ? CARD_STAYS : sentenceResponse((await named(activity, answer.aside)).summary);
  }

  /** The card as this person is to see it. Teams asks when they look at it, so nothing else may come of it. */
  async function refresh(activity: TeamsActivity, payload: unknown): Promise<RawResponse> {
    const card = await bot.onRefresh(toPress(activity, payload));
    return card === undefined ? CARD_STAYS : showCard(activity, card);
  }

  async function showCard(activity: TeamsActivity, reply: Reply): Promise<RawResponse> {
    return cardResponse(await named(activity, reply), viewers.ofActivity(activity, reply));
  }

  /**
   * The answer to the request changes the card of the person who pressed. Where others read along, the message itself is
   * redrawn as well, unless the outbox does that.
   */
  async function showOthers(activity: TeamsActivity, { card, queued }: PressAnswer): Promise<void> {
    const { replyToId } = activity;
    if (card === undefined || queued || replyToId === undefined || isPersonal(activity)) return;
    await sender.redraw(activity, replyToId, card);
  }

  async function submit(activity: TeamsActivity): Promise<RawResponse> {
    const { card, queued, aside } = await bot.onPress(toPress(activity, payloadOf(activity.value)));
    if (aside !== undefined) return tellApart(activity, aside);
    return card === undefined || queued ? DONE : putInPlace(activity, card);
  }

  /** What is for the presser alone, in a client that takes no answer to the request. */
  async function tellApart(activity: TeamsActivity, aside: Reply): Promise<RawResponse> {
    if (!isPersonal(activity)) {
      // In a chat of their own; whoever has none with us must do without: it is nobody else's business.
      goOnBehind(
        messenger
          .postPrivately(writePlace(placeOf(activity)), activity.from.id, aside, UNWATCHED)
          .catch(() => undefined),
      );
      return DONE;
    }
    if (aside.actions.length > 0) return putInPlace(activity, aside);
    return (await sender.reply(activity, aside)) === undefined ? NOT_SENT : DONE;
  }

  async function putInPlace(activity: TeamsActivity, reply: Reply): Promise<RawResponse> {
    const { replyToId } = activity;
    const sent = replyToId === undefined ? sender.reply(activity, reply) : sender.redraw(activity, replyToId, reply);
    return (await sent) === undefined ? NOT_SENT : DONE;
  }

  async function open(activity: TeamsActivity): Promise<RawResponse> {
    const pressed = fetchSchema.safeParse(activity.value);
    const answer = await bot.onPress(toPress(activity, pressed.data?.data.followUp));
    goOnBehind(showOthers(activity, answer));
    return dialogs.show(activity, answer);
  }

  async function named(activity: TeamsActivity, reply: Reply): Promise<Reply> {
    return people.name(reply, placeOf(activity));
  }

  return { execute, submit, open };
}

/** A client without dialogs sends the whole of what Teams would have taken apart. */
function payloadOf(value: unknown): unknown {
  const button = dialogButtonSchema.safeParse(value);
  return button.success ? button.data.followUp : value;
}
