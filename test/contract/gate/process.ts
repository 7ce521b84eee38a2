/** The program itself, in a process of its own: what kills it can be seen from outside, and so can what it takes. */

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { METHOD_SCOPES } from '../../../src/adapters/slack/subscriptions';
import { type FakeWebApi, startFakeWebApi } from '../../fixtures/slack/fake-web-api';
import { WORKSPACE } from '../../fixtures/slack/workspace';
import { createActivities } from '../teams/activities';
import { type FakeTeams, PASSWORD, startFakeTeams } from '../teams/fake-teams';
import { APP_ID, TENANT } from '../teams/people';
import { OLD_SECRET } from './house';

/** The compiled program, beside the compiled tests. */
const PROGRAM = path.join(__dirname, '../../../src/main.js');

export interface Program {
  readonly url: string;
  readonly teams: FakeTeams;
  readonly api: FakeWebApi;
  activity(): string;
  isAlive(): boolean;
  rssBytes(): number;
  close(): Promise<void>;
}

/** Starts it with both doors, and fakes of both platforms. */
export async function startProgram(): Promise<Program> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hexfix-gate-'));
  const teams = await startFakeTeams();
  const api = await startFakeWebApi(Object.values(METHOD_SCOPES).flat());
  const child = run({
    ...{ HEXFIX_PORT: '0', HEXFIX_DATA_DIR: folder, HEXFIX_PLAYGROUND: 'off', HEXFIX_LOG_LEVEL: 'error' },
    ...{ MICROSOFT_APP_ID: APP_ID, MICROSOFT_APP_PASSWORD: PASSWORD, MICROSOFT_APP_TENANT_ID: TENANT },
    ...{ TEAMS_OPENID_METADATA_URL: `${teams.origin}/openid`, TEAMS_TOKEN_URL: `${teams.origin}/token` },
    ...{ TEAMS_SERVICE_URL_HOSTS: new URL(teams.origin).host, SLACK_API_URL: api.url },
    ...{ SLACK_BOT_TOKEN: WORKSPACE.botToken, SLACK_SIGNING_SECRET: WORKSPACE.signingSecret },
    SLACK_SIGNING_SECRET_PREVIOUS: OLD_SECRET,
  });
  const url = await readUrl(child);
  return {
    ...{ url, teams, api },
    activity: () => JSON.stringify(createActivities(teams.serviceUrl, () => '').activity({})),
    isAlive: () => child.exitCode === null && child.signalCode === null,
    rssBytes: () => readRss(child.pid),

    async close() {
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      await Promise.all([teams.close(), api.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** How a start with these settings alone ends, and what is said about it. */
export async function tryToStart(
  env: Readonly<Record<string, string>>,
): Promise<{ code: number | null; said: string }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hexfix-gate-'));
  const child = run({ HEXFIX_PORT: '0', HEXFIX_DATA_DIR: folder, ...env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      // One that has started would stay.
      if (said.includes('Hexfix is ready')) child.kill('SIGKILL');
    });
  }
  const [code] = await once(child, 'close');
  rmSync(folder, { recursive: true, force: true });
  return { code, said };
}

/** Nothing of our own environment but where programs are; and no `.env` of the folder that we are in. */
function run(env: Readonly<Record<string, string>>): ChildProcess {
  const flags = ['--disable-warning=ExperimentalWarning', PROGRAM];
  return spawn(process.execPath, flags, { cwd: tmpdir(), env: { PATH: process.env.PATH, ...env } });
}

async function readUrl(child: ChildProcess): Promise<string> {
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => process.stderr.write(chunk));
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk);
    const url = /https?:\S+/.exec(said)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error('Hexfix has not started.');
}

function readRss(pid: number | undefined): number {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(stdout) * 1_024;
}
