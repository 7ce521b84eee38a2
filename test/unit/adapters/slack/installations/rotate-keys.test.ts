/** A change of keys over a real store, while servers renew tokens and workspaces come and go. */

import { type Grant, openInstallation, sealContent } from '../../../../../src/adapters/slack/installations/grant';
import { createRenewal, LEASE_MS } from '../../../../../src/adapters/slack/installations/renewal';
import { rotateKeys } from '../../../../../src/adapters/slack/installations/rotate-keys';
import { createSeal } from '../../../../../src/adapters/slack/installations/seal';
import type { Store } from '../../../../../src/store/ports';
import { createTestLogger } from '../../../../fixtures/test-logger';
import { openMemoryStore } from '../../../../per-worker/memory-store';

const HOUR_MS = 60 * 60 * 1000;
const NOW = 1_760_000_000_000;
const OLD = { id: '2025', key: Buffer.alloc(32, 'old key ') };
const NEW = { id: '2026', key: Buffer.alloc(32, 'new key ') };
const RING = [NEW, OLD];
const [oldSeal, newSeal, ringSeal] = [createSeal([OLD]), createSeal([NEW]), createSeal(RING)];
const GRANT: Grant = { token: 'xoxb-1', botId: 'B1', botUserId: 'U1', scopes: ['chat:write'] };

let store: Store;
beforeEach(async () => {
  store = await openMemoryStore();
});
afterEach(() => store.close());

async function save(tenant: string, grant: Grant = GRANT, seal = oldSeal): Promise<void> {
  const sealed = sealContent(seal, tenant, grant);
  await store.saveInstallation({ platform: 'slack', tenant, isOrganization: false, sealed }, NOW);
}

/** What the new key alone opens. */
async function openedByNew(tenant: string) {
  const installation = await store.findInstallation('slack', tenant);
  return installation && openInstallation(newSeal, installation)?.content;
}

test('seals anew what an older key has sealed, and leaves the rest as it is', async () => {
  await save('T-old');
  await save('T-new', GRANT, newSeal);
  const before = await store.findInstallation('slack', 'T-new');
  expect(await rotateKeys(store, RING)).toEqual({ resealed: 1, current: 1, unreadable: [] });
  expect(await openedByNew('T-old')).toEqual(GRANT);
  expect(await store.findInstallation('slack', 'T-new')).toEqual(before);
  expect(await rotateKeys(store, RING)).toEqual({ resealed: 0, current: 2, unreadable: [] });
});

test('names what opens with no key, or belongs to another workspace, and leaves it as it is', async () => {
  await save('T-lost', GRANT, createSeal([{ id: '2019', key: Buffer.alloc(32, 'lost') }]));
  const sealed = sealContent(oldSeal, 'T-other', GRANT);
  await store.saveInstallation({ platform: 'slack', tenant: 'T-swapped', isOrganization: false, sealed }, NOW);
  await save('T-old');
  const before = await store.listInstallations('slack');
  expect(await rotateKeys(store, RING)).toEqual({ resealed: 1, current: 0, unreadable: ['T-lost', 'T-swapped'] });
  const after = await store.listInstallations('slack');
  expect(after.filter(({ tenant }) => tenant !== 'T-old')).toEqual(before.filter(({ tenant }) => tenant !== 'T-old'));
});

test('does not bring back a workspace that leaves meanwhile', async () => {
  await save('T1');
  const reseal: Store['reseal'] = async (...which) => {
    await store.purge('slack', 'T1', NOW + 1);
    return store.reseal(...which);
  };
  expect(await rotateKeys({ ...store, reseal }, RING)).toEqual({ resealed: 0, current: 0, unreadable: [] });
  expect(await store.listInstallations('slack')).toEqual([]);
});

test('does not put an old token in the place of one that was renewed meanwhile, with whichever key', async () => {
  const renewed: Grant = { ...GRANT, token: 'xoxb-2' };
  for (const seal of [oldSeal, newSeal]) {
    await save('T1');
    let isFirst = true;
    const reseal: Store['reseal'] = async (...which) => {
      if (isFirst) await save('T1', renewed, seal);
      isFirst = false;
      return store.reseal(...which);
    };
    const expected = seal === newSeal ? { resealed: 0, current: 1 } : { resealed: 1, current: 0 };
    expect(await rotateKeys({ ...store, reseal }, RING)).toMatchObject(expected);
    expect(await openedByNew('T1')).toEqual(renewed);
  }
});

/** Slack here takes a refresh token once, and gives the next one for it. */
test('goes on while two servers renew forty tokens: each is renewed once, and none is lost', async () => {
  const tenants = Array.from({ length: 40 }, (_, index) => `T${index}`);
  const due = (tenant: string): Grant => ({ ...GRANT, expiresAtMs: NOW + HOUR_MS, refreshToken: `xoxe-1 ${tenant}` });
  for (const tenant of tenants) await save(tenant, due(tenant));
  const used: string[] = [];
  const refresh = async (token: string) => {
    if (used.includes(token)) throw new Error('used twice');
    used.push(token);
    const next = token.replace('xoxe-1', 'xoxe-2');
    return { token: next.replace('xoxe', 'xoxb'), scopes: [], expiresAtMs: NOW + 12 * HOUR_MS, refreshToken: next };
  };
  const { logger, log } = createTestLogger();
  let nowMs = NOW;
  const server = () => createRenewal({ store, seal: ringSeal, oauth: { refresh }, logger, nowMs: () => nowMs });

  /** A worker that needs each token once, as the bot does: again whenever it has changed. */
  async function work(renewal: ReturnType<typeof server>): Promise<void> {
    for (const tenant of tenants) {
      for (let result = 'changed'; result === 'changed'; ) {
        const installation = await store.findInstallation('slack', tenant);
        const open = installation && openInstallation(ringSeal, installation);
        if (open === undefined || !('token' in open.content)) throw new Error(`${tenant} cannot be opened`);
        result = await renewal.renew({ ...open, content: open.content });
      }
    }
  }

  const servers = [server(), server()];
  const workAll = () => servers.flatMap((renewal) => Array.from({ length: 8 }, () => work(renewal)));
  const [rotation] = await Promise.all([rotateKeys(store, RING), ...workAll()]);
  // What was sealed anew right before its renewal is renewed a minute later.
  nowMs += LEASE_MS;
  await Promise.all(workAll());
  expect(rotation.unreadable).toEqual([]);
  expect(rotation.resealed + rotation.current).toBe(tenants.length);
  expect([...used].sort()).toEqual(tenants.map((tenant) => `xoxe-1 ${tenant}`).sort());
  for (const tenant of tenants) expect(await openedByNew(tenant)).toMatchObject({ token: `xoxb-2 ${tenant}` });
  expect(log).toEqual([]);
});
