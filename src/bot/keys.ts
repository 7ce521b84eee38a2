/** Names for what the store keeps. Hashed: it need not know where people talk. */

import { createHash, randomBytes } from 'node:crypto';
import type { Inbound } from './values';

/** One key for every event that tells of one post. */
export function postKey({ platform, tenant, conversation, message }: Omit<Inbound, 'text' | 'person'>): string {
  return hash([platform, tenant, conversation, message]);
}

export function personKey({ platform, tenant, person }: Pick<Inbound, 'platform' | 'tenant' | 'person'>): string {
  return hash([platform, tenant, person]);
}

/** The key of the one copy of a case that a person gets. */
export function copyKey(caseId: string, person: string): string {
  return hash(['copy', caseId, person]);
}

/** 128 random bits: knowing one case's id says nothing of another's. */
export function newCaseId(): string {
  return randomBytes(16).toString('base64url');
}

function hash(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
