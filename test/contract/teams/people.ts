/** Who and what there is in the organization of the tests, with ids in the shapes of Teams and of Microsoft Entra. */

export const APP_ID = '0f8fad5b-d9cb-469f-a165-70867728950e';
export const BOT = { id: `28:${APP_ID}`, name: 'Hexfix' };
export const TENANT = '9f4a2c1e-0000-4000-8000-000000000001';

export const CHANNEL = '19:5a1c0000000000000000000000000001@thread.tacv2';
export const TRIAGE = '19:7d2b0000000000000000000000000002@thread.tacv2';
export const CHAT = 'a:1personalChat';

/** Somebody as activities tell of them. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId: string;
}

/** The one who posts. */
export const PERSON: Account = account('29:1cArAxNJmMyPn', 'Ana Lee', '2');

const AGENTS: ReadonlyMap<string, Account> = new Map([
  ['agent', account('29:1aGeNt', 'Gil Ito', '3')],
  ['second-agent', account('29:1sEcOnD', 'Mei Sun', '4')],
]);
const COLLEAGUE = account('29:1cOlLeAgUe', 'Bo Kay', '5');
const EVERYBODY = [PERSON, ...AGENTS.values(), COLLEAGUE];

/** The person that a test speaks of by a word; without one, the one who posts. */
export function personBy(word?: string): Account {
  if (word === undefined || word === 'person') return PERSON;
  return AGENTS.get(word) ?? COLLEAGUE;
}

/** A person by either id. */
export function findAccount(id: string): Account | undefined {
  return EVERYBODY.find((each) => each.id === id || each.aadObjectId === id);
}

/** Who is in a conversation: the help desk in its channel, everybody in others, one person in a chat with the bot. */
export function membersOf(conversation: string): readonly Account[] {
  if (conversation.startsWith(TRIAGE)) return [...AGENTS.values()];
  if (conversation.startsWith('19:')) return EVERYBODY;
  return EVERYBODY.filter((each) => chatOf(each) === conversation);
}

/** The chat between the bot and one person. */
export function chatOf(person: Account): string {
  return person === PERSON ? CHAT : `a:1${person.id.slice(3)}`;
}

function account(id: string, name: string, digit: string): Account {
  return { id, name, aadObjectId: `b7e1c7a0-0000-4000-8000-00000000000${digit}` };
}
