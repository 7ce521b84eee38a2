/** Lines of many workspaces over a real store: kept a while, sealed anew, renewed once by all processes together. */

import { type Grant, sealContent } from '../../../../../src/adapters/slack/installations/grant';
import {
  createManyWorkspaces,
  type ManyWorkspaces,
} from '../../../../../src/adapters/slack/installations/many-workspaces';
import type { OAuthClient, Tokens } from '../../../../../src/adapters/slack/installations/oauth-client';
import { createSeal } from '../../../../../src/adapters/slack/installations/seal';
import type { Line, LineMaker } from '../../../../../src/adapters/slack/lines';
import type { Store } from '../../../../../src/store/ports';
import { createTestLogger } from '../../../../fixtures/test-logger';
import { openMemoryStore } from '../../../../per-worker/memory-store';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const KEYS = ['k1', 'k2'].map((id) => ({ id, key: Buffer.alloc(32, `${id} is a key`) }));
const [K1, K2] = KEYS.map((key) => createSeal([key]));
const GRANT: Grant = { token: 'xoxb-1', botId: 'B1', botUserId: 'U1', scopes: ['chat:write'] };
const ENDING: Grant = { ...GRANT, expiresAtMs: 0, refreshToken: 'xoxe-1' };

let store: Store;
let nowMs: number;
let refreshes: string[];
let logged: ReturnType<typeof createTestLogger>;
/** What Slack does with a refresh token. */
let refresh: OAuthClient['refresh'];

beforeEach(async () => {
  store = await openMemoryStore();
  nowMs = 1_760_000_000_000;
  refreshes = [];
  logged = createTestLogger();
  refresh = async () => ({
    token: 'xoxb-2',
    scopes: ['chat:write'],
    expiresAtMs: nowMs + 12 * HOUR,
    refreshToken: 'xoxe-2',
  });
});

afterEach(() => store.close());

/** What the tests look at of a line. */
const createLine: LineMaker = (token, identity, scopes) => ({ token, identity, scopes }) as unknown as Line;

function startReplica(options: { readonly keys?: typeof KEYS; readonly store?: Partial<Store> } = {}): ManyWorkspaces {
  return createManyWorkspaces({
    bot: {
      onUninstalled: async ({ platform, tenant }, atMs = nowMs) => void (await store.purge(platform, tenant, atMs)),
    },
    store: { ...store, ...options.store },
    seal: createSeal(options.keys ?? KEYS.slice(0, 1)),
    oauth: {
      refresh: (token) => {
        refreshes.push(token);
        return refresh(token);
      },
    },
    createLine,
    logger: logged.logger,
    nowMs: () => nowMs,
  });
}

async function save(tenant: string, grant: Grant, seal = K1): Promise<void> {
  if (seal === undefined) throw new Error('no seal');
  const isOrganization = tenant.startsWith('E');
  const sealed = sealContent(seal, tenant, grant);
  await store.saveInstallation({ platform: 'slack', tenant, isOrganization, sealed }, nowMs);
}

/** A grant that ends in so many milliseconds. */
function ending(inMs: number): Grant {
  return { ...ENDING, expiresAtMs: nowMs + inMs };
}

async function tokenOf(lines: ManyWorkspaces, teamId = 'T1'): Promise<string> {
  const found = await lines.find({ teamId });
  return typeof found === 'string' ? found : String(Object(found).token);
}

function slackError(error: string): Error {
  return Object.assign(new Error(error), { code: 'slack_webapi_platform_error', data: { ok: false, error } });
}

