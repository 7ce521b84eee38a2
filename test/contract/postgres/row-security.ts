/** PostgreSQL as the second lock between organizations: switched on, and held to its word without the first one. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Kysely } from 'kysely';
import { openPostgres } from '../../../src/store/postgres';
import type { Schema } from '../../../src/store/schema';
import { createSqlStore } from '../../../src/store/sql-store';
import { workFor } from '../../../src/store/tenant-context';
import { foundOrganization } from '../store/tenant-probes';
import { NOW } from '../store/values';
import { runSql } from './server';

const SCRIPT = path.join(__dirname, '../../../deploy/postgres/row-level-security.sql');
const ROLE = 'hexfix_app';
const TABLES = ['moves', 'cards', 'cases', 'effects', 'settings', 'installations', 'outcomes'] as const;

/**
 * Runs the operators' script, twice as it may be, in a database whose tables are up to date. Returns the URL for a role as
 * operators give one to Hexfix: neither a superuser nor the owner of the tables.
 */
export async function separateTenants(url: string): Promise<string> {
  const script = readFileSync(SCRIPT, 'utf8');
  for (const statement of [
    script,
    script,
    `create role ${ROLE} login password '${ROLE}' nosuperuser nobypassrls`,
    `grant select, insert, update, delete on all tables in schema public to ${ROLE}`,
  ])
    await runSql(url, statement);
  const own = new URL(url);
  own.username = ROLE;
  own.password = ROLE;
  return own.href;
}

/** `url` is the owner's, `separated` the one that `separateTenants` gave. */
export function describeRowSecurity(url: () => string, separated: () => string): void {
  describe('a statement without its condition', () => {
    let db: Kysely<Schema>;
    beforeAll(async () => {
      db = openPostgres(separated());
      const store = await createSqlStore(db);
      for (const tenant of ['T-mine', 'T-theirs']) await foundOrganization(store, tenant);
    });
    afterAll(() => db.destroy());

    it.each(TABLES)('sees and changes in %s what belongs to one organization', async (table) => {
      const ofTenant = (tenant: string) => workFor(tenant, () => db.selectFrom(table).selectAll().execute());
      const [mine, theirs] = [await ofTenant('T-mine'), await ofTenant('T-theirs')];
      expect(mine).not.toEqual([]);
      expect(JSON.stringify(mine)).not.toContain('T-theirs');
      await workFor('T-mine', () => db.deleteFrom(table).execute());
      expect(await ofTenant('T-mine')).toEqual([]);
      expect(await ofTenant('T-theirs')).toEqual(theirs);
    });

    it.each(TABLES)('sees nothing in %s when it does not say for whom it is', async (table) => {
      const unsaid = openPostgres(separated());
      expect(await unsaid.selectFrom(table).selectAll().execute()).toEqual([]);
      await unsaid.destroy();
    });

    it('is held in every table that tells whose its rows are, also where the owner asks', async () => {
      const tell = `select distinct table_name as name from information_schema.columns
        where table_schema = 'public' and column_name in ('tenant', 'case_id') order by 1`;
      const hold = `select relname as name from pg_class where relrowsecurity and relforcerowsecurity order by 1`;
      expect(await runSql(url(), hold)).toEqual(await runSql(url(), tell));
      expect(await runSql(url(), hold)).toHaveLength(TABLES.length);
    });

    it('cannot write for another organization', async () => {
      const theirs = db.insertInto('installations').values({
        ...{ platform: 'slack', tenant: 'T-theirs', is_organization: 0, sealed: 'forged', installed_at: NOW },
      });
      await expect(workFor('T-mine', () => theirs.execute())).rejects.toThrow(/row-level security/);
    });
  });
}
