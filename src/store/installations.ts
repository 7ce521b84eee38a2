/** Installations with their sealed credentials, and the states of those that were begun, in SQL. */

import { createHash } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { Installation, Installations, OAuthStates } from './ports';
import type { InstallationTable, Schema } from './schema';

export function createInstallations(db: Kysely<Schema>): Installations {
  return {
    async findInstallation(platform, tenant) {
      const row = await db
        .selectFrom('installations')
        .selectAll()
        .where('platform', '=', platform)
        .where('tenant', '=', tenant)
        .executeTakeFirst();
      return row && toInstallation(row);
    },

    async saveInstallation({ platform, tenant, isOrganization, sealed }, nowMs) {
      const row = { is_organization: isOrganization ? (1 as const) : (0 as const), sealed, installed_at: nowMs };
      await db
        .insertInto('installations')
        .values({ platform, tenant, ...row })
        .onConflict((conflict) => conflict.columns(['platform', 'tenant']).doUpdateSet(row))
        .execute();
    },

    async reseal(platform, tenant, was, sealed) {
      const { numUpdatedRows } = await db
        .updateTable('installations')
        .set({ sealed })
        .where('platform', '=', platform)
        .where('tenant', '=', tenant)
        .where('sealed', '=', was)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },

    async deleteInstallation(platform, tenant) {
      await db.deleteFrom('installations').where('platform', '=', platform).where('tenant', '=', tenant).execute();
    },

    async listInstallations(platform) {
      const rows = await db
        .selectFrom('installations')
        .selectAll()
        .where('platform', '=', platform)
        .orderBy('tenant')
        .execute();
      return rows.map(toInstallation);
    },
  };
}

export function createOAuthStates(db: Kysely<Schema>): OAuthStates {
  return {
    async saveState(state, cookie, endsAtMs) {
      await db
        .insertInto('oauth_states')
        .values({ state: hash(state), cookie: hash(cookie), ends_at: endsAtMs })
        .execute();
    },

    async takeState(state, cookie, nowMs) {
      const { numDeletedRows } = await db
        .deleteFrom('oauth_states')
        .where('state', '=', hash(state))
        .where('cookie', '=', hash(cookie))
        .where('ends_at', '>', nowMs)
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },
  };
}

function toInstallation(row: Selectable<InstallationTable>): Installation {
  return {
    platform: row.platform,
    tenant: row.tenant,
    isOrganization: row.is_organization === 1,
    sealed: row.sealed,
  };
}

function hash(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
