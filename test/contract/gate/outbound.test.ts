/**
 * Every request that Hexfix makes of its own accord: it ends in time, follows nobody elsewhere, and goes to no address that
 * somebody outside has chosen.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createSlackAdapter } from '../../../src/adapters/slack/adapter';
import { createAccessToken } from '../../../src/adapters/teams/access-token';
import type { TeamsConfig } from '../../../src/adapters/teams/config';
import { createConnector } from '../../../src/adapters/teams/connector';
import { createSigningKeys } from '../../../src/adapters/teams/signing-keys';
import { download } from '../../../src/ops/download';
import { createWebhook } from '../../../src/webhook/deliver';
import { SILENT_BOT } from '../../fixtures/a-bot';
import { WORKSPACE } from '../../fixtures/slack/workspace';
import { createTestLogger } from '../../fixtures/test-logger';
import { APP_ID } from '../teams/people';
import { type Canary, startCanary } from './canary';

const SOURCES = path.join(__dirname, '../../../src');

/** Who calls `fetch`; whoever is new here needs a row in the table below. The local page runs in a browser. */
const FETCHERS = ['ops/download.ts', 'webhook/deliver.ts'];
const CALLERS = [
  ...['adapters/slack/connection.ts', 'adapters/slack/web-client.ts'],
  ...['adapters/teams/access-token.ts', 'adapters/teams/connector.ts', 'adapters/teams/signing-keys.ts'],
];

let canary: Canary;
let elsewhere: Server;
let host: string;

/** A server that sends everybody on to the canary. */
beforeAll(async () => {
  canary = await startCanary();
  elsewhere = createServer((_request, response) => {
    response.writeHead(307, { location: canary.urls[0] ?? '' });
    response.end();
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
});
afterAll(async () => {
  elsewhere.closeAllConnections();
  elsewhere.close();
  await canary.close();
});

/** The files of the program in which a function is called. */
function callersOf(call: RegExp): readonly { readonly file: string; readonly text: string }[] {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  return files
    .filter((file) => file.endsWith('.ts') && !file.startsWith('adapters/playground/page/'))
    .map((file) => ({ file, text: readFileSync(path.join(SOURCES, file), 'utf8') }))
    .filter(({ text }) => call.test(text))
    .sort((one, other) => (one.file < other.file ? -1 : 1));
}

test('nobody else calls fetch, and everybody who does says when it ends and where it may lead', () => {
  const callers = callersOf(/(?<![\w.])fetch\(/);
  expect(callers.map(({ file }) => file)).toEqual(FETCHERS);
  for (const { text } of callers) {
    expect(text).toMatch(/redirect: '(?:error|manual)'[\s\S]*signal|signal[\s\S]*redirect: '/);
  }
});

test('whoever calls a platform, which leads nowhere else by itself, says when that ends', () => {
  const callers = callersOf(/(?<!function )callOut\(/);
  expect(callers.map(({ file }) => file)).toEqual(CALLERS);
  for (const { text } of callers) expect(text).toMatch(/signal|timeoutMs/);
});

test.each<[string, () => Promise<unknown>]>([
  ['answers to Teams', () => connector().sendToConversation('a:1', { type: 'message' })],
  ['questions to Teams', () => connector().getConversationMember('a:1', 'somebody')],
  ['tokens for answering', () => createAccessToken(config({ tokenUrl: `http://${host}/token` }))()],
  ['an event for the ticket system', () => webhook().deliver({ id: '1', type: 'case.solved', atMs: 0, body: {} })],
])('%s go nowhere else', async (_what, send) => {
  await expect(send()).rejects.toThrow();
  expect(canary.heard()).toBe(0);
});

test('the signing keys of Teams come from nowhere else', async () => {
  const { logger } = createTestLogger();
  expect(await createSigningKeys({ metadataUrl: `http://${host}/openid`, logger }).warm()).toBe(false);
  expect(canary.heard()).toBe(0);
});

test('a file is not followed to an address that is not allowed', async () => {
  const rules = { isAllowed: (url: URL) => url.host === host, maxBytes: 1_000, timeoutMs: 5_000 };
  expect(await download(`http://${host}/file`, rules)).toEqual({ failure: 'address' });
  expect(canary.heard()).toBe(0);
});

test('Slack’s token goes nowhere else', async () => {
  const adapter = createSlackAdapter({
    bot: SILENT_BOT,
    logger: createTestLogger().logger,
    config: {
      botToken: WORKSPACE.botToken,
      signingSecrets: [WORKSPACE.signingSecret],
      apiUrl: `http://${host}/api/`,
    },
  });
  // Not a refusal of the token: it goes on trying, and the rest of Hexfix runs.
  await adapter.start();
  await adapter.close();
  expect(canary.heard()).toBe(0);
});

function connector() {
  const rules = { extraHosts: [host], loopbackOnly: false };
  return createConnector(`http://${host}/amer/`, rules, async () => 'a token').conversations;
}

function webhook() {
  return createWebhook({ url: `http://${host}/`, secrets: ['a text of 24 characters!'], nowMs: Date.now });
}

function config(change: Partial<TeamsConfig>): TeamsConfig {
  return {
    ...{ appId: APP_ID, password: 'a password', allowedTenants: [], serviceUrlHosts: [], admins: [], listening: false },
    ...{ openIdMetadataUrl: `http://${host}/openid`, unauthenticatedLoopback: false },
    ...change,
  };
}
