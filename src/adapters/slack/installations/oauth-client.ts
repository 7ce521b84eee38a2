/**
 * What Slack gives for a code or a refresh token, and takes back.
 * @see https://docs.slack.dev/authentication/installing-with-oauth
 */

import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { InstallConfig } from '../config';
import type { Grant } from './grant';

/** Where Slack sends people back to. */
export const REDIRECT_PATH = '/slack/oauth_redirect';

const tokensSchema = z.object({
  access_token: z.string().min(1),
  scope: z.string(),
  /** Seconds; with token rotation only. */
  expires_in: z.number().optional(),
  refresh_token: z.string().optional(),
});

const accessSchema = tokensSchema.extend({
  token_type: z.literal('bot'),
  bot_user_id: z.string(),
  app_id: z.string(),
  /** Null where it is for the organization as a whole. */
  team: z.object({ id: z.string() }).nullish(),
  enterprise: z.object({ id: z.string() }).nullish(),
  is_enterprise_install: z.boolean().default(false),
});

const botSchema = z.object({ bot_id: z.string() });

/** The part of a grant that a refresh gives anew. */
export type Tokens = Pick<Grant, 'token' | 'scopes' | 'expiresAtMs' | 'refreshToken'>;

/** An installation that Slack has just confirmed. */
export interface Confirmed {
  readonly tenant: string;
  readonly isOrganization: boolean;
  /** The organization of workspaces that the tenant is or belongs to. */
  readonly organization: string | undefined;
  readonly app: string;
  readonly botUserId: string;
  readonly tokens: Tokens;
}

/** All reject with the client's error; `readFailure` tells what it means. */
export interface OAuthClient {
  /** What Slack gives for a code; it takes each once. */
  redeem(code: string): Promise<Confirmed>;
  /** The bot's other id, which its own messages bear. */
  findBotId(token: string): Promise<string>;
  /** New tokens; Slack takes each refresh token once. */
  refresh(refreshToken: string): Promise<Tokens>;
  /** Gives a token back. */
  revoke(token: string): Promise<void>;
}

export function createOAuthClient(options: {
  readonly createClient: (token?: string) => webApi.WebClient;
  readonly install: InstallConfig;
  readonly nowMs: () => number;
}): OAuthClient {
  const { createClient, install, nowMs } = options;
  const { access } = createClient().oauth.v2;
  const app = { client_id: install.clientId, client_secret: install.clientSecret };

  function toTokens({ access_token, scope, expires_in, refresh_token }: z.infer<typeof tokensSchema>): Tokens {
    return {
      token: access_token,
      scopes: scope.split(',').filter((each) => each !== ''),
      ...(expires_in === undefined ? {} : { expiresAtMs: nowMs() + expires_in * 1000 }),
      ...(refresh_token === undefined ? {} : { refreshToken: refresh_token }),
    };
  }

  return {
    async redeem(code) {
      const told = accessSchema.parse(await access({ ...app, code, redirect_uri: redirectUri(install) }));
      const isOrganization = told.is_enterprise_install;
      const organization = told.enterprise?.id;
      const tenant = isOrganization ? organization : told.team?.id;
      if (tenant === undefined) throw new Error('Slack does not tell where the app was installed.');
      const bot = { app: told.app_id, botUserId: told.bot_user_id };
      return { tenant, isOrganization, organization, ...bot, tokens: toTokens(told) };
    },

    async findBotId(token) {
      return botSchema.parse(await createClient(token).auth.test()).bot_id;
    },

    async refresh(refreshToken) {
      const asked = { ...app, grant_type: 'refresh_token', refresh_token: refreshToken } as const;
      return toTokens(tokensSchema.parse(await access(asked)));
    },

    async revoke(token) {
      await createClient(token).auth.revoke();
    },
  };
}

export function redirectUri({ publicUrl }: Pick<InstallConfig, 'publicUrl'>): string {
  return `${publicUrl}${REDIRECT_PATH}`;
}
