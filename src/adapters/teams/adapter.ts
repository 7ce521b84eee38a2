/** Microsoft Teams, put together: one route, the gate before it, the bot behind it. */

import type { Bot } from '../../bot';
import { FaultError } from '../../errors';
import { type InboundLimit, NO_LIMIT } from '../../limits/inbound-limit';
import { errorFields } from '../../ops/error-fields';
import type { RawResponse, Route } from '../../ops/http';
import type { Logger } from '../../ops/logger';
import { type Metrics, NO_METRICS } from '../../ops/metrics';
import type { Messenger } from '../../outbox/messenger';
import { createAccessToken } from './access-token';
import { createIsAgent } from './agents';
import type { TeamsConfig } from './config';
import { type Connect, createConnector } from './connector';
import { createGate, type Refusal } from './gate';
import { createLazyOutbound } from './lazy-outbound';
import { limitIntake } from './limit-intake';
import { createMessenger } from './messenger';
import { createPeople } from './people';
import { createRoles } from './roles';
import { createSender } from './sender';
import { isAllowedServiceUrl } from './service-url';
import { createSigningKeys } from './signing-keys';
import { createTriage } from './triage';
import { createTurns } from './turns';
import { createViewers } from './viewers';

/** A refusal is logged at most once in this time: strangers must not fill the log. */
const REFUSAL_LOG_MS = 60_000;

const REFUSED: Readonly<Record<Refusal['reason'], string>> = {
  token:
    'Its token is not one that the Bot Framework issued for this app. If it came from Teams, check MICROSOFT_APP_ID.',
  'service-url':
    'Its service URL is not an allowed host. If it is the connector of your cloud, add it to TEAMS_SERVICE_URL_HOSTS.',
  tenant: 'Its tenant is not in TEAMS_ALLOWED_TENANTS.',
  shape: 'Its body is no Bot Framework activity.',
};

export interface TeamsAdapter {
  readonly routes: readonly Route[];
  /** Needs no `start`. */
  readonly messenger: Messenger;
  /**
   * Fetches the signing keys and the first token, so that the first message need not wait for them. Rejects with what, why
   * and what to do when the help desk could not be reached.
   */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Makes the adapter; nothing is loaded or asked for before `start`, or the first answer. */
export function createTeamsAdapter(options: {
  readonly bot: Bot;
  readonly config: TeamsConfig;
  readonly logger: Logger;
  /** How much one organization may send. */
  readonly limit?: InboundLimit;
  readonly metrics?: Pick<Metrics, 'count'>;
}): TeamsAdapter {
  const { bot, config, logger, limit = NO_LIMIT, metrics = NO_METRICS } = options;
  const serviceUrlRules = { extraHosts: config.serviceUrlHosts, loopbackOnly: config.unauthenticatedLoopback };
  const keys = createSigningKeys({ metadataUrl: config.openIdMetadataUrl, logger });
  const accessToken = createAccessToken(config);
  const token = config.unauthenticatedLoopback ? async () => undefined : accessToken;
  const connect: Connect = (serviceUrl) => createConnector(serviceUrl, serviceUrlRules, token);
  const gate = createGate(config, keys);
  const triage = createTriage(config);
  const people = createPeople({ connect, triage });
  const isAgent = createIsAgent({ connect, triage });
  const roles = createRoles({ connect, admins: config.admins });
  const viewers = createViewers();
  const { listening, fileHosts } = config;
  const messenger = createMessenger({ connect, hasToken, people, triage, isAgent, roles, viewers, listening });
  const outbound = createLazyOutbound({ appId: config.appId, connect });
  const sender = createSender({ outbound: outbound.get, people, viewers, logger });
  const turns = createTurns({ bot, people, roles, viewers, messenger, sender, listening, fileHosts });
  const take = limitIntake(turns.take, limit);
  let refusalLoggedAt = Number.NEGATIVE_INFINITY;

  async function hasToken(): Promise<boolean> {
    await token();
    return true;
  }

  /** Teams delivers again what nobody has taken. */
  function notTaken(error: unknown): RawResponse {
    logger.error({ platform: 'teams', ...errorFields(error) }, 'Handling something from Teams has failed.');
    return { status: 503 };
  }

  function noteRefusal({ reason, refusal }: Refusal): void {
    metrics.count('hexfix_refusals_total', { platform: 'teams', reason });
    if (Date.now() - refusalLoggedAt < REFUSAL_LOG_MS) return;
    refusalLoggedAt = Date.now();
    logger.warn({ platform: 'teams', reason, status: refusal }, `A request was refused. ${REFUSED[reason]}`);
  }

  const messages: Route = {
    method: 'POST',
    path: '/api/messages',
    async handle(request) {
      const verdict = await gate(request);
      if ('activity' in verdict) return take(verdict.activity).catch(notTaken);
      noteRefusal(verdict);
      return { status: verdict.refusal };
    },
  };

  return {
    routes: [messages],
    messenger,

    async start() {
      checkTriage();
      outbound.check();
      if (config.unauthenticatedLoopback) return;
      await Promise.all([keys.warm(), accessToken().catch(warnNoToken)]);
    },

    close: turns.settle,
  };

  /** Each send is checked as well; but then a case is waiting. */
  function checkTriage(): void {
    const address = config.triage?.serviceUrl;
    if (address === undefined || isAllowedServiceUrl(address, serviceUrlRules)) return;
    const fault = {
      what: 'TEAMS_TRIAGE_SERVICE_URL is not an allowed host.',
      why: 'The bot’s token is sent there, so nothing is sent to it, and no case would reach the help desk.',
      fix: 'Correct it, or add its host to TEAMS_SERVICE_URL_HOSTS if it is the connector of your cloud.',
    };
    throw new FaultError([fault], 78);
  }

  function warnNoToken(error: unknown): void {
    logger.warn(
      { platform: 'teams', ...errorFields(error) },
      'Microsoft granted no token for answering in Teams. Check MICROSOFT_APP_ID, MICROSOFT_APP_PASSWORD and MICROSOFT_APP_TENANT_ID.',
    );
  }
}
