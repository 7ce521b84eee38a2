/** What happens to one case from the post to the good end, told by the people and the platform around the bot. */

import type { Inbound, Press } from '../../src/bot';
import { deskLabelsFor } from '../../src/i18n/labels/desk/labels';
import { labelsFor } from '../../src/i18n/labels/labels';
import type { Reply } from '../../src/reply/reply';
import { toRichText } from '../../src/reply/rich-text';
import type { StoredCase } from '../../src/store/ports';
import type { FakePlatform, Message } from './fake-platform';
import type { Keeper } from './keeper';
import { AGENT, DESK, QUIET } from './platform-client';
import type { Delivery, PlatformKind } from './protocol';
import { faultsOfCards } from './shown';

export const ASKER = 'the asker';
export const OTHER = 'somebody else';
const CHANNEL = 'the channel';
/** Where the quiet one and the bot are alone. */
const PRIVATE_CHAT = `chat with ${QUIET}`;
const DETAILS = 'All computers of the third floor.';

/** As often as people ask again before they lose patience. */
const PATIENCE = 4;

export interface Told {
  /** Posts whose answer is in doubt and not there: only where messages cannot be looked for. */
  readonly postsInDoubt: number;
  readonly faults: readonly string[];
}

export interface StoryParts {
  readonly keeper: Keeper;
  readonly platform: FakePlatform;
  readonly kind: PlatformKind;
  readonly tenant: string;
  /** People do not wait for the outbox between two presses. */
  readonly isHasty: boolean;
}

/** Tells the story until the outbox is empty. */
export async function tellStory({ keeper, platform, kind, tenant, isHasty }: StoryParts): Promise<Told> {
  const faults: string[] = [];
  const from = { platform: kind, tenant, conversation: CHANNEL, place: CHANNEL, person: ASKER };

  async function act(name: string, delivery: Delivery, isLast = false): Promise<void> {
    await keeper.deliver(delivery, name);
    if (isHasty && !isLast) return;
    await keeper.settle(name);
    // Now, because the next move would draw the cards anew and hide it.
    const { cases } = await keeper.look(tenant);
    faults.push(...cases.flatMap((each) => faultsOfCards(each, platform.journal)).map((fault) => `${fault}, ${name}`));
  }

  function press(message: Message, button: string, by: Partial<Press> = {}): Delivery {
    return { kind: 'press', press: { ...from, message: message.id, payload: payloadOf(message.reply, button), ...by } };
  }

  async function post(): Promise<{ message: Message; postsInDoubt: number }> {
    for (let postsInDoubt = 0; postsInDoubt < PATIENCE; postsInDoubt += 1) {
      const id = `post ${postsInDoubt + 1} of ${tenant}`;
      const inbound: Inbound = { ...from, door: 'message', message: id, text: 'It says 0xC004F074 here.' };
      await act('a post', { kind: 'message', inbound });
      await keeper.settle('a post');
      const { cases, effects } = await keeper.look(tenant);
      // Each post opens one case; the latest is that of this post.
      const key = `answer:${cases.filter(({ head }) => head.asker === ASKER).at(-1)?.head.id}`;
      const message = platform.journal.messages.find((each) => each.key === key);
      if (message !== undefined) return { message, postsInDoubt };
      const end = effects.find((each) => each.key === key)?.state;
      if (end !== 'unknown') throw new Error(`a post was taken and is not answered; its answer is ${end}`);
    }
    throw new Error('no post is ever answered');
  }

  async function askForHelp(message: Message): Promise<void> {
    platform.journal.forms.delete(ASKER);
    await act('get help', press(message, 'get-help'));
    const form = platform.journal.forms.get(ASKER);
    if (form === undefined) {
      faults.push('no form opened');
      return;
    }
    const values = { method: 'kms-client', details: DETAILS };
    await act('the form sent in', { kind: 'submission', submission: { ...from, token: form.token, values } });
    await keeper.settle('the form sent in');
  }

  /** The card at the help desk that the bot knows; nobody else's buttons work. */
  async function findTriage(answer: Message): Promise<Message> {
    for (let asked = 1; asked <= PATIENCE; asked += 1) {
      const { cases } = await keeper.look(tenant);
      const ids = cases.flatMap(({ cards }) =>
        cards.filter(({ role }) => role === 'triage').map((card) => card.message),
      );
      const triage = platform.journal.messages.find(({ id }) => ids.includes(id));
      if (triage !== undefined) return triage;
      if (!saysUnknown(answer.reply)) faults.push('nobody is told that the request may not have arrived');
      await askForHelp(answer);
    }
    throw new Error('no request ever reaches the help desk');
  }

  /** Answered alone, and shared from there; what did not arrive cannot be shared. */
  async function askAlone(): Promise<void> {
    const inbound = {
      ...from,
      channel: CHANNEL,
      person: QUIET,
      door: 'message',
      text: 'It says 0xC004F074 here too.',
    } as const;
    const isOfQuiet = ({ head }: StoredCase) => head.asker === QUIET;
    for (let asked = 1; !(await keeper.look(tenant)).cases.some(isOfQuiet); asked += 1) {
      if (asked > PATIENCE) throw new Error('nobody is ever answered alone');
      await act('a post, answered alone', {
        kind: 'message',
        inbound: { ...inbound, message: `alone ${asked} of ${tenant}` },
      });
    }
    await keeper.settle('a post, answered alone');
    const own = platform.journal.messages.find(({ key }) => key.startsWith('private-answer:'));
    if (own === undefined) return;
    await act('share', press(own, 'share', { conversation: PRIVATE_CHAT, place: PRIVATE_CHAT, person: QUIET }));
    await keeper.settle('share');
  }

  const { message: answer, postsInDoubt } = await post();
  await askAlone();
  const presses = [
    () => act('next', press(answer, 'next')),
    () => act('me too', press(answer, 'me-too', { person: OTHER })),
  ];
  if (isHasty) await Promise.all(presses.map((start) => start()));
  else for (const start of presses) await start();
  await askForHelp(answer);
  const triage = await findTriage(answer);
  const atDesk = { conversation: DESK, place: DESK, person: AGENT };
  for (const button of ['claim', 'close', 'reopen']) {
    // The help desk works from what it sees.
    await keeper.settle('a card drawn anew');
    await act(button, press(triage, button, atDesk));
  }
  await act('it worked', press(answer, 'worked'), true);
  return { postsInDoubt, faults };
}

/** The payload of a button as a client sends it back. */
function payloadOf(reply: Reply, id: string): unknown {
  const button = reply.actions.find((action) => action.id === id);
  if (button?.kind !== 'follow-up') throw new Error(`no button ${id} on “${reply.title}”`);
  return button.followUp;
}

function saysUnknown(reply: Reply): boolean {
  const words = deskLabelsFor('en').standing.unknown(labelsFor('en').buttons.getHelp);
  return JSON.stringify(reply.sections).includes(JSON.stringify(toRichText(words)));
}