describe('a line', () => {
  test('is made once, and kept for a minute without asking the store', async () => {
    await save('T1', GRANT);
    const asked: string[] = [];
    const findInstallation: Store['findInstallation'] = (platform, tenant) => {
      asked.push(tenant);
      return store.findInstallation(platform, tenant);
    };
    const lines = startReplica({ store: { findInstallation } });
    const [one, two] = await Promise.all([lines.find({ teamId: 'T1' }), lines.find({ teamId: 'T1' })]);
    nowMs += MINUTE - 1;
    expect([two, await lines.find({ teamId: 'T1' }), lines.peek('T1')]).toEqual([one, one, one]);
    expect(asked).toEqual(['T1']);
    nowMs += 1;
    expect(await lines.find({ teamId: 'T1' })).toBe(one);
    expect(asked).toEqual(['T1', 'T1']);
  });

  test('is another one within a minute of another installation, and at once where that was made', async () => {
    await save('T1', GRANT);
    const [here, there] = [startReplica(), startReplica()];
    expect([await tokenOf(here), await tokenOf(there)]).toEqual(['xoxb-1', 'xoxb-1']);
    await save('T1', { ...GRANT, token: 'xoxb-new' });
    here.forget('T1');
    expect([await tokenOf(here), await tokenOf(there)]).toEqual(['xoxb-new', 'xoxb-1']);
    nowMs += MINUTE;
    expect(await tokenOf(there)).toBe('xoxb-new');
  });

  test('is not there for who has installed nothing, and is there once they have', async () => {
    const lines = startReplica();
    expect(await tokenOf(lines)).toBe('not_installed');
    expect(await lines.find({})).toBe('not_installed');
    await save('T1', GRANT);
    expect(await tokenOf(lines)).toBe('xoxb-1');
  });

  test('cannot be told while the store fails, and is asked for again', async () => {
    await save('T1', GRANT);
    let isDown = true;
    const findInstallation: Store['findInstallation'] = (...which) =>
      isDown ? Promise.reject(new Error('down')) : store.findInstallation(...which);
    const lines = startReplica({ store: { findInstallation } });
    await expect(lines.find({ teamId: 'T1' })).rejects.toThrow('down');
    isDown = false;
    expect(await tokenOf(lines)).toBe('xoxb-1');
  });

  test('is not made from a row that belongs to another workspace', async () => {
    await save('T1', GRANT);
    const stolen = await store.findInstallation('slack', 'T1');
    await store.saveInstallation(
      { ...stolen, platform: 'slack', tenant: 'T2', isOrganization: false, sealed: stolen?.sealed ?? '' },
      nowMs,
    );
    await expect(startReplica().find({ teamId: 'T2' })).rejects.toThrow('cannot be opened');
    expect(logged.log).toContainEqual(expect.objectContaining({ level: 'error', fields: { tenant: 'T2' } }));
  });
});

describe('an organization of workspaces', () => {
  const from = { teamId: 'T1', enterpriseId: 'E1', isEnterpriseInstall: true };

  test('has one line for all of them, found later by the workspace alone', async () => {
    await save('E1', GRANT);
    const lines = startReplica();
    expect(await lines.find(from)).toBe(await lines.find({ ...from, teamId: 'T2' }));
    expect(await tokenOf(lines)).toBe('xoxb-1');
    expect(await tokenOf(startReplica(), 'T2')).toBe('xoxb-1');
    expect(await tokenOf(startReplica(), 'T3')).toBe('not_installed');
    expect(await lines.find({ enterpriseId: 'E1', isEnterpriseInstall: true })).toBe(await lines.find(from));
  });

  test('takes over from a workspace’s own installation, which stays in use until then', async () => {
    await save('E1', { ...GRANT, token: 'xoxb-whole' });
    await save('T1', GRANT);
    const lines = startReplica();
    const own = await lines.find({ ...from, isEnterpriseInstall: false });
    expect(own).toMatchObject({ token: 'xoxb-1' });
    expect(await lines.find(from)).toMatchObject({ token: 'xoxb-whole' });
    expect(await tokenOf(lines)).toBe('xoxb-whole');
  });

  test('takes all of its workspaces with it when it removes the bot, and no other', async () => {
    for (const tenant of ['E1', 'E2', 'T9']) await save(tenant, GRANT);
    const lines = startReplica();
    for (const teamId of ['T1', 'T2']) await lines.find({ ...from, teamId });
    await lines.find({ ...from, teamId: 'T3', enterpriseId: 'E2' });
    await lines.remove({ enterpriseId: 'E1', isEnterpriseInstall: true, teamId: 'T1' }, nowMs);
    const left = await store.listInstallations('slack');
    expect(left.map(({ tenant }) => tenant)).toEqual(['E2', 'T3', 'T9']);
    expect(await lines.find(from)).toBe('not_installed');
  });
});

