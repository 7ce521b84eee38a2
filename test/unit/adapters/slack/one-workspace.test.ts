/** One bot token: what becomes of everything when Slack tells that the bot was removed. */

import { webApi } from '@slack/bolt';
import type { Line } from '../../../../src/adapters/slack/lines';
import { createOneWorkspace } from '../../../../src/adapters/slack/one-workspace';
import { createTestLogger } from '../../../fixtures/test-logger';

const REMOVED = { teamId: 'T1' };

/** A workspace whose Slack answers `auth.test` so; the second value is who was purged. */
function start(answer: { readonly status?: number; readonly error?: string }) {
  const purged: unknown[] = [];
  const client = new webApi.WebClient('xoxb-1', {
    retryConfig: { retries: 0 },
    fetch: async () =>
      new Response(JSON.stringify(answer.error === undefined ? { ok: true } : { ok: false, error: answer.error }), {
        status: answer.status ?? 200,
      }),
  });
  const workspace = createOneWorkspace({
    bot: { onUninstalled: async (...removal) => void purged.push(removal) },
    botToken: 'xoxb-1',
    client,
    createLine: () => ({}) as unknown as Line,
    logger: createTestLogger().logger,
  });
  return [workspace, purged] as const;
}

test('goes when Slack refuses the token', async () => {
  const [workspace, purged] = start({ error: 'account_inactive' });
  await workspace.remove(REMOVED, 5);
  expect(purged).toEqual([[{ platform: 'slack', tenant: 'T1' }, 5]]);
});

test('stays when the token works: the event is older than the installation', async () => {
  const [workspace, purged] = start({});
  await workspace.remove(REMOVED, 5);
  expect(purged).toEqual([]);
});

test('is told again when Slack cannot say', async () => {
  const [workspace, purged] = start({ status: 503 });
  await expect(workspace.remove(REMOVED, 5)).rejects.toThrow();
  expect(purged).toEqual([]);
});
