/**
 * Whose rows each method of the store touches. A method that is missing here does not compile, and
 * `test/contract/store/tenants.ts` holds each to its word.
 */

import type { Store } from './ports';
import { EVERYONE, type WorksFor, workFor } from './tenant-context';

export type TenantTable = {
  readonly [Method in keyof Store]: (...values: Parameters<Store[Method]>) => WorksFor;
};

const everyone = (): WorksFor => EVERYONE;

export const TENANT_OF: TenantTable = {
  // By the hash of a post, of codes in a place, or of a secret: whoever has it has it from there.
  claimDelivery: everyone,
  releaseDelivery: everyone,
  claimCooldown: everyone,
  saveState: everyone,
  takeState: everyone,
  findCaseOfPost: everyone,
  forgetPost: everyone,
  findEffectState: everyone,
  takeTurns: everyone,
  takeTurn: everyone,

  findSettings: (scopes) => sameOf(scopes),
  changeSettings: ({ tenant }) => tenant,
  listSettings: (_platform, tenant) => tenant,

  openCase: ({ tenant }) => tenant,
  findCase: (tenant) => tenant,
  findCaseOfCard: (tenant) => tenant,
  findCasesOf: (_platform, tenant) => tenant,
  appendMove: (tenant) => tenant,
  addCard: (tenant) => tenant,
  removeCard: (tenant) => tenant,

  addEffects: (effects) => sameOf(effects),
  beginEffect: ({ tenant }) => tenant,
  finishEffect: ({ tenant }) => tenant,
  // The outbox serves all organizations, and operators look after all of them.
  claimEffects: everyone,
  releaseEffects: (effects) => sameOf(effects),
  endLeases: everyone,
  nextDueInMs: everyone,
  listUnfinished: everyone,
  listEffects: ({ tenant }) => tenant ?? EVERYONE,
  redeliver: everyone,
  outboxStats: everyone,

  countOutcomes: (outcomes) => sameOf(outcomes),
  sumOutcomes: (_fromMs, tenant) => tenant ?? EVERYONE,

  findInstallation: (_platform, tenant) => tenant,
  saveInstallation: ({ tenant }) => tenant,
  reseal: (_platform, tenant) => tenant,
  deleteInstallation: (_platform, tenant) => tenant,
  // At the start, and to seal all of them anew.
  listInstallations: everyone,

  prune: everyone,
  purge: (_platform, tenant) => tenant,
  ping: everyone,
  clockSkewMs: everyone,
  close: everyone,
};

/** The one organization of all of these; rows of several are nobody's alone. */
function sameOf(rows: readonly { readonly tenant: string }[]): WorksFor {
  const [first, ...others] = rows;
  return first !== undefined && others.every(({ tenant }) => tenant === first.tenant) ? first.tenant : EVERYONE;
}

/** The same store, each of whose methods says for whom it works. */
export function sayTenants(store: Store): Store {
  return new Proxy(store, {
    get(_, name) {
      const method: unknown = Reflect.get(store, name);
      const tenantOf: unknown = Reflect.get(TENANT_OF, name);
      if (typeof method !== 'function' || typeof tenantOf !== 'function') return method;
      // The table's types hold both to the same values.
      return (...values: unknown[]) => workFor(tenantOf(...values), () => method(...values));
    },
  });
}
