/** What the client does when somebody presses a button or sends a dialog in, and what it shows then. */

import { type Account, findAccount, personBy } from './people';
import { type Activity, executeFault, isRecord, NO_CARD, taskFault } from './rules';
import { asksForDialog, type Dialog, inputsOf } from './screen';

/** What the answer to a press shows to the presser alone: a sentence, or a card in the place of the one pressed. */
export interface Told {
  readonly by: Account;
  readonly message: string;
  readonly thread: string;
  readonly shown: unknown;
}

/** Where a button is: its message, and the card that bears it as the presser sees it. */
export interface Pressed {
  readonly message: string;
  readonly thread: string;
  readonly card: unknown;
}

/** The dialog on the screen, and who opened it where. */
export interface OpenDialog extends Dialog {
  readonly by: Account;
  readonly thread: string;
  readonly message: string;
}

export interface Client {
  readonly told: Told[];
  dialog(): OpenDialog | undefined;
  /** Both give the status of the request. */
  press(pressed: Pressed, payload: unknown, by: Account): Promise<number>;
  submit(values: Readonly<Record<string, string>>, as?: string): Promise<{ status: number; dialog: OpenDialog }>;
}

/** `invoke` sends an invoke activity. */
export function createClient(invoke: (parts: Activity) => Promise<Response>): Client {
  const told: Told[] = [];
  let dialog: OpenDialog | undefined;

  async function press({ message, thread, card }: Pressed, payload: unknown, by: Account): Promise<number> {
    const where = { from: by, conversation: { id: thread }, replyToId: message };
    if (asksForDialog(card, payload) || isOfSettings(payload)) {
      const data = { msteams: { type: 'task/fetch' }, followUp: payload };
      const response = await invoke({ ...where, name: 'task/fetch', value: { data, context: { theme: 'default' } } });
      return showTask(response, { by, thread, message });
    }
    const action = { type: 'Action.Execute', title: 'Next', verb: 'follow-up', data: payload };
    const response = await invoke({ ...where, name: 'adaptiveCard/action', value: { action, trigger: 'manual' } });
    const answer = await response.json();
    const fault = executeFault(answer);
    if (fault !== undefined) throw new Error(fault);
    if (answer.type !== NO_CARD) told.push({ by, message, thread, shown: answer.value });
    return response.status;
  }

  async function submit(values: Readonly<Record<string, string>>, as?: string) {
    if (dialog === undefined) throw new Error('no dialog is open');
    const open = dialog;
    const by = as === undefined ? open.by : personBy(as);
    const response = await invoke({
      name: 'task/submit',
      from: by,
      conversation: { id: open.thread },
      value: { data: { ...tokenOf(open.card), ...fillIn(open, values) }, context: { theme: 'default' } },
    });
    return { status: await showTask(response, { ...open, by }), dialog: open };
  }

  /** No answer closes the dialog; a sentence takes its place. */
  async function showTask(response: Response, where: Omit<OpenDialog, keyof Dialog>): Promise<number> {
    const text = await response.text();
    dialog = undefined;
    if (text === '') return response.status;
    const answer = JSON.parse(text);
    const fault = taskFault(answer);
    if (fault !== undefined) throw new Error(fault);
    const { type, value } = answer.task;
    if (type === 'message') told.push({ ...where, shown: value });
    else dialog = { ...where, title: value.title, card: value.card.content };
    return response.status;
  }

  return { told, dialog: () => dialog, press, submit };
}

function tokenOf({ actions }: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const [send] = Array.isArray(actions) ? actions : [];
  return isRecord(send?.data) ? send.data : {};
}

/** The values of all inputs; the client sends nothing in that lacks a required one, and knows people by another id. */
function fillIn({ card }: Dialog, values: Readonly<Record<string, string>>): Record<string, string> {
  const sent = inputsOf(card).flatMap(({ id, wireId, isPerson, isRequired, value: earlier }) => {
    const value = values[id] ?? earlier;
    if (value === undefined || value === '') {
      if (isRequired) throw new Error(`Teams would ask for ${id} before it sends the dialog in`);
      return [];
    }
    return [[wireId, isPerson ? (findAccount(value)?.aadObjectId ?? value) : value]];
  });
  return Object.fromEntries(sent);
}

/** The buttons of these moves open a dialog on every card that bears them. */
function isOfSettings(payload: unknown): boolean {
  return isRecord(payload) && String(payload.move).startsWith('settings-');
}
