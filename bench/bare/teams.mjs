/**
 * What somebody would begin with: botbuilder behind restify as Microsoft's samples show them, with an echo and a button.
 * Stores nothing; verifies tokens only where VERIFIES is set.
 */

import botbuilder from 'botbuilder';
import restify from 'restify';

const { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication, MessageFactory } = botbuilder;
const { PORT, VERIFIES, MICROSOFT_APP_ID, MICROSOFT_APP_PASSWORD, TEAMS_OPENID_METADATA_URL, TEAMS_TOKEN_URL } =
  process.env;

const ISSUER = 'https://api.botframework.com';
const settings = {
  ...{
    MicrosoftAppId: MICROSOFT_APP_ID,
    MicrosoftAppPassword: MICROSOFT_APP_PASSWORD,
    MicrosoftAppType: 'MultiTenant',
  },
  ...{ ToBotFromChannelOpenIdMetadataUrl: TEAMS_OPENID_METADATA_URL, ToBotFromChannelTokenIssuer: ISSUER },
  ...{ ToBotFromEmulatorOpenIdMetadataUrl: TEAMS_OPENID_METADATA_URL, ToChannelFromBotOAuthScope: ISSUER },
  ...{ ToChannelFromBotLoginUrl: TEAMS_TOKEN_URL, OAuthUrl: ISSUER, ValidateAuthority: 'true', CallerId: '' },
};

let outgoing;
/** The SDK asks Microsoft itself for tokens, over TLS; on this machine there is one to be had, asked for once. */
async function askForToken() {
  const form = { client_id: MICROSOFT_APP_ID, client_secret: MICROSOFT_APP_PASSWORD };
  const answer = await fetch(TEAMS_TOKEN_URL, { method: 'POST', body: new URLSearchParams(form) });
  return `Bearer ${(await answer.json()).access_token}`;
}
const credentials = {
  async signRequest(request) {
    outgoing ??= askForToken();
    request.headers.set('authorization', await outgoing);
    return request;
  },
};
const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication(settings, {
    isValidAppId: async (id) => id === MICROSOFT_APP_ID,
    isAuthenticationDisabled: async () => VERIFIES === undefined,
    createCredentials: async () => credentials,
  }),
);

const cardOf = (text) => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: {
    ...{ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text, wrap: true }] },
    actions: [{ type: 'Action.Execute', title: 'Next', verb: 'follow-up', data: { v: 1 } }],
  },
});

class Echo extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      await context.sendActivity(MessageFactory.attachment(cardOf(context.activity.text)));
      await next();
    });
  }

  async onInvokeActivity() {
    const { contentType: type, content: value } = cardOf('pressed');
    return { status: 200, body: { statusCode: 200, type, value } };
  }
}

const bot = new Echo();
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  // The SDK verifies a token wherever there is one.
  if (VERIFIES === undefined) request.headers.authorization = '';
  await adapter.process(request, response, (context) => bot.run(context));
});
server.listen(Number(PORT), '127.0.0.1', () => console.log('ready'));