describe('removing', () => {
  test('takes the line and the token at once, however often it is told', async () => {
    await save('T1', GRANT);
    const lines = startReplica();
    await lines.find({ teamId: 'T1' });
    for (let times = 0; times < 2; times++) await lines.remove({ teamId: 'T1' }, nowMs);
    expect(await tokenOf(lines)).toBe('not_installed');
    expect(lines.peek('T1')).toBeUndefined();
    expect(await store.listInstallations('slack')).toEqual([]);
  });

  test('reaches other processes within a minute', async () => {
    await save('T1', GRANT);
    const [here, there] = [startReplica(), startReplica()];
    await tokenOf(there);
    await here.remove({ teamId: 'T1' }, nowMs);
    nowMs += MINUTE;
    expect(await tokenOf(there)).toBe('not_installed');
  });

  test('leaves alone what was installed since', async () => {
    await save('T1', GRANT);
    const lines = startReplica();
    await lines.find({ teamId: 'T1' });
    const removedAtMs = nowMs;
    nowMs += 5_000;
    await save('T1', { ...GRANT, token: 'xoxb-new' });
    lines.forget('T1');
    for (let times = 0; times < 2; times++) await lines.remove({ teamId: 'T1' }, removedAtMs);
    expect(await tokenOf(lines)).toBe('xoxb-new');
  });

  test('does not let a look that is under way bring the line back', async () => {
    await save('T1', GRANT);
    let answer = (): void => undefined;
    const late = new Promise<void>((resolve) => (answer = resolve));
    const findInstallation: Store['findInstallation'] = async (...which) => {
      const found = await store.findInstallation(...which);
      await late;
      return found;
    };
    const lines = startReplica({ store: { findInstallation } });
    const looking = lines.find({ teamId: 'T1' });
    await lines.remove({ teamId: 'T1' }, nowMs);
    answer();
    await looking;
    expect(await tokenOf(lines)).toBe('not_installed');
  });
});

describe('a key of the ring that is no longer the first', () => {
  test('opens, and what it had sealed is sealed anew', async () => {
    await save('T1', GRANT, K1);
    await save('E1', GRANT, K1);
    const rotated = { keys: [...KEYS].reverse() };
    await startReplica().find({ teamId: 'T2', enterpriseId: 'E1', isEnterpriseInstall: true });
    const lines = startReplica(rotated);
    expect([await tokenOf(lines), await tokenOf(lines, 'T2')]).toEqual(['xoxb-1', 'xoxb-1']);
    for (const { tenant, sealed } of await store.listInstallations('slack')) {
      expect([tenant, K2?.open(tenant, sealed)?.isOld]).toEqual([tenant, false]);
    }
  });
});

