import { createTeamsAdapter } from '../../../../src/adapters/teams/adapter';
import type { Bot } from '../../../../src/bot';

const CONFIG = {
  appId: 'app',
  password: 'p4ss',
  allowedTenants: [],
  serviceUrlHosts: [],
  listening: false,
  admins: [],
  openIdMetadataUrl: 'http://127.0.0.1:9/',
  tokenUrl: 'http://127.0.0.1:9/',
  unauthenticatedLoopback: false,
};

test('does not start with a help desk to which it would not send', async () => {
  const triage = { channel: '19:c@thread.tacv2', tenant: 'here', serviceUrl: 'https://evil.example/' };
  // It is not asked anything before it starts.
  const bot = {} as Bot;
  const logger = { info() {}, warn() {}, error() {} };
  const adapter = createTeamsAdapter({ bot, config: { ...CONFIG, triage }, logger });
  await expect(adapter.start()).rejects.toThrow('TEAMS_SERVICE_URL_HOSTS');
});
