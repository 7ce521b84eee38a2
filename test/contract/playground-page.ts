/** The local page's server with the real bot behind it, and browsers that visit it. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createPlayground } from '../../src/adapters/playground/adapter';
import { createServer } from '../../src/server';
import { createRealBot } from './real-bot';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A view of the bot's, as the page gets it. */
export interface Shown {
  readonly kind: string;
  readonly title: string;
  readonly summary: string;
  readonly locale: string;
  readonly teams: { readonly actions?: readonly { readonly id: string; readonly data: unknown }[] };
}

/** A message on the board. */
export interface Said {
  readonly id: string;
  readonly author: string;
  readonly under?: string;
  readonly view?: Shown;
}

/** Starts the server; `close` it when the tests are done. */
export async function startPage() {
  const folder = mkdtempSync(path.join(tmpdir(), 'page-'));
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Hexfix</title>');
  const real = await createRealBot();
  const { routes, messenger } = createPlayground({ bot: real.bot, defaultLocale: 'en', pageFolder: folder });
  real.connect('playground', messenger);
  const server = createServer({ logger: silent, routes });
  const at = await server.listen('127.0.0.1', 0);

  async function post(door: string, body: unknown) {
    const response = await fetch(`${at.url}/playground/${door}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: at.url },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  }

  /** A browser with a board of its own. */
  function visit(session: string) {
    /** What the conversation shows, once everything is sent; the newest last. */
    async function read(name: string): Promise<readonly Said[]> {
      await real.settled();
      const response = await fetch(`${at.url}/playground/board?session=${session}`);
      const { conversations }: { conversations: { name: string; messages: Said[] }[] } = await response.json();
      return conversations.find((conversation) => conversation.name === name)?.messages ?? [];
    }

    async function latest(name: string): Promise<Said & { readonly view: Shown }> {
      const [said] = (await read(name)).filter(({ view }) => view !== undefined).slice(-1);
      if (said?.view === undefined) throw new Error(`nothing from the bot in ${name}`);
      return { ...said, view: said.view };
    }

    async function current(name: string, message: string): Promise<Shown | undefined> {
      return (await read(name)).find(({ id }) => id === message)?.view;
    }

    async function ask(text: string, more: object = {}) {
      return post('messages', { text, session, person: session, platformLocale: 'en', ...more });
    }

    async function press(message: string, view: Shown, id: string, more: object = {}) {
      const payload = followUpOf(view, id);
      if (payload === undefined) throw new Error(`no button ${id} on ${view.title}`);
      return post('presses', { message, payload, session, person: session, platformLocale: 'en', ...more });
    }

    async function submit(message: string, token: unknown, values: object, more: object = {}) {
      return post('submissions', { message, token, values, session, person: session, platformLocale: 'en', ...more });
    }

    return { ask, read, latest, current, press, submit };
  }

  async function close(): Promise<void> {
    await server.close();
    await real.close();
    rmSync(folder, { recursive: true });
  }

  return { url: at.url, post, visit, close };
}

/** The follow-up of a button, by its id, out of the Teams card; one that opens a dialog has it inside of its data. */
export function followUpOf({ teams }: Shown, id: string): unknown {
  const data = teams.actions?.find((action) => action.id === id)?.data;
  return typeof data === 'object' && data !== null && 'followUp' in data ? data.followUp : data;
}
