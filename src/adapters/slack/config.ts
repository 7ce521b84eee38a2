/** What the Slack adapter must be told; `src/config.ts` reads it from the environment. */

import type { StatusEmoji } from './marks';

interface AppConfig {
  /** Accepted signing secrets, at most two: the current one, and during a rotation the one before. None: no HTTP route. */
  readonly signingSecrets: readonly string[];
  /** The app-level token, `xapp-…`. With it, events also come through Socket Mode. */
  readonly appToken?: string;
  /** Where the Web API is. Only for tests and simulators on loopback: tokens are sent there. */
  readonly apiUrl?: string;
  /** What marks on posts look like. */
  readonly statusEmoji?: StatusEmoji;
}

/** For one workspace, where somebody has installed the app by hand. */
export interface OneWorkspaceConfig extends AppConfig {
  /** The bot token of the installation, `xoxb-…`. */
  readonly botToken: string;
  /** The id of the channel in which people take over, `C…` or `G…`. */
  readonly triageChannel?: string;
}

/** For every workspace that installs the app. */
export interface ManyWorkspacesConfig extends AppConfig {
  readonly install: InstallConfig;
}

export interface InstallConfig {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where people and Slack reach us, `https://…` without a slash at its end. */
  readonly publicUrl: string;
  /** What tokens are sealed with: the first for new ones, the others for those that were sealed before. */
  readonly keys: readonly TokenKey[];
  /** Ids of the workspaces and organizations that may install it. Empty: all. */
  readonly allowedTeams: readonly string[];
}

export interface TokenKey {
  readonly id: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

export type SlackConfig = OneWorkspaceConfig | ManyWorkspacesConfig;
