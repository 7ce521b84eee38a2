/** A store that has been in use for long: rows of many organizations, made from those of one answer; and how it looks things up. */

import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** What ties rows together or tells them apart, and what stays as it is. */
const TABLES = ['cases', 'moves', 'cards', 'effects', 'deliveries', 'settings', 'outcomes'];
const NAMES = new Set([
  'key',
  'id',
  'post',
  'case_id',
  'message',
  'place',
  'conversation',
  'channel',
  'asker',
  'lane',
  'person',
]);

/** Each row once more for every answer of every organization, under names of its own; gives the bytes that it takes. */
export function multiplyRows(file: string, tenants: number, answersEach: number): number {
  const db = new DatabaseSync(file);
  db.exec('pragma journal_mode = wal; pragma synchronous = off; begin');
  for (const table of TABLES) {
    const columns = db
      .prepare(`select name from pragma_table_info('${table}')`)
      .all()
      .map(({ name }) => String(name));
    const values = columns.map((name) => {
      if (name === 'tenant') return `'T0FLEET' || printf('%03d', n % ${tenants})`;
      return NAMES.has(name) ? `case when ${name} = '' then '' else ${name} || '-' || n end` : name;
    });
    // A counter belongs to an organization, not to an answer.
    const count = table === 'outcomes' ? tenants : tenants * answersEach;
    db.exec(`
      with recursive numbers (n) as (select 0 union all select n + 1 from numbers where n < ${count - 1})
      insert or ignore into ${table} (${columns}) select ${values} from ${table}, numbers
    `);
  }
  db.exec('commit; pragma wal_checkpoint(truncate)');
  db.close();
  return statSync(file).size;
}

/** The statements for which SQLite reads a whole table or index, with its plan. */
export function findScans(file: string, statements: readonly string[]): readonly string[] {
  const db = new DatabaseSync(file, { readOnly: true });
  const scans = statements
    .filter((text) => /^(?:select|insert|update|delete|with)/i.test(text))
    .flatMap((text) => {
      const plan = db
        .prepare(`explain query plan ${text}`)
        .all()
        .map(({ detail }) => String(detail));
      const scanned = plan.filter((detail) => /^SCAN (?!CONSTANT|\d+ CONSTANT|\d+-ROW VALUES)/.test(detail));
      return scanned.length === 0 ? [] : [`${scanned.join('; ')}: ${text}`];
    });
  db.close();
  return scans;
}
