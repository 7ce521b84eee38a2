/**
 * Microsoft's side of Teams on loopback, in one server: the signing keys of incoming tokens, the tokens for answering,
 * and the connector that takes answers. It refuses what the real one refuses and remembers that it had to.
 */

import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createFileShelf, type FileShelf } from '../../fixtures/file-shelf';
import { type Answer, createFakeConnector, type FakeConnector } from './fake-connector';
import { APP_ID } from './people';

export const PASSWORD = 'a password for tests';
const KEY_ID = 'key-1';
const CONVERSATIONS = '/amer/v3/conversations';

export interface FakeTeams extends Omit<FakeConnector, 'answer'> {
  readonly origin: string;
  readonly serviceUrl: string;
  /** What people have sent in their chats with the bot. */
  readonly files: FileShelf;
  /** What the bot did that Teams would refuse. */
  readonly violations: string[];
  /** Paths that were asked for, in order. */
  readonly requests: string[];
  /** Resolves when a call has come that gets no answer. */
  hung(): Promise<void>;
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
  const violations: string[] = [];
  const requests: string[] = [];
  const hung: (() => void)[] = [];
  const connector = createFakeConnector(refuse);
  // The address is the right to the file, and a token of the bot's is nothing for a file server.
  const files = createFileShelf(({ headers }) =>
    headers.authorization === undefined ? undefined : { status: 400, page: '<html>Bad request</html>' },
  );

  // A connection that is closed just as it is used would fail a send, and nobody fails here but by our will.
  const server = createServer({ keepAliveTimeout: 0 }, async (request, response) => {
    if (files.serve(request, response)) return;
    const answer = await respond(request);
    if (answer.hang) {
      for (const tell of hung.splice(0)) tell();
      return;
    }
    if (answer.cut) {
      request.socket.destroy();
      return;
    }
    const headers = { 'content-type': 'application/json', location: `${origin}/elsewhere`, ...answer.headers };
    response.writeHead(answer.status, headers);
    response.end(JSON.stringify(answer.body));
  });
  const origin = await listen(server);
  const serviceUrl = `${origin}/amer/`;

  async function respond(request: IncomingMessage): Promise<Answer> {
    const body = await readText(request);
    const { pathname } = new URL(request.url ?? '', origin);
    requests.push(pathname);
    if (pathname === '/openid') return ok({ jwks_uri: `${origin}/keys` });
    if (pathname === '/keys') return ok({ keys: [published, unendorsed] });
    if (pathname === '/token') return grant(new URLSearchParams(body));
    if (pathname.startsWith(CONVERSATIONS)) return take(request, pathname.slice(CONVERSATIONS.length), body);
    return refuse(404, `${request.method} ${pathname} does not exist`);
  }

  function grant(form: URLSearchParams): Answer {
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

  function take({ method = '', headers }: IncomingMessage, path: string, body: string): Answer {
    const bearer = headers.authorization?.replace(/^Bearer /, '') ?? '';
    if (!issuedTokens.has(bearer)) return refuse(401, 'a call came without a token for it');
    return connector.answer({ method, path: path.split('/').slice(1).map(decodeURIComponent), body });
  }

  function refuse(status: number, violation: string): Answer {
    violations.push(violation);
    return { status, body: { error: { code: 'BadSyntax', message: violation } } };
  }

  return {
    ...connector,
    files,
    origin,
    serviceUrl,
    violations,
    requests,
    hung: () => new Promise((resolve) => hung.push(resolve)),
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

function ok(body: unknown): Answer {
  return { status: 200, body };
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
