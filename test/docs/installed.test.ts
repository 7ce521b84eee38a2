/** The pages for administrators say of rights, doors and stored columns what manifests, adapters and tables say. */

import { EVENT_SCOPES, INTERACTION_SCOPES } from '../../src/adapters/slack/subscriptions';
import { createSqlStore } from '../../src/store/sql-store';
import { IN_MEMORY, openSqlite } from '../../src/store/sqlite';
import { codeRows, codeSpans, read } from './markdown';

const json = (file: string) => JSON.parse(read(`manifest/${file}`));
/** Tables that Kysely and our migrations keep for themselves. */
const BOOKKEEPING = /^kysely_/;

/** The cells behind the first one, by what stands in that as code. */
function rowsOf(file: string): Map<string, string[]> {
  return new Map(codeRows(read(file)).map(([first = '', ...cells]) => [codeSpans(first)[0] ?? '', cells]));
}

describe.each([
  ['en', 'docs/administrators.md', 'yes', 'no'],
  ['zh-CN', 'docs/administrators.zh-CN.md', '是', '否'],
] as const)('in %s, %s', (locale, file, yes, no) => {
  const rows = rowsOf(file);
  const reasons: Record<string, { reason: Record<typeof locale, string> }> = json('slack/scopes.json');
  const always: readonly string[] = json('slack/mention-only.json').oauth_config.scopes.bot;

  test('lists every scope of Slack, whether each manifest asks for it, and why', () => {
    const listed = [...rows].filter(([name]) => name.includes(':') || name === 'commands');
    const expected = Object.entries(reasons).map(([scope, { reason }]) => [
      scope,
      [always.includes(scope) ? yes : no, reason[locale]],
    ]);
    expect(listed).toEqual(expected);
  });

  test('lists every permission of Teams, and no other', () => {
    const { authorization } = json('teams/listening/manifest.json');
    const asked = authorization.permissions.resourceSpecific.map(({ name }: { name: string }) => name);
    expect([...rows.keys()].filter((name) => /\.(?:Group|Chat)$/.test(name))).toEqual(asked);
  });
});

test.each(['docs/features.md', 'docs/features.zh-CN.md'])('%s names every door of both platforms', (file) => {
  const [extension] = json('teams/listening/manifest.json').composeExtensions;
  const commands = extension.commands.map(({ id }: { id: string }) => id);
  const doors = [...Object.keys(EVENT_SCOPES), ...Object.keys(INTERACTION_SCOPES), ...commands];
  expect(doors.filter((door) => !codeSpans(read(file)).includes(door))).toEqual([]);
});

test.each(['docs/privacy.md', 'docs/privacy.zh-CN.md'])('%s lists every column that is stored', async (file) => {
  const db = openSqlite(IN_MEMORY);
  const store = await createSqlStore(db);
  const tables = await db.introspection.getTables();
  const stored = tables
    .filter(({ name }) => !BOOKKEEPING.test(name))
    .map(({ name, columns }) => [name, columns.map((column) => column.name).sort()] as const);
  const told = [...rowsOf(file)].map(([name, [columns = '']]) => [name, codeSpans(columns).sort()] as const);
  await store.close();
  expect(new Map(told)).toEqual(new Map(stored));
});
