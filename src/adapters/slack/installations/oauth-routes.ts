/**
 * `GET /slack/install` and `GET /slack/oauth_redirect`: a person goes to Slack and comes back. Who comes back must be the
 * browser that went, with a state that was never used, before anything else about them is looked at.
 */

import { randomBytes } from 'node:crypto';
import type { RawRequest, RawResponse, Route } from '../../../ops/http';
import type { Logger } from '../../../ops/logger';
import type { OAuthStates } from '../../../store/ports';
import type { InstallConfig } from '../config';
import { readFailure } from '../failure';
import type { Installer } from './installer';
import { REDIRECT_PATH, redirectUri } from './oauth-client';
import { installedPage, notAllowedPage, notInstalledPage, notNowPage } from './pages';
import { scopesOf } from './scopes';

const INSTALL_PATH = '/slack/install';
const STATE_MS = 10 * 60 * 1000;
/** Nobody guesses 128 bits. */
const SECRET_BYTES = 16;
/** The prefix has the browser take the cookie from this very host alone, over TLS, for all its paths. */
const COOKIE = '__Host-hexfix-install';
const COOKIE_RULES = 'Path=/; Secure; HttpOnly; SameSite=Lax';
/** More beginnings than people make; each is a row in the store until it ends. */
const MOST_A_MINUTE = 300;
const MINUTE_MS = 60 * 1000;

/** Makes the routes. Until there is an installer, nothing can be installed. */
export function createOAuthRoutes(options: {
  readonly install: InstallConfig;
  readonly apiUrl: string | undefined;
  readonly states: OAuthStates;
  readonly installer: () => Installer | undefined;
  readonly logger: Logger;
  readonly nowMs: () => number;
}): readonly Route[] {
  const { install, apiUrl, states, installer, logger, nowMs } = options;
  const authorizeUrl = new URL('/oauth/v2/authorize', apiUrl ?? 'https://slack.com').href;
  const beginAgain = `${install.publicUrl}${INSTALL_PATH}`;
  let minute = 0;
  let begun = 0;

  function isTooOften(): boolean {
    const now = Math.floor(nowMs() / MINUTE_MS);
    if (now !== minute) [minute, begun] = [now, 0];
    return ++begun > MOST_A_MINUTE;
  }

  async function begin({ query }: RawRequest): Promise<RawResponse> {
    if (installer() === undefined || isTooOften()) return notNowPage(beginAgain);
    const [state, cookie] = [secret(), secret()];
    await states.saveState(state, cookie, nowMs() + STATE_MS);
    const address = new URL(authorizeUrl);
    address.search = new URLSearchParams({
      client_id: install.clientId,
      scope: scopesOf(query.get('listen') === '1' ? 'listening' : 'mention-only').join(','),
      redirect_uri: redirectUri(install),
      state,
    }).toString();
    const headers = { location: address.href, 'cache-control': 'no-store', 'set-cookie': setCookie(cookie, STATE_MS) };
    return { status: 302, headers };
  }

  async function finish({ query, headers }: RawRequest): Promise<RawResponse> {
    const state = query.get('state') ?? '';
    const cookie = readCookie(headers.cookie);
    if (state === '' || cookie === undefined || !(await states.takeState(state, cookie, nowMs()))) {
      return notInstalledPage(beginAgain);
    }
    const code = query.get('code');
    if (code === null) return notInstalledPage(beginAgain);
    try {
      const installed = await installer()?.install(code);
      if (installed === undefined) return notNowPage(beginAgain);
      return installed === 'not-allowed' ? notAllowedPage(beginAgain) : installedPage(appLink(installed));
    } catch (error) {
      logger.error({ code: readFailure(error).code }, 'An installation from Slack could not be finished');
      return notNowPage(beginAgain);
    }
  }

  return [
    { method: 'GET', path: INSTALL_PATH, handle: begin },
    {
      method: 'GET',
      path: REDIRECT_PATH,
      // The cookie has served, however it ended.
      handle: async (request) => {
        const page = await finish(request);
        return { ...page, headers: { ...page.headers, 'set-cookie': setCookie('', 0) } };
      },
    },
  ];
}

function secret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

function setCookie(value: string, lastsMs: number): string {
  return `${COOKIE}=${value}; Max-Age=${lastsMs / 1000}; ${COOKIE_RULES}`;
}

/** The value of our cookie, where the browser sent exactly one. */
function readCookie(header = ''): string | undefined {
  const named = header
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${COOKIE}=`));
  const [cookie, ...others] = named.map((part) => part.slice(COOKIE.length + 1));
  return cookie === '' || others.length > 0 ? undefined : cookie;
}

/** Opens the bot in Slack, in the browser or the app. */
function appLink({ app, tenant }: { readonly app: string; readonly tenant: string }): string {
  return `https://slack.com/app_redirect?${new URLSearchParams({ app, team: tenant })}`;
}
