/**
 * Hexfix with both doors on one server, and around it fakes of both platforms. Whatever reaches the bot is counted, and so is
 * whatever is asked of the platforms: of a request that was refused, both must stay at nothing.
 */

import { createSlackAdapter } from '../../../src/adapters/slack/adapter';
import { METHOD_SCOPES } from '../../../src/adapters/slack/subscriptions';
import { createTeamsAdapter } from '../../../src/adapters/teams/adapter';
import type { Bot } from '../../../src/bot';
import type { Route } from '../../../src/ops/http';
import type { Logger } from '../../../src/ops/logger';
import type { Metrics } from '../../../src/ops/metrics';
import type { Messenger } from '../../../src/outbox/messenger';
import { createServer } from '../../../src/server';
import { SILENT_BOT } from '../../fixtures/a-bot';
import { type FakeWebApi, startFakeWebApi } from '../../fixtures/slack/fake-web-api';
import { WORKSPACE } from '../../fixtures/slack/workspace';
import { createActivities } from '../teams/activities';
import { type FakeTeams, PASSWORD, startFakeTeams } from '../teams/fake-teams';
import { APP_ID, TENANT } from '../teams/people';

/** The signing secret from before a rotation; it is taken as well. */
export const OLD_SECRET = 'fedcba9876543210fedcba9876543210';

export interface House {
  readonly teams: FakeTeams;
  readonly api: FakeWebApi;
  readonly url: string;
  /** The doors without a server in front of them. */
  readonly doors: { readonly slack: Route; readonly teams: Route };
  readonly teamsMessenger: Messenger;
  readonly logged: readonly string[];
  /** How often each reason was counted, by platform. */
  readonly refusals: ReadonlyMap<string, number>;
  /** A genuine activity of this type, as JSON. */
  activity(parts?: Readonly<Record<string, unknown>>): string;
  /** How often the bot was reached and the platforms were asked since the last look. */
  look(): { readonly reached: number; readonly asked: number };
  close(): Promise<void>;
}

/** Opens it, with the signing keys loaded and both platforms connected. */
export async function openHouse(): Promise<House> {
  const teams = await startFakeTeams();
  const api = await startFakeWebApi(Object.values(METHOD_SCOPES).flat());
  const logged: string[] = [];
  const log = (fields: unknown, message: string) => void logged.push(`${message} ${JSON.stringify(fields)}`);
  const logger: Logger = { info: log, warn: log, error: log };
  const refusals = new Map<string, number>();
  const metrics: Pick<Metrics, 'count'> = {
    count(_name, labels) {
      const label = Object.values(labels).join(' ');
      refusals.set(label, (refusals.get(label) ?? 0) + 1);
    },
  };
  let reached = 0;
  const bot = countCalls(() => {
    reached += 1;
  });

  const slackAdapter = createSlackAdapter({
    bot,
    logger,
    metrics,
    config: {
      botToken: WORKSPACE.botToken,
      signingSecrets: [WORKSPACE.signingSecret, OLD_SECRET],
      apiUrl: api.url,
    },
  });
  const teamsAdapter = createTeamsAdapter({
    bot,
    logger,
    metrics,
    config: {
      ...{ appId: APP_ID, password: PASSWORD, tenantId: TENANT, allowedTenants: [TENANT] },
      ...{ serviceUrlHosts: [new URL(teams.origin).host], openIdMetadataUrl: `${teams.origin}/openid` },
      ...{ tokenUrl: `${teams.origin}/token`, listening: true, admins: [], unauthenticatedLoopback: false },
    },
  });
  await Promise.all([slackAdapter.start(), teamsAdapter.start()]);
  const server = createServer({ logger, routes: [...slackAdapter.routes, ...teamsAdapter.routes] });
  const { url } = await server.listen('127.0.0.1', 0);
  const { activity } = createActivities(teams.serviceUrl, () => '');

  const asked = () => api.calls.length + teams.requests.length;
  let seen = { reached, asked: asked() };

  return {
    ...{ teams, api, url, logged, refusals, teamsMessenger: teamsAdapter.messenger },
    doors: { slack: onlyRoute(slackAdapter.routes), teams: onlyRoute(teamsAdapter.routes) },
    activity: (parts = {}) => JSON.stringify(activity(parts)),

    look() {
      const before = seen;
      seen = { reached, asked: asked() };
      return { reached: seen.reached - before.reached, asked: seen.asked - before.asked };
    },

    async close() {
      await server.close();
      await Promise.all([slackAdapter.close(), teamsAdapter.close()]);
      await Promise.all([api.close(), teams.close()]);
    },
  };
}

/** A bot that says nothing and tells when it is asked. */
function countCalls(tell: () => void): Bot {
  const counted = Object.entries(SILENT_BOT).map(([name, answer]: [string, (...given: never[]) => unknown]) => [
    name,
    (...given: never[]) => {
      tell();
      return answer(...given);
    },
  ]);
  // The same functions under the same names.
  return Object.fromEntries(counted) as Bot;
}

function onlyRoute([route]: readonly Route[]): Route {
  if (route === undefined) throw new Error('an adapter without a door');
  return route;
}
