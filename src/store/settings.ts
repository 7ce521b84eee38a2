/** What organizations, channels and people have set, in SQL. */

import type { Kysely } from 'kysely';
import { FIELDS_OF, type Settings, STORED_LEVELS, settingsSchema } from '../settings/settings';
import { inPassing } from './haste';
import type { SettingsScope, StoredSettings } from './ports';
import { prepared } from './prepared';
import type { Schema } from './schema';

export function createSettings(db: Kysely<Schema>): StoredSettings {
  return {
    async findSettings(scopes) {
      const keys = scopes.map(keyOf);
      if (keys.length === 0) return [];
      // Whoever sets something is told when it is on the disk; nobody else has to wait for that.
      const { rows } = await inPassing(() => selectSettings(db, { keys }));
      const values = new Map(rows.map(({ key, value }) => [key, value]));
      return scopes.map((scope, index) => readSettings(values.get(keys[index] ?? ''), scope));
    },

    changeSettings(scope, change, nowMs) {
      return db.transaction().execute(async (trx) => {
        const { platform, tenant, level, subject } = scope;
        const key = keyOf(scope);
        // It comes first, and holds the row: SQLite cannot turn a transaction that has read into one that writes.
        const { value } = await trx
          .insertInto('settings')
          .values({ key, platform, tenant, level, subject, value: '{}', changed_at: nowMs })
          .onConflict((conflict) => conflict.column('key').doUpdateSet({ platform, tenant, changed_at: nowMs }))
          .returning('value')
          .executeTakeFirstOrThrow();
        const changed = pick({ ...readSettings(value, scope), ...change }, scope);
        await (Object.keys(changed).length === 0
          ? trx.deleteFrom('settings').where('key', '=', key).execute()
          : trx
              .updateTable('settings')
              .set({ value: JSON.stringify(changed) })
              .where('key', '=', key)
              .execute());
      });
    },

    async listSettings(platform, tenant) {
      const rows = await db
        .selectFrom('settings')
        .select(['level', 'subject', 'value'])
        .where('platform', '=', platform)
        .where('tenant', '=', tenant)
        .orderBy('level')
        .orderBy('subject')
        .execute();
      return rows.flatMap(({ level: text, subject, value }) => {
        const level = STORED_LEVELS.find((each) => each === text);
        if (level === undefined) return [];
        const scope: SettingsScope = { platform, tenant, level, subject };
        return [{ scope, settings: readSettings(value, scope) }];
      });
    },
  };
}

const selectSettings = prepared((db, { keys }: { keys: readonly string[] }) =>
  db.selectFrom('settings').select(['key', 'value']).where('key', 'in', keys),
);

/** A person's key is hashed with platform and tenant already. */
function keyOf({ platform, tenant, level, subject }: SettingsScope): string {
  return level === 'person' ? `person:${subject}` : `${level}:${JSON.stringify([platform, tenant, subject])}`;
}

/** Another release may have written it: of what cannot be read each field counts as not set. */
function readSettings(json: string | undefined, scope: SettingsScope): Settings {
  if (json === undefined) return {};
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? pick(value, scope) : {};
  } catch {
    return {};
  }
}

/** Those fields that the level may say and that hold something sensible. */
function pick(value: Readonly<Record<string, unknown>> | object, { level }: SettingsScope): Settings {
  const given = new Map(Object.entries(value));
  const fields = FIELDS_OF[level].flatMap((field) => {
    const parsed = settingsSchema.shape[field].safeParse(given.get(field));
    return parsed.success && parsed.data !== undefined ? [[field, parsed.data] as const] : [];
  });
  return Object.fromEntries(fields);
}
