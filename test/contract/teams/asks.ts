/** "Explain this error" on a post: what the person's client shows in its dialog, press after press. */

import type { PrivateQuestion, ShownMessage } from '../platform-driver';
import { type Account, CHANNEL, CHAT, personBy } from './people';
import { type Activity, taskFault } from './rules';
import { showAside } from './screen';

const EXPLAINED_POST = '1795305600000';

/** One dialog, as it stands now. */
interface Ask {
  readonly id: string;
  readonly by: Account;
  readonly thread: string;
  shown: unknown;
}

export interface Asks {
  ask(question: PrivateQuestion): Promise<{ status: number; id: string; thread: string }>;
  /** The status of the request, or `undefined` where the message is no dialog of a question. */
  press(message: ShownMessage, payload: unknown): Promise<number> | undefined;
  seenBy(person: Account): readonly ShownMessage[];
}

/** `invoke` sends an invoke activity. */
export function createAsks(invoke: (parts: Activity) => Promise<Response>): Asks {
  const asks: Ask[] = [];

  async function show(name: string, ask: Ask, value: Activity): Promise<number> {
    const context = { commandId: 'explain', commandContext: 'message', context: { theme: 'default' } };
    const response = await invoke({
      name: `composeExtension/${name}`,
      from: ask.by,
      conversation: { id: ask.thread },
      value: { ...context, ...value },
    });
    const answer = await response.json();
    const fault = taskFault(answer);
    if (fault !== undefined) throw new Error(fault);
    const { type, value: shown } = answer.task;
    ask.shown = type === 'message' ? shown : shown.card.content;
    return response.status;
  }

  return {
    async ask({ text, where, as }) {
      const thread = where === 'dm' ? CHAT : `${CHANNEL};messageid=${EXPLAINED_POST}`;
      const ask: Ask = { id: `ask-${asks.length}`, by: personBy(as), thread, shown: '' };
      asks.push(ask);
      const messagePayload = { id: EXPLAINED_POST, body: { contentType: 'text', content: text }, attachments: [] };
      return { status: await show('fetchTask', ask, { messagePayload }), id: ask.id, thread };
    },

    press({ id }, payload) {
      const ask = asks.find((each) => each.id === id);
      return ask && show('submitAction', ask, { data: { followUp: payload } });
    },

    seenBy: (person) =>
      asks.filter(({ by }) => by === person).map(({ id, thread, shown }) => showAside(id, thread, shown)),
  };
}
