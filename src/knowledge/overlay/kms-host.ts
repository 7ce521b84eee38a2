/** Puts the organization's KMS host where our commands and sentences leave room for it. */

import type { Organization } from './organization';

const PLACEHOLDER = '<kms_host>';
/** The port stands behind the host as `slmgr` takes it, or as `Test-NetConnection` does. */
const WITH_PORT = /<kms_host>(:| -Port )1688\b/g;

/** The value with every `<kms_host>` in its strings filled in; the same value where there is none. */
export function fillKmsHost<T>(value: T, kmsHost: Organization['kmsHosts'][number] | undefined): T {
  if (kmsHost === undefined) return value;
  const { host, port } = kmsHost;
  const fill = (text: string) =>
    text.replace(WITH_PORT, (_, before: string) => `${host}${before}${port}`).replaceAll(PLACEHOLDER, () => host);
  // Most values have no room for it; of a large overlay that saves a walk through each entry.
  // A string is filled by a string, so that every value keeps its shape.
  return JSON.stringify(value).includes(PLACEHOLDER) ? (mapStrings(value, fill) as T) : value;
}

function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return value.includes(PLACEHOLDER) ? change(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => mapStrings(item, change));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  const members = Object.entries(value);
  const changed = members.map(([key, item]) => [key, mapStrings(item, change)] as const);
  return changed.every(([, item], index) => item === members[index]?.[1]) ? value : Object.fromEntries(changed);
}
