/** A role as operators give one to Hexfix with the second lock on: neither a superuser nor the owner of the tables. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runSql } from './server';

const SCRIPT = path.join(__dirname, '../../../deploy/postgres/row-level-security.sql');
const ROLE = 'hexfix_app';

/** Runs the operators' script twice, as it may be, in a database whose tables are up to date. Returns the URL of the role. */
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
