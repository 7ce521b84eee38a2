/** A server that nobody may ever ask, at an address of this machine that no setting allows. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Canary {
  /** Its address, and others that lead to it in some reading. */
  readonly urls: readonly string[];
  /** What came, connections included. */
  heard(): number;
  close(): Promise<void>;
}

/** Starts it. */
export async function startCanary(): Promise<Canary> {
  let heard = 0;
  const server = createServer((_request, response) => response.end('{"id":"sung"}'));
  server.on('connection', () => {
    heard += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    urls: [
      `http://127.0.0.1:${port}/`,
      `https://127.0.0.1:${port}/`,
      `http://localhost:${port}/`,
      `http://127.1:${port}/`,
      `http://2130706433:${port}/`,
      `http://0x7f.1:${port}/`,
      `http://[::ffff:127.0.0.1]:${port}/`,
      `http://smba.trafficmanager.net@127.0.0.1:${port}/`,
      `https://smba.trafficmanager.net:${port}@127.0.0.1:${port}/`,
      `http://127.0.0.1:${port}/smba.trafficmanager.net/`,
      `http://127.0.0.1:${port}\\@smba.trafficmanager.net/`,
      `http://127.0.0.1:${port}#@smba.trafficmanager.net/`,
    ],
    heard: () => heard,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
