import { createSqlStore } from '../../../src/store/sql-store';
import { IN_MEMORY, openSqlite } from '../../../src/store/sqlite';

/**
 * All that is kept. Ids of people and places are the platform's own. A column that is new here is something that is kept
 * about people: say so in docs/architecture.md, and in the privacy notice.
 */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  deliveries: ['key', 'claimed_at'],
  // `subject` is the id of a channel, or the hashed key of a person.
  settings: ['key', 'platform', 'tenant', 'level', 'subject', 'value', 'changed_at'],
  cooldowns: ['key', 'ends_at'],
  // `sealed` holds credentials, encrypted.
  installations: ['platform', 'tenant', 'is_organization', 'sealed', 'installed_at'],
  // Both hashed.
  oauth_states: ['state', 'cookie', 'ends_at'],
  cases: [
    'id',
    'post',
    'platform',
    'tenant',
    'conversation',
    'channel',
    'place',
    'shared',
    'shareable',
    'asker',
    'locale',
    'codes',
    'written',
    'activation',
    'method',
    'opened_at',
    'version',
    'moved_at',
    'opening',
  ],
  // `details` alone holds text that a person wrote.
  moves: ['case_id', 'version', 'person', 'made_at', 'follow_up', 'details', 'assignee'],
  cards: ['case_id', 'role', 'conversation', 'place', 'message'],
  effects: [
    'key',
    'kind',
    'platform',
    'tenant',
    'case_id',
    'version',
    'place',
    'message',
    'lane',
    // A few words that the bot chose from.
    'note',
    'state',
    'queued_at',
    'queued_version',
    'attempt',
    'claims',
    'begun',
    'interrupted',
    'has_turn',
    'failure',
    'asked_again',
    'due_at',
    'lease_ends_at',
    'ended_at',
  ],
  outcomes: ['day', 'tenant', 'platform', 'kind', 'code', 'step', 'locale', 'count'],
  // Hashed keys.
  paces: ['key', 'free_at'],
};

it('keeps what is listed here, and nothing else', async () => {
  const db = openSqlite(IN_MEMORY);
  const store = await createSqlStore(db);
  const tables = await db.introspection.getTables();
  const found = tables.map(({ name, columns }) => [name, columns.map((column) => column.name).sort()]);
  const listed = Object.entries(COLUMNS).map(([name, columns]) => [name, [...columns].sort()]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(listed));
  await store.close();
});
