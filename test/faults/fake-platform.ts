/**
 * The platform and the ticket system, as people see them: a server that writes down everything it accepts. It is the
 * judge of what was lost or doubled, and lives on when the bot dies.
 */

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Form } from '../../src/reply/form';
import type { Reply } from '../../src/reply/reply';

/** A message as it stands. */
export interface Message {
  readonly id: string;
  readonly place: string;
  readonly key: string;
  reply: Reply;
}

export interface Told {
  readonly id: string;
  readonly type: string;
  readonly data: { readonly version: number; readonly state: string };
}

export interface Journal {
  readonly messages: Message[];
  readonly looks: { readonly key: string; readonly found: string }[];
  readonly asides: { readonly person: string; readonly reply: Reply }[];
  readonly told: Told[];
  /** The mark on each post that bears one. */
  readonly marks: Map<string, string>;
  /** The form that stands open before each person. */
  readonly forms: Map<string, Form>;
}

export interface FakePlatform {
  readonly address: string;
  journal: Journal;
  /** An empty journal, and whether messages can be found by their keys. */
  reset(readsBack: boolean): void;
  /** Calls back at this request, counted from 1, after it was accepted and before it is answered; 0 for never. */
  interceptAt(request: number, callback: () => void): void;
  /** Resolves when everything has been accepted that those had sent who are gone now. */
  drained(): Promise<void>;
  close(): Promise<void>;
}

export async function startFakePlatform(): Promise<FakePlatform> {
  const sockets = new Set<Socket>();
  let readsBack = true;
  let messages = 0;
  let countdown = 0;
  let intercept = () => {};

  function accept(call: string, body: Record<string, unknown>, request: IncomingMessage): unknown {
    const { journal } = platform;
    // The casts: whoever calls is of this house.
    const { place, key, message, person, reply } = body as Record<string, string> & { reply: Reply };
    switch (call) {
      case 'post': {
        messages += 1;
        const id = `message-${messages}`;
        journal.messages.push({ id, place: place ?? '', key: key ?? '', reply });
        return { conversation: place, place, message: id };
      }
      case 'redraw': {
        const known = journal.messages.find(({ id }) => id === message);
        if (known !== undefined) known.reply = reply;
        return {};
      }
      case 'find': {
        const known = journal.messages.find((each) => each.place === place && each.key === key);
        const found = known === undefined ? 'absent' : 'found';
        journal.looks.push({ key: key ?? '', found: readsBack ? found : 'cannot tell' });
        if (!readsBack) return 'cannot-tell';
        return known === undefined ? 'absent' : { conversation: place, place, message: known.id };
      }
      case 'form':
        journal.forms.set(person ?? '', body.form as Form);
        return {};
      case 'mark':
        journal.marks.set(message ?? '', String(body.mark));
        return {};
      case 'aside':
        journal.asides.push({ person: person ?? '', reply });
        return {};
      case 'webhook':
        journal.told.push({ id: String(request.headers['idempotency-key']), ...(body as Omit<Told, 'id'>) });
        return {};
      default:
        throw new Error(`nobody knows the call ${call}`);
    }
  }

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk);
    } catch {
      // Cut off in the middle: not accepted.
      return;
    }
    const answer = accept((request.url ?? '').slice(1), JSON.parse(String(Buffer.concat(chunks))), request);
    countdown -= 1;
    if (countdown === 0) return intercept();
    response.end(JSON.stringify(answer));
  });
  // A connection that is closed as it is used again would fail a call, and nobody fails here but by our will.
  server.keepAliveTimeout = 0;
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const platform: FakePlatform = {
    address: `http://127.0.0.1:${port}`,
    journal: emptyJournal(),
    reset(canReadBack) {
      readsBack = canReadBack;
      platform.journal = emptyJournal();
      countdown = 0;
    },
    interceptAt(request, callback) {
      countdown = request;
      intercept = callback;
    },
    async drained() {
      await Promise.all([...sockets].map((socket) => new Promise((resolve) => socket.once('close', resolve))));
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return platform;
}

function emptyJournal(): Journal {
  return { messages: [], looks: [], asides: [], told: [], marks: new Map(), forms: new Map() };
}
