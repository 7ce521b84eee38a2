/**
 * Both platforms and the ticket system in one server on loopback that fails at everything but the start, and says in its
 * failures whatever it was told: tokens, words, all of it.
 */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { WORKSPACE } from '../../fixtures/slack/workspace';
import { SENT } from './canaries';

const KEY_ID = 'key-1';

export interface HostilePlatforms {
  readonly origin: string;
  /** How many calls have failed so far. */
  failures(): number;
  /** Resolves when so many calls have failed. */
  failed(count: number): Promise<void>;
  /** A token as the Bot Framework issues it for this app. */
  token(appId: string): Promise<string>;
  close(): Promise<void>;
}

/** Starts it. */
export async function startHostilePlatforms(): Promise<HostilePlatforms> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = { ...(await exportJWK(publicKey)), kid: KEY_ID, use: 'sig', endorsements: ['msteams'] };
  const waiting = new Set<() => void>();
  let failures = 0;

  const server = createServer(async (request, response) => {
    const body = await readText(request);
    const kind = answer(request.url ?? '');
    if (kind !== undefined) return sendJson(response, 200, kind);
    failures += 1;
    fail(request, response, body);
    for (const look of [...waiting]) look();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  /** What is needed to start. */
  function answer(path: string): object | undefined {
    if (path === '/openid') return { jwks_uri: `${origin}/keys` };
    if (path === '/keys') return { keys: [key] };
    if (path === '/token') return { token_type: 'Bearer', access_token: SENT.accessToken, expires_in: 3_600 };
    if (path === '/api/auth.test') {
      return { ok: true, team_id: WORKSPACE.team, user_id: WORKSPACE.bot.user, bot_id: WORKSPACE.bot.id };
    }
    return undefined;
  }

  /** One way of failing after the other. */
  function fail({ headers }: IncomingMessage, response: ServerResponse, body: string): void {
    const told = `${SENT.platformWords} ${JSON.stringify(headers)} ${body}\n    at ${SENT.platformWords} (here)`;
    const ways: readonly (() => void)[] = [
      () => sendJson(response, 500, { error: { code: told, message: told } }),
      () => sendJson(response, 200, { ok: false, error: told, response_metadata: { messages: [told] } }),
      () => response.destroy(),
      () => sendJson(response, 403, { ok: false, error: told }),
      () => {
        response.writeHead(200, { 'content-type': 'text/html' });
        response.end(`<html>${told}</html>`);
      },
    ];
    ways[failures % ways.length]?.();
  }

  return {
    origin,
    failures: () => failures,
    failed: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (failures < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    token: (appId) =>
      new SignJWT({ serviceurl: `${origin}/teams/` })
        .setProtectedHeader({ alg: 'RS256', kid: KEY_ID })
        .setIssuer('https://api.botframework.com')
        .setAudience(appId)
        .setNotBefore('-1 minute')
        .setExpirationTime('1 hour')
        .sign(privateKey),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Not chained: restify, in the same process, replaces `writeHead` by one that returns nothing. */
function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
