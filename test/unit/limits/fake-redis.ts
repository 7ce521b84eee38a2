/**
 * As much of Redis as a connection needs: it says yes to every command, counts the scripts it is asked to run, and falls
 * silent or hangs up when told to.
 */

import { createServer, type Socket } from 'node:net';

export interface FakeRedis {
  readonly url: string;
  /** How many scripts it was asked to run. */
  readonly asked: () => number;
  /** How many connections there have been. */
  readonly connections: () => number;
  mood: 'answers' | 'is-silent' | 'hangs-up';
  /** Nobody listens any more. */
  stop(): Promise<void>;
  /** Listens again where it did before. */
  resume(): Promise<void>;
  close(): Promise<void>;
}

/** A command is an array of strings, of which the first is its name. */
const COMMAND = /\*\d+\r\n\$\d+\r\n(\w+)\r\n/g;

/** Starts one on a free port. Each script gives `result`. */
export async function startFakeRedis(result: number): Promise<FakeRedis> {
  let asked = 0;
  let connections = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    if (fake.mood === 'hangs-up') socket.destroy();
    socket.on('data', (bytes) => {
      for (const [, name = ''] of bytes.toString('latin1').matchAll(COMMAND)) {
        if (name === 'EVAL') asked += 1;
        if (fake.mood === 'answers') socket.write(replyTo(name, result));
      }
    });
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  const stop = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  const fake: FakeRedis = {
    url: `redis://127.0.0.1:${port}`,
    asked: () => asked,
    connections: () => connections,
    mood: 'answers',
    ...{ stop, resume: () => listen(port), close: stop },
  };
  return fake;
}

function replyTo(command: string, result: number): string {
  if (command === 'EVAL') return `:${result}\r\n`;
  return command === 'HELLO' ? '%0\r\n' : '+OK\r\n';
}
