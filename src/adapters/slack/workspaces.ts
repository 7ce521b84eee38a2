/** Where the bot is: in the one workspace of the settings, or in all that have installed it. */

import type { webApi } from '@slack/bolt';
import type { Bot } from '../../bot';
import type { Logger } from '../../ops/logger';
import type { Cooldowns, Installations, OAuthStates } from '../../store/ports';
import type { SlackConfig } from './config';
import { createInstaller, type Installer } from './installations/installer';
import { createManyWorkspaces } from './installations/many-workspaces';
import { createOAuthClient } from './installations/oauth-client';
import { createSeal } from './installations/seal';
import { createLineMaker, type Lines } from './lines';
import { createOneWorkspace } from './one-workspace';
import type { Timing } from './timing';

/** How many people a line remembers: the only one there is, and each of many. */
const MOST_PEOPLE = { one: 10_000, each: 250 } as const;

/** What many workspaces take of the store. */
export type InstallationStore = Installations & OAuthStates & Cooldowns;

export interface Workspaces {
  readonly lines: Lines;
  /** Where workspaces may install the bot by themselves. */
  readonly installer?: Installer;
  /** Has Slack accept the bot token, where the settings name one. */
  connect(): Promise<void>;
}

/** Makes what the settings ask for: the line of one bot token, or a line for everybody who has installed the bot. */
export function createWorkspaces(options: {
  readonly bot: Bot;
  readonly config: SlackConfig;
  readonly store: InstallationStore | undefined;
  readonly logger: Logger;
  readonly timing: Timing;
  readonly nowMs: () => number;
  readonly createClient: (token?: string) => webApi.WebClient;
}): Workspaces {
  const { config, store, createClient } = options;
  const maker = { ...options, apiUrl: config.apiUrl };
  if ('botToken' in config) {
    const { botToken } = config;
    const createLine = createLineMaker({ ...maker, mostPeople: MOST_PEOPLE.one });
    const lines = createOneWorkspace({ ...options, botToken, client: createClient(botToken), createLine });
    return { lines, connect: lines.connect };
  }
  if (store === undefined) throw new Error('Installations need a store.');
  const { install } = config;
  const seal = createSeal(install.keys);
  const oauth = createOAuthClient({ ...options, install });
  const createLine = createLineMaker({ ...maker, mostPeople: MOST_PEOPLE.each });
  const lines = createManyWorkspaces({ ...options, store, seal, oauth, createLine });
  const installer = createInstaller({ ...options, store, install, seal, oauth, forget: lines.forget });
  // Each token is tried when it is used: one that was revoked must not keep the others from starting.
  return { lines, installer, connect: async () => undefined };
}
