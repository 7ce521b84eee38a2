/** Who the bot is to both platforms, with secrets that open nothing. */

export const SLACK = {
  app: 'A0FLEET',
  bot: 'B0FLEET',
  botUser: 'U0FLEETBOT',
  /** Where the token was issued. */
  team: 'T0FLEET000',
  botToken: 'xoxb-fleet-0000-for-tests-on-this-machine',
  signingSecret: 'fedcba9876543210fedcba9876543210',
} as const;

export const TEAMS = {
  appId: '1f8fad5b-d9cb-469f-a165-70867728950e',
  password: 'for-tests-on-this-machine-only',
  tenantId: '8f4a2c1e-0000-4000-8000-00000000000f',
  issuer: 'https://api.botframework.com',
  bot: { id: '28:1f8fad5b-d9cb-469f-a165-70867728950e', name: 'Hexfix' },
} as const;

/** As many organizations on each platform; none of them comes near the limits that platforms set for one. */
export const ORGANIZATIONS = 200;
