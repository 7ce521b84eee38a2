/** The story told again and again, with the bot killed at another point each time. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type FakePlatform, startFakePlatform } from './fake-platform';
import { createKeeper, type Fate, type Loss } from './keeper';
import { createNursery, type Nursery } from './life';
import type { Database, PlatformKind, Stored } from './protocol';
import { type Told, tellStory } from './story';
import { findFaults } from './verdict';

export interface Outcome {
  readonly losses: readonly Loss[];
  readonly told: Told;
  readonly stored: Stored;
  readonly looks: readonly { readonly key: string; readonly found: string }[];
  readonly faults: readonly string[];
}

export interface Theatre {
  /** Tells one story. Rejects when it cannot go on. */
  play(kind: PlatformKind, fates: readonly Fate[], isHasty?: boolean): Promise<Outcome>;
  close(): Promise<void>;
}

/** Stories one after the other, in one database. `newDatabase` is asked for another one after a story that went wrong. */
export async function openTheatre(program: string, newDatabase: () => Promise<Database>): Promise<Theatre> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hexfix-cache-'));
  const nursery: Nursery = createNursery(program, folder);
  const platform: FakePlatform = await startFakePlatform();
  const clock = { aheadMs: 0 };
  let database = await newDatabase();
  let stories = 0;

  async function play(kind: PlatformKind, fates: readonly Fate[], isHasty = false): Promise<Outcome> {
    stories += 1;
    const tenant = `tenant ${stories}`;
    const readsBack = kind === 'slack';
    platform.reset(readsBack);
    const keeper = createKeeper({ nursery, platform, kind, database, fates, clock });
    const told = await tellStory({ keeper, platform, kind, tenant, isHasty });
    const stored = await keeper.look(tenant);
    await keeper.close();
    const { losses } = keeper;
    const { journal } = platform;
    const faults = findFaults({ stored, journal, losses, told, readsBack });
    return { losses, told, stored, looks: journal.looks, faults };
  }

  return {
    async play(...values) {
      try {
        return await play(...values);
      } catch (error) {
        database = await newDatabase();
        throw error;
      }
    },
    async close() {
      nursery.close();
      await platform.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** New SQLite files in a folder. */
export function sqliteFilesIn(folder: string): () => Promise<Database> {
  let files = 0;
  return async () => {
    files += 1;
    return { kind: 'SQLite', file: path.join(folder, `story-${files}.sqlite`) };
  };
}
