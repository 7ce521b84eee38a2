/** Hexfix as a process of its own on this machine, with Teams' door open to it, for scripts that put load on it. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Starts the program of `dist/` with these settings beside the usual ones, and gives its address and its way out. */
export async function startHexfix(settings = {}) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'hexfix-load-'));
  const child = spawn(process.execPath, [path.join(root, 'dist', 'main.js')], {
    // An empty folder, so that no .env file has a say.
    cwd: dataDir,
    env: {
      PATH: process.env.PATH,
      HEXFIX_PORT: '0',
      HEXFIX_DATA_DIR: dataDir,
      HEXFIX_PLAYGROUND: 'off',
      TEAMS_UNAUTHENTICATED_LOOPBACK: 'on',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Whatever becomes of the script, it leaves nothing running.
  process.once('exit', () => child.kill());
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    errors = (errors + text).slice(-4_000);
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));

  const url = await new Promise((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text) => {
      const found = /ready at (http:\S+)/.exec(text);
      if (found !== null) resolve(found[1]);
    });
    child.once('exit', () => reject(new Error(`Hexfix did not start.\n${errors}`)));
  });

  return {
    url,
    pid: child.pid,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
