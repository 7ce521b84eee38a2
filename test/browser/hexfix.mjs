/** A Hexfix of our own on a free port with a store that is thrown away, and a browser in front of it. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const START_TIMEOUT_MS = 30_000;

/** Starts the built program with these settings; resolves with the page's address when it says that it is ready. */
export async function startHexfix(settings = {}) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'hexfix-'));
  const program = spawn(process.execPath, [path.join(root, 'dist', 'main.js')], {
    cwd: dataDir,
    env: { PATH: process.env.PATH, HEXFIX_PORT: '0', HEXFIX_DATA_DIR: dataDir, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await Promise.race([
    once(program.stdout, 'data', { signal: AbortSignal.timeout(START_TIMEOUT_MS) }),
    once(program, 'exit').then(() => 'nothing; it stopped'),
  ]);
  const url = /http:\/\/\S+/.exec(String(line))?.[0];
  if (url === undefined) throw new Error(`The program did not say where its page is, but: ${line}`);
  return {
    url,
    async close() {
      const exited = once(program, 'exit');
      program.kill('SIGTERM');
      await exited;
      rmSync(dataDir, { recursive: true });
    },
  };
}

/** Chromium without a window, from `CHROMIUM_PATH` or where Debian puts it. */
export function startBrowser() {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    throw new Error(`There is no browser at ${executablePath}. Install Chromium, or set CHROMIUM_PATH to one.`);
  }
  const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
  return chromium.launch({ executablePath, headless: true, args });
}
