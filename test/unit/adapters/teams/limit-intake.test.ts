/** The limit at Teams' route, behind the real gate. */

import { createTeamsAdapter } from '../../../../src/adapters/teams/adapter';
import type { Sent } from '../../../../src/limits/inbound-limit';
import type { Route } from '../../../../src/ops/http';
import { SILENT_BOT } from '../../../fixtures/a-bot';

const CONFIG = {
  ...{ appId: '', password: '', allowedTenants: [], serviceUrlHosts: [], listening: false, admins: [] },
  openIdMetadataUrl: 'http://127.0.0.1:9/',
  unauthenticatedLoopback: true,
};
const HEADERS = { host: 'localhost:3978', 'content-type': 'application/json' };
const ACTIVITY = {
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl: 'http://localhost:56150/',
  from: { id: '29:ana' },
  recipient: { id: '28:hexfix' },
  conversation: { id: '19:c@thread.tacv2', conversationType: 'channel', tenantId: 'contoso' },
  text: 'good morning',
};

let asked: Sent[];
let waitS: number;
let route: Route | undefined;
beforeEach(() => {
  asked = [];
  waitS = 0;
  const limit = { take: async (sent: Sent) => asked.push(sent) && waitS };
  const logger = { info() {}, warn() {}, error() {} };
  route = createTeamsAdapter({ bot: SILENT_BOT, config: CONFIG, logger, limit }).routes[0];
});

async function deliver(change: object = {}, remoteAddress = '127.0.0.1') {
  const rawBody = Buffer.from(JSON.stringify({ ...ACTIVITY, ...change }));
  return route?.handle({
    headers: HEADERS,
    rawBody,
    path: '/api/messages',
    query: new URLSearchParams(),
    remoteAddress,
  });
}

it('turns away what is beyond it, and says when to come again', async () => {
  waitS = 17;
  expect(await deliver()).toEqual({ status: 429, headers: { 'retry-after': '17' } });
});

it('lets through what is within it', async () => {
  expect(await deliver()).toEqual({ status: 200 });
});

it.each([
  ['posts', 'message'],
  ['posts', 'messageUpdate'],
  ['posts', 'messageDelete'],
  ['posts', 'messageReaction'],
  ['asks', 'invoke'],
  ['asks', 'installationUpdate'],
  ['asks', 'conversationUpdate'],
] as const)('counts among the %s of its organization a %s', async (kind, type) => {
  await deliver({ type });
  expect(asked).toEqual([{ platform: 'teams', tenant: 'contoso', kind }]);
});

it('is not asked for what the gate refuses', async () => {
  expect((await deliver({}, '203.0.113.9'))?.status).toBe(401);
  expect((await deliver({ from: undefined }))?.status).toBe(400);
  expect(asked).toEqual([]);
});
