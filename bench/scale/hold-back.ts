/** Holds a process to a share of one processor, as the limit of a container does. */

import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const GROUPS = '/sys/fs/cgroup';
/** Short, so that a process waits for its next share no longer than a disk. */
const PERIOD_US = 10_000;

/** Returns what lets it go. Needs Linux with its control groups, and the right to make one. */
export function holdBack(pid: number, share: number): () => void {
  const quotaUs = Math.round(share * PERIOD_US);
  const isFirstVersion = existsSync(path.join(GROUPS, 'cpu', 'cpu.cfs_quota_us'));
  const everybody = isFirstVersion ? path.join(GROUPS, 'cpu') : GROUPS;
  const group = path.join(everybody, `hexfix-bench-${pid}`);
  try {
    mkdirSync(group);
    if (isFirstVersion) {
      writeFileSync(path.join(group, 'cpu.cfs_period_us'), String(PERIOD_US));
      writeFileSync(path.join(group, 'cpu.cfs_quota_us'), String(quotaUs));
    } else writeFileSync(path.join(group, 'cpu.max'), `${quotaUs} ${PERIOD_US}`);
    writeFileSync(path.join(group, 'cgroup.procs'), String(pid));
  } catch (cause) {
    throw new Error('Replicas can be held back only on Linux, by somebody who may make control groups.', { cause });
  }
  return () => {
    writeFileSync(path.join(everybody, 'cgroup.procs'), String(pid));
    rmdirSync(group);
  };
}
