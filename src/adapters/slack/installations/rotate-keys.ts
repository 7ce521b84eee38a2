/** A change of keys while servers run: every installation is sealed anew, and none that was renewed meanwhile is lost. */

import type { Installation, Installations } from '../../../store/ports';
import type { TokenKey } from '../config';
import { openInstallation, sealContent } from './grant';
import { createSeal, type Seal } from './seal';

export interface Rotation {
  /** Sealed with the first key now, and with another one before. */
  readonly resealed: number;
  /** Sealed with the first key before, or by somebody else meanwhile. */
  readonly current: number;
  /** The tenants whose installation opens with none of the keys. */
  readonly unreadable: readonly string[];
}

type RotatedStore = Pick<Installations, 'findInstallation' | 'listInstallations' | 'reseal'>;

/** Seals with the first key whatever another one of the ring has sealed. */
export async function rotateKeys(store: RotatedStore, keys: readonly TokenKey[]): Promise<Rotation> {
  const seal = createSeal(keys);
  const ends = new Map<string, End>();
  for (const installation of await store.listInstallations('slack')) {
    ends.set(installation.tenant, await rotate(installation, store, seal));
  }
  const tenants = (end: End) => [...ends].filter(([, each]) => each === end).map(([tenant]) => tenant);
  return {
    resealed: tenants('resealed').length,
    current: tenants('current').length,
    unreadable: tenants('unreadable'),
  };
}

type End = 'resealed' | 'current' | 'unreadable' | 'gone';

/** Where somebody else was faster, because a token was renewed, what they have put there is looked at in its turn. */
async function rotate(first: Installation, store: RotatedStore, seal: Seal): Promise<End> {
  const { tenant } = first;
  let installation: Installation | undefined = first;
  while (installation !== undefined) {
    const open = openInstallation(seal, installation);
    if (open === undefined) return 'unreadable';
    if (!open.isOld) return 'current';
    const sealed = sealContent(seal, tenant, open.content);
    if (await store.reseal('slack', tenant, installation.sealed, sealed)) return 'resealed';
    installation = await store.findInstallation('slack', tenant);
  }
  return 'gone';
}
