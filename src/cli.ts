#!/usr/bin/env node
/** The terminal: `hexfix <command>`. */

import './check-node';
import './compile-cache';
import { once } from 'node:events';
import type { Io, RotatedStore, Rotation, TerminalStore } from './cli/io';
import { runCommand } from './cli/run';
import { readConfig, readEnvironment, readOverlayDir } from './config';
import { DEFAULT_LOCALE, matchLocale } from './i18n/locale';
import { defaultsOn } from './settings/defaults';
import type { Simulate } from './simulate/simulated';

/** A comfortable line, also where nobody tells how wide the window is. */
const USUAL_WIDTH = 80;
const WIDEST = 100;

const { stdin, stdout, stderr } = process;

// A reader that has seen enough, such as `head`, is no failure.
stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const overlayDir = readOverlayDir(readEnvironment());

const io: Io = {
  stdin,
  stdinIsTerminal: stdin.isTTY === true,
  async write(text) {
    if (!stdout.write(text)) await once(stdout, 'drain');
  },
  complain: (text) => void stderr.write(`${text}\n`),
  width: Math.min(stdout.columns ?? USUAL_WIDTH, WIDEST),
  color: stdout.isTTY === true && stdout.hasColors(),
  openStore: openConfiguredStore,
  rotateKeys,
  defaultsOn(platform) {
    const { manners, defaultLocale } = readConfig(readEnvironment());
    return defaultsOn(platform, manners, defaultLocale);
  },
  simulate,
  now: Date.now,
  ...(overlayDir === undefined ? {} : { overlayDir }),
  locale: matchLocale(Intl.DateTimeFormat().resolvedOptions().locale) ?? DEFAULT_LOCALE,
};

/** The store is loaded only for the commands that read it. */
async function openConfiguredStore(): Promise<TerminalStore | undefined> {
  const config = readConfig(readEnvironment());
  const { hasStore, openStore }: typeof import('./open-store') = require('./open-store');
  const complain = (_fields: object, message: string) => io.complain(message);
  return hasStore(config) ? openStore(config, { error: complain, warn: complain, info() {} }) : undefined;
}

/** Tokens are sealed where workspaces install the Slack app by themselves, and nowhere else. */
async function rotateKeys(store: RotatedStore): Promise<Rotation | undefined> {
  const { slack } = readConfig(readEnvironment());
  if (slack === undefined || !('install' in slack)) return undefined;
  const {
    rotateKeys: rotate,
  }: typeof import('./adapters/slack/installations/rotate-keys') = require('./adapters/slack/installations/rotate-keys');
  return rotate(store, slack.install.keys);
}

/** The whole program is loaded only for the command that simulates it. */
function simulate(...request: Parameters<Simulate>): ReturnType<Simulate> {
  const { simulate: run }: typeof import('./simulate') = require('./simulate');
  return run(...request);
}

runCommand(process.argv.slice(2), io).then((exitCode) => {
  process.exitCode = exitCode;
});