describe('renewing', () => {
  test('waits until two hours before the end', async () => {
    await save('T1', ending(2 * HOUR + 1));
    const lines = startReplica();
    expect(await tokenOf(lines)).toBe('xoxb-1');
    nowMs += MINUTE;
    expect(await tokenOf(lines)).toBe('xoxb-2');
    expect(refreshes).toEqual(['xoxe-1']);
  });

  test('happens once for 8 workers in each of 2 processes, and everybody has a token that works', async () => {
    await save('T1', ending(HOUR));
    const used = new Set<string>();
    refresh = async (token) => {
      if (used.has(token)) throw slackError('invalid_refresh_token');
      used.add(token);
      return { token: 'xoxb-2', scopes: [], expiresAtMs: nowMs + 12 * HOUR, refreshToken: 'xoxe-2' };
    };
    const replicas = [startReplica(), startReplica()];
    const ask = () => replicas.flatMap((lines) => Array.from({ length: 8 }, () => tokenOf(lines)));
    for (const token of await Promise.all(ask())) expect(['xoxb-1', 'xoxb-2']).toContain(token);
    nowMs += MINUTE;
    expect(new Set(await Promise.all(ask()))).toEqual(new Set(['xoxb-2']));
    expect(refreshes).toEqual(['xoxe-1']);
    expect(logged.log).toEqual([]);
  });

  test('looks again before it asks Slack: another process may have been there in the meantime', async () => {
    await save('T1', ending(HOUR));
    let answer = (): void => undefined;
    const late = new Promise<void>((resolve) => (answer = resolve));
    const findInstallation: Store['findInstallation'] = async (...which) => {
      const found = await store.findInstallation(...which);
      await late;
      return found;
    };
    const slow = tokenOf(startReplica({ store: { findInstallation } }));
    expect(await tokenOf(startReplica())).toBe('xoxb-2');
    nowMs += MINUTE;
    answer();
    expect(await slow).toBe('xoxb-2');
    expect(refreshes).toEqual(['xoxe-1']);
  });

  test('is left to the next minute when Slack fails, and the old token is used meanwhile', async () => {
    await save('T1', ending(HOUR));
    const works = refresh;
    refresh = () => Promise.reject(slackError('internal_error'));
    const lines = startReplica();
    expect(await tokenOf(lines)).toBe('xoxb-1');
    expect(await tokenOf(lines)).toBe('xoxb-1');
    expect(refreshes).toHaveLength(1);
    refresh = works;
    nowMs += MINUTE;
    expect(await tokenOf(lines)).toBe('xoxb-2');
  });

  test('does not lose what Slack gave while the store did not take it', async () => {
    await save('T1', ending(HOUR));
    let isDown = true;
    const reseal: Store['reseal'] = (...what) => (isDown ? Promise.reject(new Error('down')) : store.reseal(...what));
    const lines = startReplica({ store: { reseal } });
    await expect(lines.find({ teamId: 'T1' })).rejects.toThrow('down');
    await expect(lines.find({ teamId: 'T1' })).rejects.toThrow('down');
    isDown = false;
    expect(await tokenOf(lines)).toBe('xoxb-2');
    expect(refreshes).toEqual(['xoxe-1']);
  });

  test('does not touch what was installed meanwhile', async () => {
    await save('T1', ending(HOUR));
    const works = refresh;
    refresh = async (token): Promise<Tokens> => {
      await save('T1', { ...GRANT, token: 'xoxb-reinstalled' });
      return works(token);
    };
    expect(await tokenOf(startReplica())).toBe('xoxb-reinstalled');
  });

  test('ends for good when Slack refuses the refresh token: the old one serves to its end, and the log says what to do', async () => {
    await save('T1', ending(HOUR));
    refresh = () => Promise.reject(slackError('invalid_refresh_token'));
    const lines = startReplica();
    expect(await tokenOf(lines)).toBe('xoxb-1');
    expect(logged.log).toEqual([expect.objectContaining({ level: 'error', message: expect.stringContaining('anew') })]);
    nowMs += HOUR;
    expect(await tokenOf(lines)).toBe('not_installed');
    expect(refreshes).toHaveLength(1);
  });

  test('of a token that has ended is waited for, not given up', async () => {
    await save('T1', ending(-1));
    const works = refresh;
    refresh = () => Promise.reject(slackError('internal_error'));
    const lines = startReplica();
    await expect(lines.find({ teamId: 'T1' })).rejects.toThrow('not renewed yet');
    refresh = works;
    nowMs += MINUTE;
    expect(await tokenOf(lines)).toBe('xoxb-2');
  });
});
