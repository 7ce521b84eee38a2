/** What Windows Setup and a stop said when they ended, as neutral values. */

import type { ErrorCode } from '../code/error-code';

/** When Windows Setup was in trouble, by the first digit of the second code. */
export const SETUP_PHASES = ['unknown', 'downlevel', 'safe-os', 'first-boot', 'oobe-boot', 'uninstall'] as const;
export type SetupPhase = (typeof SETUP_PHASES)[number];

/** A failure of Windows Setup: `0xC1900101 - 0x4000D`. */
export interface SetupFacts {
  readonly result: ErrorCode;
  /** As Microsoft writes it: `0x4000D`. */
  readonly extend: string;
  readonly phase?: SetupPhase;
  readonly operation?: SetupOperation;
}

/** What Windows Setup was about, by the last two digits of the second code. */
export const SETUP_OPERATIONS = [
  'unknown',
  'copy-payload',
  'download-updates',
  'install-updates',
  'install-recovery-environment',
  'install-recovery-image',
  'replicate-oc',
  'install-drivers',
  'prepare-safe-os',
  'prepare-rollback',
  'prepare-first-boot',
  'prepare-oobe-boot',
  'apply-image',
  'migrate-data',
  'set-product-key',
  'add-unattend',
  'add-driver',
  'enable-feature',
  'disable-feature',
  'register-async-process',
  'register-sync-process',
  'create-file',
  'create-registry',
  'boot',
  'sysprep',
  'oobe',
  'begin-first-boot',
  'end-first-boot',
  'begin-oobe-boot',
  'end-oobe-boot',
  'pre-oobe',
  'post-oobe',
  'add-provisioning-package',
] as const;
export type SetupOperation = (typeof SETUP_OPERATIONS)[number];

/** A stop ("blue screen") with what it was given. */
export interface StopFacts {
  /** Eight digits: `0x0000007E`. */
  readonly code: ErrorCode;
  /** `0x` and upper-case digits without leading zeros, at most four. */
  readonly parameters: readonly string[];
  /** The NTSTATUS among the parameters, where Microsoft documents that there is one. */
  readonly status?: ErrorCode;
}
