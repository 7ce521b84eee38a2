/**
 * Microsoft's side of Teams: the keys of incoming tokens, tokens for answering, and the connector with its limits and a
 * journal of everything that it takes.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */

import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { TEAMS } from './identities';
import { createJournal, type Journal } from './journal';
import { createRateRule } from './rate-rule';
import type { WorldAnswer } from './slack-world';

export interface TeamsWorld {
  readonly journal: Journal;
  keepsButtons: boolean;
  /** The header that proves an activity's origin. */
  authorization(serviceUrl: string): string;
  answer(method: string, path: string, authorization: string | undefined, body: string): WorldAnswer;
}

const KEY_ID = 'fleet-1';
const CONVERSATIONS = '/amer/v3/conversations';
const TOKEN_S = 3_600;
/** What one thread takes: 8 messages in 2 s, 60 in 30 s; and what one organization takes of an app. */
const THREAD_RULE = { everyMs: 500, burst: 8 };
const TENANT_RULE = { everyMs: 1_000 / 30, burst: 30 };

export function createTeamsWorld(origin: () => string, nowMs: () => number): TeamsWorld {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = { ...publicKey.export({ format: 'jwk' }), kid: KEY_ID, use: 'sig', endorsements: ['msteams'] };
  const accessToken = randomUUID();
  const journal = createJournal();
  const threads = createRateRule(THREAD_RULE);
  const tenants = createRateRule(TENANT_RULE);
  let token: { readonly text: string; readonly renewAtMs: number } | undefined;
  let lastId = 1_790_000_000_000;

  function makeToken(serviceUrl: string): string {
    const now = Math.floor(Date.now() / 1_000);
    const claims = { iss: TEAMS.issuer, aud: TEAMS.appId, serviceurl: serviceUrl, nbf: now - 60, exp: now + TOKEN_S };
    const head = [{ alg: 'RS256', typ: 'JWT', kid: KEY_ID }, claims].map(encode).join('.');
    return `Bearer ${head}.${sign('RSA-SHA256', Buffer.from(head), privateKey).toString('base64url')}`;
  }

  function connector(method: string, path: string, body: string): WorldAnswer {
    const [conversation = '', part, id] = path.split('/').slice(1).map(decodeURIComponent);
    if (method === 'POST' && conversation === '') return { status: 201, body: { id: `a:with-${lastId}` } };
    if (part === 'members') return { status: 200, body: { id, name: 'Ana Lima', tenantId: TEAMS.tenantId } };
    if (part !== 'activities') return no(404, `${method} ${path}`);
    if (method === 'POST') return post(conversation, JSON.parse(body));
    if (method === 'PUT') return redraw(id ?? '', body);
    return no(404, `${method} ${path}`);
  }

  function post(conversation: string, activity: Readonly<Record<string, unknown>>): WorldAnswer {
    const waits = [threads.check(conversation, nowMs()), tenants.check(tenantIn(conversation), nowMs())];
    const waitMs = Math.max(...waits);
    if (waitMs > 0) {
      return { ...no(429, 'limited'), headers: { 'retry-after': String(Math.ceil(waitMs / 1_000)) } };
    }
    lastId += 1;
    const id = String(lastId);
    const buttons = world.keepsButtons ? buttonsOf(activity) : [];
    journal.add({ id, place: conversation, conversation, atMs: performance.now(), buttons, redraws: 0 });
    return { status: 201, body: { id } };
  }

  function redraw(id: string, body: string): WorldAnswer {
    const known = journal.byId(id);
    if (known === undefined) return no(404, 'no such message');
    known.redraws += 1;
    if (world.keepsButtons) known.buttons = buttonsOf(JSON.parse(body));
    return { status: 200, body: { id } };
  }

  function no(status: number, reason: string): WorldAnswer {
    journal.refuse(`teams ${status} ${reason}`);
    return { status, body: { error: { code: 'BadSyntax' } } };
  }

  const world: TeamsWorld = {
    journal,
    keepsButtons: false,
    authorization(serviceUrl) {
      if (token === undefined || token.renewAtMs < Date.now()) {
        token = { text: makeToken(serviceUrl), renewAtMs: Date.now() + (TOKEN_S / 2) * 1_000 };
      }
      return token.text;
    },
    answer(method, path, authorization, body) {
      if (path === '/openid') return { status: 200, body: { issuer: TEAMS.issuer, jwks_uri: `${origin()}/keys` } };
      if (path === '/keys') return { status: 200, body: { keys: [key] } };
      if (path === '/token') return grant(new URLSearchParams(body));
      if (!path.startsWith(CONVERSATIONS)) return no(404, path);
      if (authorization !== `Bearer ${accessToken}`) return no(401, 'no token');
      return connector(method, path.slice(CONVERSATIONS.length), body);
    },
  };

  function grant(form: URLSearchParams): WorldAnswer {
    const isOurs = form.get('client_id') === TEAMS.appId && form.get('client_secret') === TEAMS.password;
    if (!isOurs) return no(401, 'wrong credentials');
    return { status: 200, body: { token_type: 'Bearer', access_token: accessToken, expires_in: TOKEN_S } };
  }

  return world;
}

/** Conversations of these proofs bear the number of their organization. */
function tenantIn(conversation: string): string {
  return /-t(\d+)-/.exec(conversation)?.[1] ?? '';
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function buttonsOf(activity: Readonly<Record<string, unknown>>): readonly unknown[] {
  // The cast: a message of the bot bears one card, and the platform's renderer knows its parts.
  const { attachments = [] } = activity as { attachments?: { content?: { actions?: CardAction[] } }[] };
  const actions = attachments[0]?.content?.actions ?? [];
  return actions.flatMap(({ type, data }) => (type === 'Action.Execute' ? [data] : []));
}

interface CardAction {
  readonly type: string;
  readonly data?: unknown;
}
