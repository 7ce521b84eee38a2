/** What somebody would begin with: Bolt as its guide shows it, with an echo and a button. Verifies and stores nothing. */

import bolt from '@slack/bolt';

const { SLACK_BOT_TOKEN: token, SLACK_API_URL: slackApiUrl, PORT } = process.env;

const app = new bolt.App({
  ...{ token, signatureVerification: false, signingSecret: 'unused' },
  ...{ clientOptions: { slackApiUrl }, logLevel: bolt.LogLevel.ERROR },
});

const button = { type: 'button', action_id: 'go:next', text: { type: 'plain_text', text: 'Next' }, value: '{"v":1}' };
const blocksOf = (text) => [
  { type: 'section', text: { type: 'plain_text', text: text.slice(0, 3_000) || '-' } },
  { type: 'actions', elements: [button] },
];

app.message(async ({ message, say }) => {
  await say({ thread_ts: message.ts, text: message.text, blocks: blocksOf(message.text) });
});

app.action('go:next', async ({ ack, body, client }) => {
  await ack();
  const { channel_id: channel, message_ts: ts } = body.container;
  await client.chat.update({ channel, ts, text: 'pressed', blocks: blocksOf('pressed') });
});

await app.start(Number(PORT));
console.log('ready');
