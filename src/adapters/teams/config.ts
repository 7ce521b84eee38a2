/** What the Teams adapter needs to be told, and what holds for Microsoft's public cloud. */

export interface TeamsConfig {
  /** The bot's Microsoft app id: the audience of every token. Empty only with `unauthenticatedLoopback`. */
  readonly appId: string;
  readonly password: string;
  /** The tenant that the app registration lives in; absent for an older multi-tenant registration. */
  readonly tenantId?: string;
  /** Tenants that may talk to the bot. Empty means every tenant that the app is installed in. */
  readonly allowedTenants: readonly string[];
  /** Hosts that the bot may answer to, beside `SERVICE_URL_HOSTS`. */
  readonly serviceUrlHosts: readonly string[];
  /** Hosts that files are loaded from beside Microsoft's own, as `host:port`, also over HTTP. Only for tests. */
  readonly fileHosts?: readonly string[];
  /** Where the signing keys of incoming tokens are published. */
  readonly openIdMetadataUrl: string;
  /** The `iss` of incoming tokens; the public cloud's unless set. */
  readonly tokenIssuer?: string;
  /** Where tokens for answering come from; Microsoft Entra's public endpoint unless set. */
  readonly tokenUrl?: string;
  /** What a token for answering is asked for; the public cloud's unless set. */
  readonly tokenScope?: string;
  /** The installed package has the right to read posts that do not mention the bot. */
  readonly listening: boolean;
  /** People, by their ids in Microsoft Entra, who may change the settings of the whole organization. */
  readonly admins: readonly string[];
  /** The channel in which people take over; absent where nobody does. */
  readonly triage?: TriageChannel;
  /**
   * Development only, for the Agents Playground: requests need no token, but must come from this machine, and answers
   * go to this machine alone.
   */
  readonly unauthenticatedLoopback: boolean;
}

export interface TriageChannel {
  /** `19:…@thread.tacv2`. */
  readonly channel: string;
  /** The organization that the channel belongs to; no other one's cases are posted there. */
  readonly tenant: string;
  /** Where messages for it are sent; for a case, unless set, where the case's own are. */
  readonly serviceUrl?: string;
}

/** @see https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
export const PUBLIC_CLOUD = {
  openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  tokenIssuer: 'https://api.botframework.com',
  tokenScope: 'https://api.botframework.com/.default',
} as const;

/** Where an app's token comes from: its own tenant, or the one that multi-tenant registrations share. */
export function tokenUrlOf(config: Pick<TeamsConfig, 'tokenUrl' | 'tenantId'>): string {
  return (
    config.tokenUrl ??
    `https://login.microsoftonline.com/${encodeURIComponent(config.tenantId ?? 'botframework.com')}/oauth2/v2.0/token`
  );
}
