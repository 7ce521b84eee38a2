/**
 * Walks Hexfix with a Slack Web API that others wrote (emulate), and draws what it posts with a renderer that others wrote
 * (slack-blocks-to-jsx) in Chromium; takes the pictures of the documentation. Nobody's emulator delivers events, commands
 * or presses, so this sends them, signed.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { startBrowser, startHexfix } from '../../test/browser/hexfix.mjs';
import { freePort, install, picture, walk } from './setup.mjs';

const WAIT_MS = 10_000;
const BOT = { id: 'B00000000B1', user: 'U00000000B1' };
const BOT_TOKEN = `xoxb-${randomBytes(12).toString('hex')}`;
const PERSON_TOKEN = `xoxp-${randomBytes(12).toString('hex')}`;
const SIGNING_SECRET = randomBytes(16).toString('hex');
const SCOPES = ['chat:write', 'channels:history', 'channels:read', 'users:read', 'reactions:write', 'im:write'];
const LANGUAGES = [
  { locale: 'en', question: 'slmgr /ato says 0xC004F074', title: 'No KMS host could be contacted', after: 'step 2 of' },
  { locale: 'zh-CN', question: '运行 slmgr /ato 提示 0xC004F074', title: '无法联系任何 KMS 主机', after: '第 2 步' },
];

const { folder } = install('slack', ['emulate@0.12.2']);
const drawing = install('slack-drawing', ['slack-blocks-to-jsx@1.1.1', 'react@19.2.0', 'react-dom@19.2.0']);
const { createEmulator } = await import(
  pathToFileURL(path.join(folder, 'node_modules', 'emulate', 'dist', 'api.js')).href
);
const browser = await startBrowser();
for (const language of LANGUAGES) await inLanguage(language);
await browser.close();

async function inLanguage({ locale, question, title, after }) {
  const emulator = await createEmulator({ service: 'slack', port: await freePort(), seed: seed() });
  const hexfix = await startHexfix({
    HEXFIX_LOCALE: locale,
    HEXFIX_PLAYGROUND: 'off',
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: `${emulator.url}/api/`,
  });
  const eventsUrl = new URL('/slack/events', hexfix.url).href;
  const responses = await startReceiver();
  const { user_id: person, team_id: team } = await call('auth.test', {}, PERSON_TOKEN);
  const { channels } = await call('conversations.list', {}, PERSON_TOKEN);
  const channel = channels.find(({ name }) => name === 'it-help').id;
  let thread = '';

  async function call(method, body, token = BOT_TOKEN) {
    const response = await fetch(`${emulator.url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.json();
  }

  async function send(body, contentType) {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
    const headers = { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${signature}` };
    const response = await fetch(eventsUrl, {
      method: 'POST',
      headers: { ...headers, 'content-type': contentType },
      body,
    });
    if (response.status !== 200) throw new Error(`Hexfix answers ${response.status}`);
  }

  function sendEvent(event) {
    const id = `Ev${randomBytes(5).toString('hex').toUpperCase()}`;
    const envelope = { type: 'event_callback', team_id: team, api_app_id: 'A0000000001', event_id: id, event_time: 1 };
    return send(JSON.stringify({ ...envelope, event }), 'application/json');
  }

  /** What somebody writes stands in the emulator as well, so that threads and times are real. */
  async function write(text, mentions) {
    const whole = mentions ? `<@${BOT.user}> ${text}` : text;
    const { ts } = await call('chat.postMessage', { channel, text: whole }, PERSON_TOKEN);
    const post = { user: person, text: whole, ts, channel, event_ts: ts };
    await sendEvent(
      mentions ? { type: 'app_mention', ...post } : { type: 'message', channel_type: 'channel', ...post },
    );
    return ts;
  }

  /** The bot's message in a thread, once it says this. */
  async function answerIn(ts, text) {
    const endMs = Date.now() + WAIT_MS;
    for (;;) {
      const { messages = [] } = await call('conversations.replies', { channel, ts });
      const found = messages.find((message) => message.ts !== ts && JSON.stringify(message).includes(text));
      if (found) return found;
      if (Date.now() > endMs)
        throw new Error(`no answer with "${text}" among ${messages.length} messages of the thread`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  try {
    await walk([
      [
        `${locale}: answers a question in a channel, in the thread`,
        async () => {
          thread = await write(question, false);
          await answerIn(thread, title);
        },
      ],
      [
        `${locale}: answers a mention`,
        async () => {
          await answerIn(await write('0x8007232B', true), '0x8007232B');
        },
      ],
      [
        `${locale}: the drawn message says it, and the picture`,
        async () => {
          await draw(await answerIn(thread, title), title, picture('real-slack', locale));
        },
      ],
      [
        `${locale}: a button leads to the next step on the same message`,
        async () => {
          const message = await answerIn(thread, title);
          const [button] = message.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
          const about = { message_ts: message.ts, channel_id: channel, thread_ts: thread, is_ephemeral: false };
          const payload = {
            ...{ type: 'block_actions', user: { id: person, team_id: team }, team: { id: team }, trigger_id: '1.2.3' },
            ...{ container: { type: 'message', ...about }, channel: { id: channel }, message },
            actions: [{ ...button, block_id: 'b', action_ts: '1.1' }],
          };
          const form = new URLSearchParams({ payload: JSON.stringify(payload) });
          await send(form.toString(), 'application/x-www-form-urlencoded');
          await answerIn(thread, after);
        },
      ],
      [
        `${locale}: answers a command to the person alone`,
        async () => {
          const form = new URLSearchParams({
            ...{ command: '/hexfix', text: question, team_id: team, channel_id: channel, user_id: person },
            ...{ trigger_id: '4.5.6', response_url: responses.url, api_app_id: 'A0000000001' },
          });
          const response = responses.next();
          await send(form.toString(), 'application/x-www-form-urlencoded');
          const answer = await response;
          if (!answer.includes(title) || !answer.includes('"ephemeral"'))
            throw new Error(`the answer is ${answer.slice(0, 200)}`);
        },
      ],
    ]);
  } finally {
    await hexfix.close();
    await emulator.close();
    responses.close();
  }
}

function seed() {
  const bot = { bot_id: BOT.id, bot_user_id: BOT.user };
  return {
    slack: {
      team: { name: 'Example', domain: 'example' },
      users: [{ name: 'ana', real_name: 'Ana Lima', email: 'ana@example.com' }],
      channels: [{ name: 'it-help' }],
      oauth_apps: [
        {
          client_id: '1.2',
          client_secret: 'none',
          app_id: 'A0000000001',
          name: 'Hexfix',
          redirect_uris: [],
          scopes: SCOPES,
          bot_name: 'hexfix',
          ...bot,
        },
      ],
      tokens: [
        { token: BOT_TOKEN, type: 'bot', user_id: BOT.user, scopes: SCOPES, app_id: 'A0000000001', ...bot },
        { token: PERSON_TOKEN, user: 'ana', scopes: SCOPES },
      ],
    },
  };
}

/** Where answers to a `response_url` go. */
async function startReceiver() {
  let told = () => undefined;
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    response.end('ok');
    told(Buffer.concat(chunks).toString());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}/response`,
    next: () =>
      Promise.race([
        new Promise((resolve) => {
          told = resolve;
        }),
        new Promise((_, reject) => {
          setTimeout(() => reject(new Error('no answer at the response_url')), WAIT_MS).unref();
        }),
      ]),
    close: () => server.close(),
  };
}

/** The renderer shows text that is marked as verbatim with its links unread; Slack reads them there too. */
function withLinksRead(blocks) {
  return JSON.parse(JSON.stringify(blocks, (key, value) => (key === 'verbatim' ? undefined : value)));
}

async function draw({ blocks }, title, file) {
  const { createElement } = drawing.require('react');
  const { renderToStaticMarkup } = drawing.require('react-dom/server');
  const { Message } = drawing.require('slack-blocks-to-jsx');
  const style = readFileSync(
    path.join(drawing.folder, 'node_modules', 'slack-blocks-to-jsx', 'dist', 'style.css'),
    'utf8',
  );
  const logo = 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg"/%3E';
  const message = renderToStaticMarkup(
    createElement(Message, { blocks: withLinksRead(blocks), name: 'Hexfix', logo, time: new Date(), theme: 'light' }),
  );
  const page = await browser.newPage({ viewport: { width: 760, height: 600 } });
  await page.setContent(
    `<!doctype html><meta charset="utf-8"><style>${style} body{margin:16px}</style><body data-theme="light">${message}`,
  );
  const text = await page.locator('body').innerText();
  if (!text.includes(title)) throw new Error(`the drawn message does not say "${title}"`);
  await page.screenshot({ path: file, fullPage: true });
  await page.close();
}
