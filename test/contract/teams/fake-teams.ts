/**
 * Microsoft's side of Teams on loopback, in one server: the signing keys of incoming tokens, the tokens for answering,
 * and the connector that takes answers. It refuses what the real one refuses and remembers that it had to.
 */

import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';

export const APP_ID = '0f8fad5b-d9cb-469f-a165-70867728950e';
export const PASSWORD = 'a password for tests';
export const BOT_ID = `28:${APP_ID}`;
export const TENANT = '9f4a2c1e-0000-4000-8000-000000000001';
const KEY_ID = 'key-1';
/** The strictest size that Microsoft's pages name for a bot's message. */
const MAX_MESSAGE_BYTES = 28 * 1024;

export interface Activity {
  readonly [property: string]: unknown;
}

/** A message of the bot as the connector holds it. */
export interface StoredMessage {
  readonly id: string;
  readonly conversation: string;
  readonly activity: Activity;
}

export interface FakeTeams {
  readonly origin: string;
  readonly serviceUrl: string;
  readonly messages: Map<string, StoredMessage>;
  /** What the bot did that Teams would refuse. */
  readonly violations: string[];
  /** Paths that were asked for, in order. */
  readonly requests: string[];
  /** Conversations that the bot is in. */
  readonly conversations: Set<string>;
  /** Answers the next sends with these statuses, one each, instead of taking them. */
  readonly failures: number[];
  /** A token as the Bot Framework issues it; `change` spoils it. */
  token(change?: TokenChange): Promise<string>;
  close(): Promise<void>;
}

export interface TokenChange {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly key?: CryptoKey | Uint8Array;
}

/** The key that signs genuine tokens; both halves, as an attacker knows one. */
export async function signingKey(): Promise<{ readonly publicKey: CryptoKey; readonly privateKey: CryptoKey }> {
  return keyPair;
}

/** One pair for a whole test file: making one takes longer than a scenario. */
const keyPair = generateKeyPair('RS256', { extractable: true });

export async function startFakeTeams(): Promise<FakeTeams> {
  const { publicKey, privateKey } = await keyPair;
  const published = { ...(await exportJWK(publicKey)), kid: KEY_ID, use: 'sig', endorsements: ['msteams', 'webchat'] };
  const unendorsed = { ...published, kid: 'unendorsed', endorsements: ['webchat'] };
  const issuedTokens = new Set<string>();
  const messages = new Map<string, StoredMessage>();
  const conversations = new Set<string>();
  const violations: string[] = [];
  const requests: string[] = [];
  const failures: number[] = [];
  let lastId = Date.UTC(2026, 10, 22);

  const server = createServer(async (request, response) => {
    const answer = await respond(request);
    response.writeHead(answer.status, { 'content-type': 'application/json', location: `${origin}/elsewhere` });
    response.end(JSON.stringify(answer.body));
  });
  const origin = await listen(server);
  const serviceUrl = `${origin}/amer/`;

  async function respond(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
    const body = await readText(request);
    const { pathname } = new URL(request.url ?? '', origin);
    requests.push(pathname);
    if (pathname === '/openid') return ok({ jwks_uri: `${origin}/keys` });
    if (pathname === '/keys') return ok({ keys: [published, unendorsed] });
    if (pathname === '/token') return grant(new URLSearchParams(body));
    if (pathname.startsWith('/amer/v3/conversations/')) return take(request, pathname.split('/').slice(4), body);
    return refuse(404, `${request.method} ${pathname} does not exist`);
  }

  function grant(form: URLSearchParams) {
    const isRight =
      form.get('grant_type') === 'client_credentials' &&
      form.get('client_id') === APP_ID &&
      form.get('client_secret') === PASSWORD &&
      form.get('scope') === 'https://api.botframework.com/.default';
    if (!isRight) return refuse(401, 'a token was asked for with wrong credentials');
    const token = `outbound-${issuedTokens.size + 1}`;
    issuedTokens.add(token);
    return ok({ token_type: 'Bearer', access_token: token, expires_in: 3600 });
  }

  function take(request: IncomingMessage, encoded: readonly string[], body: string) {
    const [conversation = '', activities, id] = encoded.map(decodeURIComponent);
    const bearer = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
    if (!issuedTokens.has(bearer)) return refuse(401, 'a send came without a token for it');
    if (activities !== 'activities' || !conversations.has(conversation)) {
      return refuse(404, `the conversation ${conversation} is not one of the bot's`);
    }
    const failure = failures.shift();
    if (failure !== undefined) return { status: failure, body: { error: { code: 'ServiceError' } } };
    if (Buffer.byteLength(body, 'utf16le') > MAX_MESSAGE_BYTES * 2 || Buffer.byteLength(body) > MAX_MESSAGE_BYTES) {
      return refuse(413, `a message has ${Buffer.byteLength(body)} bytes`);
    }
    const activity: Activity = JSON.parse(body);
    const fault = faultOf(activity);
    if (fault !== undefined) return refuse(400, fault);

    if (request.method === 'PUT') {
      const known = messages.get(id ?? '');
      if (known?.conversation !== conversation) return refuse(404, `the message ${id} is not in ${conversation}`);
      messages.set(known.id, { ...known, activity });
      return ok({ id: known.id });
    }
    if (request.method !== 'POST') return refuse(405, `${request.method} is not possible`);
    lastId += 1;
    const message = { id: String(lastId), conversation, activity };
    messages.set(message.id, message);
    return { status: 201, body: { id: message.id } };
  }

  function refuse(status: number, violation: string) {
    violations.push(violation);
    return { status, body: { error: { code: 'BadSyntax', message: violation } } };
  }

  return {
    origin,
    serviceUrl,
    messages,
    violations,
    requests,
    conversations,
    failures,
    async token({ claims = {}, header = {}, key = privateKey } = {}) {
      const now = Math.floor(Date.now() / 1000);
      const all = {
        iss: 'https://api.botframework.com',
        aud: APP_ID,
        serviceurl: serviceUrl,
        nbf: now - 60,
        exp: now + 3600,
        ...claims,
      };
      return new SignJWT(all).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: KEY_ID, ...header }).sign(key);
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** What makes Teams refuse, split or garble a message, as far as an answer of ours can. */
function faultOf(activity: Activity): string | undefined {
  const { type, text, summary, attachments, from } = activity;
  if (type !== 'message') return `an activity of type ${String(type)} was sent`;
  if (!isRecord(from) || from.id !== BOT_ID) return 'a message does not come from the bot';
  if (text !== undefined && text !== '') return 'a message has a text beside its card and would be split';
  if (typeof summary !== 'string' || summary.trim() === '') return 'a message has no summary for notifications';
  if (!Array.isArray(attachments) || attachments.length !== 1) return 'a message does not have exactly one card';
  return cardFaultOf(attachments[0]);
}

function cardFaultOf(attachment: unknown): string | undefined {
  if (!isRecord(attachment) || attachment.contentType !== 'application/vnd.microsoft.card.adaptive') {
    return 'an attachment is no Adaptive Card';
  }
  const card = attachment.content;
  if (!isRecord(card) || card.type !== 'AdaptiveCard' || card.version !== '1.5') return 'a card is not of version 1.5';
  const actions = Array.isArray(card.actions) ? card.actions : [];
  return actions.length > 6 ? `a card has ${actions.length} buttons` : undefined;
}

function ok(body: unknown) {
  return { status: 200, body };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}
