/** A TCP proxy that fails in the ways that a network does. */
import { connect, createServer } from 'node:net';

const SLOW_MS = 2_000;

/** Starts it in front of a port of this machine, passing everything on. */
export async function startProxy(target) {
  let mood = 'passes';
  const sockets = new Set();

  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ]) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
    client.on('data', (bytes) => mood !== 'swallows' && upstream.write(bytes));
    upstream.on('data', (bytes) => {
      if (mood === 'passes') client.write(bytes);
      if (mood === 'is slow') setTimeout(() => client.destroyed || client.write(bytes), SLOW_MS);
    });
  });

  const listen = (port) => new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  const hangUp = () =>
    new Promise((resolve) => {
      server.close(resolve);
      for (const socket of sockets) socket.destroy();
    });
  await listen(0);
  const { port } = server.address();

  return {
    port,
    /** `passes`, `refuses`, `swallows` what comes, or `is slow`. */
    async set(next) {
      if (next === 'refuses') await hangUp();
      else if (mood === 'refuses') await listen(port);
      mood = next;
    },
    stop: () => (mood === 'refuses' ? undefined : hangUp()),
  };
}
