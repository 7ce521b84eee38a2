/**
 * What both real clients need: packages of others in a folder outside the repository, and programs that end with us.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const START_TIMEOUT_MS = 60_000;
const IMAGES = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../docs/images');

/** Installs exact versions into a folder of their own, once; nothing of them becomes part of Hexfix. */
export function install(name, packages) {
  const folder = path.join(tmpdir(), 'hexfix-real-clients', name);
  mkdirSync(folder, { recursive: true });
  const wanted = path.join(folder, 'package.json');
  const isThere = packages.every((each) => existsSync(path.join(folder, 'node_modules', each.replace(/@[\d.]+$/, ''))));
  if (isThere) return { folder, require: createRequire(wanted) };
  writeFileSync(wanted, '{ "private": true }\n');
  const npm = spawnSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--save-exact', ...packages],
    {
      cwd: folder,
      stdio: 'inherit',
    },
  );
  if (npm.status !== 0)
    throw new Error(`${packages.join(' and ')} could not be installed. Is the npm registry reachable?`);
  return { folder, require: createRequire(wanted) };
}

/** Starts a program and waits until its output says so; `close` ends it. */
export async function run(command, args, { cwd, env, until }) {
  const program = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const found = new Promise((resolve) => {
    const look = (chunk) => {
      output += chunk;
      const match = until.exec(output);
      if (match) resolve(match);
    };
    program.stdout.on('data', look);
    program.stderr.on('data', look);
  });
  const ended = once(program, 'exit').then(() => {
    throw new Error(`${path.basename(args[0] ?? command)} stopped: ${output}`);
  });
  const late = new Promise((_, reject) => {
    setTimeout(
      () => reject(new Error(`${path.basename(args[0])} does not start: ${output}`)),
      START_TIMEOUT_MS,
    ).unref();
  });
  const match = await Promise.race([found, ended, late]);
  ended.catch(() => undefined);
  return {
    match,
    async close() {
      if (program.exitCode !== null) return;
      const exited = once(program, 'exit');
      program.kill('SIGTERM');
      await exited;
    },
  };
}

/** A port that is free now. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** The address of a picture for the documentation. */
export function picture(name, locale) {
  return path.join(IMAGES, `${name}${locale === 'en' ? '' : `.${locale}`}.png`);
}

/** Runs named steps one after the other, and tells each. The first that fails ends the walk. */
export async function walk(steps) {
  for (const [name, step] of steps) {
    try {
      await step();
      console.log(`✔ ${name}`);
    } catch (error) {
      console.log(`✖ ${name}`);
      throw error;
    }
  }
}
