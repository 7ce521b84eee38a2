/** The ways to Slack: one for each installation, with its own token, and all that is done with that token. */

import type { webApi } from '@slack/bolt';
import type { Logger } from '../../ops/logger';
import { createFiles, type Files } from './files';
import { createOutbound, type Outbound } from './outbound';
import { createPeople, type People } from './people';
import type { Timing } from './timing';

/** Who the bot is where it is installed. */
export interface Identity {
  /** The workspace or, where the bot is installed for an organization of workspaces, the organization. */
  readonly team: string;
  readonly botId: string;
  readonly botUserId: string;
}

/** The way to Slack for one installation. */
export interface Line {
  readonly client: webApi.WebClient;
  readonly outbound: Outbound;
  readonly people: People;
  readonly files: Files;
  readonly identity: Identity;
  /** What the token may do; absent where Slack has not told. */
  readonly scopes: readonly string[] | undefined;
}

/** Where something comes from or goes to, as Slack names it. */
export interface Origin {
  readonly teamId?: string | undefined;
  readonly enterpriseId?: string | undefined;
  /** The bot is there by an installation for the whole organization of workspaces. */
  readonly isEnterpriseInstall?: boolean | undefined;
}

/** Why there is no line. */
export type NoLine = 'not_connected' | 'not_installed';

export interface Lines {
  /** The line for what comes from there. Rejects where that cannot be told now and is worth asking again. */
  find(origin: Origin): Promise<Line | NoLine>;
  /** Whether `find` asks nobody. */
  isAtHand(origin: Origin): boolean;
  /** The line of a workspace, as far as it is at hand. */
  peek(tenant: string | undefined): Line | undefined;
  /** The bot was removed there: the token goes, and with it everything that the bot remembers. Harmless to repeat. */
  remove(origin: Origin, atMs: number): Promise<void>;
}

export type LineMaker = (token: string, identity: Identity, scopes?: readonly string[]) => Line;

/** Makes what makes lines. Nothing is asked of Slack yet. */
export function createLineMaker(options: {
  readonly createClient: (token: string) => webApi.WebClient;
  readonly apiUrl: string | undefined;
  readonly logger: Logger;
  readonly timing: Timing;
  /** How many people each line remembers. */
  readonly mostPeople: number;
}): LineMaker {
  const { createClient, apiUrl, logger, timing, mostPeople } = options;
  return (botToken, identity, scopes) => {
    const client = createClient(botToken);
    const people = createPeople(client, logger, timing.lookUpMs, mostPeople);
    const config = { botToken, ...(apiUrl === undefined ? {} : { apiUrl }) };
    const files = createFiles({ client, config, logger, timeoutMs: timing.callMs });
    return { client, people, files, outbound: createOutbound(client, people), identity, scopes };
  };
}
