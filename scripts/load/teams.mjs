/** Teams around a bot: posts that mention it, sent to its door, and the connector that it answers to. */
import { Agent, createServer, request } from 'node:http';

const BOT = { id: '28:hexfix', name: 'Hexfix' };
const MARKUP = '<at>Hexfix</at>';

/** Starts the connector. It counts the answers to each post. */
export async function startTeams() {
  /** By the id of the post. */
  const answers = new Map();
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  let lastId = Date.now();

  const connector = createServer((incoming, response) => {
    const chunks = [];
    incoming.on('data', (chunk) => chunks.push(chunk));
    incoming.on('end', () => {
      const post =
        incoming.method === 'POST' ? /;messageid=(\d+)/.exec(decodeURIComponent(incoming.url))?.[1] : undefined;
      const isAnswer = post !== undefined && JSON.parse(Buffer.concat(chunks).toString()).type === 'message';
      if (isAnswer) answers.set(post, (answers.get(post) ?? 0) + 1);
      lastId += 1;
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ id: String(lastId) }));
    });
  });
  await new Promise((resolve) => connector.listen(0, '127.0.0.1', resolve));
  const serviceUrl = `http://127.0.0.1:${connector.address().port}/`;

  function activity(tenant, text, isMention) {
    lastId += 1;
    const id = String(lastId);
    return {
      ...{ type: 'message', id, timestamp: new Date().toISOString(), channelId: 'msteams', serviceUrl },
      from: { id: `29:${tenant}`, name: 'Ana' },
      recipient: BOT,
      conversation: {
        ...{
          id: `19:${tenant}@thread.tacv2;messageid=${id}`,
          conversationType: 'channel',
          isGroup: true,
          tenantId: tenant,
        },
      },
      channelData: { tenant: { id: tenant } },
      text: isMention ? `${MARKUP} ${text}` : text,
      entities: isMention ? [{ type: 'mention', text: MARKUP, mentioned: BOT }] : [],
    };
  }

  return {
    answers,

    /** Posts the text with a mention of the bot, or without, and gives the post's id, how it was acknowledged and how long that took. */
    send(url, tenant, text, { isMention = true } = {}) {
      const body = JSON.stringify(activity(tenant, text, isMention));
      const { id } = JSON.parse(body);
      const startedAt = performance.now();
      return new Promise((resolve) => {
        const told = (status) => resolve({ id, status, ms: performance.now() - startedAt });
        const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
        const outgoing = request(`${url}/api/messages`, { method: 'POST', agent, headers }, (response) => {
          response.resume().once('end', () => told(response.statusCode));
        });
        outgoing.setTimeout(15_000, () => outgoing.destroy(new Error('no answer')));
        outgoing.once('error', () => told(0));
        outgoing.end(body);
      });
    },

    async stop() {
      agent.destroy();
      connector.closeAllConnections();
      await new Promise((resolve) => connector.close(resolve));
    },
  };
}
