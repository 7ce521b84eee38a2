/** Installing on Slack, from the first click to the first answer, and everybody who comes back wrongly. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createSlackAdapter } from '../../src/adapters/slack/adapter';
import { type Installed, postFrom, type Seen, startInstalled } from '../fixtures/slack/installed';
import { APP, type FakeOAuth, startFakeOAuth } from '../fixtures/slack/oauth-server';
import { createScriptedBot } from '../fixtures/slack/scripted-bot';
import { createTestLogger } from '../fixtures/test-logger';

const ACME = { team: 'T0ACME' };
const TEN_MINUTES = 10 * 60 * 1000;

let slack: FakeOAuth;
let hexfix: Installed;
let nowMs: number;

async function start(options: Partial<Parameters<typeof startInstalled>[0]> = {}): Promise<void> {
  hexfix = await startInstalled({ apiUrl: slack.url, nowMs: () => nowMs, ...options });
}

async function restart(options: Partial<Parameters<typeof startInstalled>[0]>): Promise<void> {
  await hexfix.close();
  await start(options);
}

beforeEach(async () => {
  nowMs = 1_760_000_000_000;
  slack = await startFakeOAuth();
  await start();
});

afterEach(async () => {
  await hexfix.close();
  await slack.close();
});

function scopesOfManifest(name: string): string[] {
  const manifest = JSON.parse(readFileSync(path.join(__dirname, `../../manifest/slack/${name}.json`), 'utf8'));
  return manifest.oauth_config.scopes.bot;
}

async function countInstallations(): Promise<number> {
  return (await hexfix.store.listInstallations('slack')).length;
}

describe('the first click', () => {
  test.each([
    ['/slack/install', 'mention-only'],
    ['/slack/install?listen=1', 'listening'],
  ])('at %s leads to Slack, which is asked for the scopes of the manifest %s', async (address, manifest) => {
    const { status, location, headers } = await hexfix.browse(address);
    expect(status).toBe(302);
    expect(headers.get('cache-control')).toBe('no-store');
    const { pathname, searchParams } = new URL(location);
    expect(pathname).toBe('/oauth/v2/authorize');
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: APP.clientId,
      scope: scopesOfManifest(manifest).join(','),
      redirect_uri: 'https://hexfix.example.com/slack/oauth_redirect',
      state: expect.stringMatching(/^[\w-]{22}$/),
    });
  });

  test('leaves a cookie that only this host, this browser and no script can read', async () => {
    const { headers } = await hexfix.browse('/slack/install');
    expect(headers.get('set-cookie')).toMatch(
      /^__Host-hexfix-install=[\w-]{22}; Max-Age=600; Path=\/; Secure; HttpOnly; SameSite=Lax$/,
    );
  });

  test('draws new secrets every time', async () => {
    const [one, two] = [await hexfix.browse('/slack/install'), await hexfix.browse('/slack/install')];
    expect(one.cookie).not.toBe(two.cookie);
    expect(new URL(one.location).searchParams.get('state')).not.toBe(new URL(two.location).searchParams.get('state'));
  });

  test('is refused when more begin than people can, until the next minute', async () => {
    const begin = async () => (await hexfix.browse('/slack/install')).status;
    const statuses = await Promise.all(Array.from({ length: 301 }, begin));
    expect(statuses.filter((status) => status === 503)).toHaveLength(1);
    nowMs += 60_000;
    expect(await begin()).toBe(302);
  });
});

describe('the last page', () => {
  test('says in both languages what to do next, and loads nothing', async () => {
    const { status, body, headers } = await hexfix.install(slack, ACME);
    expect(status).toBe(200);
    for (const words of ['Hexfix is installed', 'Hexfix 已安装', '/invite @Hexfix', 'app=A0HEXFIX&amp;team=T0ACME']) {
      expect(body).toContain(words);
    }
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('set-cookie')).toMatch(/^__Host-hexfix-install=; Max-Age=0;/);
  });

  test('comes when the installation is stored, sealed, and answers with its own token', async () => {
    await hexfix.install(slack, ACME);
    await hexfix.install(slack, { team: 'T0OTHER' });
    expect(JSON.stringify(await hexfix.store.listInstallations('slack'))).not.toMatch(/xoxb|xoxe/);
    for (const team of ['T0OTHER', 'T0ACME']) {
      expect(await hexfix.deliver(postFrom({ team }))).toBe(200);
      expect(slack.calls.at(-1)).toMatchObject({
        method: 'chat.postMessage',
        token: expect.stringContaining(`xoxb-${team}`),
      });
    }
  });

  test('leaves no code, token, state or cookie in the log', async () => {
    const begun = await hexfix.browse('/slack/install');
    const back = slack.approve(begun.location, ACME);
    await hexfix.browse(back.href, begun.cookie);
    await hexfix.browse(back.href, begun.cookie);
    const log = JSON.stringify(hexfix.log);
    expect(log).toContain('T0ACME');
    const secrets = [...back.searchParams.values(), begun.cookie.split('=')[1] ?? 'no cookie', 'xoxb-'];
    for (const secret of secrets) expect(log).not.toContain(secret);
  });
});

describe('who comes back wrongly', () => {
  let begun: Seen;
  let back: URL;

  beforeEach(async () => {
    begun = await hexfix.browse('/slack/install');
    back = slack.approve(begun.location, ACME);
  });

  function without(name: string): string {
    const address = new URL(back);
    address.searchParams.delete(name);
    return address.href;
  }

  function browseLater(): Promise<Seen> {
    nowMs += TEN_MINUTES;
    return hexfix.browse(back.href, begun.cookie);
  }

  test.each<[string, () => Promise<Seen>]>([
    ['without a state', () => hexfix.browse(without('state'), begun.cookie)],
    ['without a code', () => hexfix.browse(without('code'), begun.cookie)],
    ['without a cookie', () => hexfix.browse(back.href)],
    ['with an empty cookie', () => hexfix.browse(back.href, '__Host-hexfix-install=')],
    ['with two cookies', () => hexfix.browse(back.href, `${begun.cookie}; ${begun.cookie}`)],
    ['in another browser', async () => hexfix.browse(back.href, (await hexfix.browse('/slack/install')).cookie)],
    [
      'with a state that nobody gave out',
      () => hexfix.browse(`${without('state')}&state=${'A'.repeat(22)}`, begun.cookie),
    ],
    ['having declined', () => hexfix.browse(`${without('code')}&error=access_denied`, begun.cookie)],
    ['too late', () => browseLater()],
  ])('%s gets the same page, and Slack is not asked', async (_how, comeBack) => {
    const { status, body } = await comeBack();
    expect({ status, isSame: body.includes('Hexfix was not installed') && body.includes('Hexfix 没有安装') }).toEqual({
      status: 400,
      isSame: true,
    });
    expect(slack.calls).toEqual([]);
    expect(await countInstallations()).toBe(0);
  });

  test('a second time gets nothing more', async () => {
    await hexfix.browse(back.href, begun.cookie);
    const before = slack.calls.length;
    expect((await hexfix.browse(back.href, begun.cookie)).status).toBe(400);
    expect(slack.calls).toHaveLength(before);
  });

  test('twice at the same time gets in once', async () => {
    const seen = await Promise.all([1, 2, 3, 4].map(() => hexfix.browse(back.href, begun.cookie)));
    expect(seen.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400]);
    expect(slack.calls.filter(({ method }) => method === 'oauth.v2.access')).toHaveLength(1);
  });

  test('a state that was tried in another browser still serves its own', async () => {
    await hexfix.browse(back.href, '__Host-hexfix-install=stolen');
    expect((await hexfix.browse(back.href, begun.cookie)).status).toBe(200);
  });
});

describe('nothing is installed', () => {
  test.each<[string, string, number]>([
    ['Slack cannot give a token', 'oauth.v2.access', 503],
    ['Slack cannot say who the bot is', 'auth.test', 500],
  ])('while %s, and the page says to try again', async (_what, method, status) => {
    slack.meet(method, status);
    const seen = await hexfix.install(slack, ACME);
    expect(seen.status).toBe(503);
    expect(seen.body).toContain('Wait a minute');
    expect(await countInstallations()).toBe(0);
    expect((await hexfix.install(slack, ACME)).status).toBe(200);
  });

  test('with another client secret than Slack’s, and the log says so', async () => {
    await restart({ install: { clientSecret: 'wrong' } });
    expect((await hexfix.install(slack, ACME)).status).toBe(503);
    expect(hexfix.log).toContainEqual(
      expect.objectContaining({ level: 'error', fields: { code: 'bad_client_secret' } }),
    );
  });

  test('before the adapter has started', async () => {
    await restart({ start: false });
    expect((await hexfix.browse('/slack/install')).status).toBe(503);
  });

  test('in a workspace that may not, and its token is given back', async () => {
    await restart({ install: { allowedTeams: ['T0ACME', 'E0GRID'] } });
    const seen = await hexfix.install(slack, { team: 'T0OTHER' });
    expect([seen.status, seen.body]).toEqual([403, expect.stringContaining('此工作区不能安装')]);
    expect(slack.calls.at(-1)?.method).toBe('auth.revoke');
    expect(await countInstallations()).toBe(0);
    expect((await hexfix.install(slack, ACME)).status).toBe(200);
    expect((await hexfix.install(slack, { team: 'T0INGRID', enterprise: 'E0GRID' })).status).toBe(200);
  });
});

test('the one-workspace adapter has no such pages', () => {
  const config = { botToken: 'xoxb-1', signingSecrets: ['8f742231b10e'] };
  const { logger } = createTestLogger();
  const { routes } = createSlackAdapter({ bot: createScriptedBot(), config, logger, store: hexfix.store });
  expect(routes.map((route) => route.path)).toEqual(['/slack/events']);
});
