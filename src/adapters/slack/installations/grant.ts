/** What stands sealed in the store: what Slack has granted, or to whose installation a workspace belongs. */

import { z } from 'zod';
import type { Installation } from '../../../store/ports';
import type { Opened, Seal } from './seal';

const grantSchema = z.object({
  token: z.string().min(1),
  botId: z.string().min(1),
  botUserId: z.string().min(1),
  scopes: z.array(z.string()),
  /** With token rotation: when the token ends, and what the next one is asked for with. */
  expiresAtMs: z.number().optional(),
  refreshToken: z.string().min(1).optional(),
});

/** A workspace of an organization that has installed the bot for all of its workspaces. */
const membershipSchema = z.object({ organization: z.string().min(1) });

export type Grant = Readonly<z.infer<typeof grantSchema>>;
export type Membership = Readonly<z.infer<typeof membershipSchema>>;

/** An installation with what it holds. */
export interface OpenInstallation<Content extends Grant | Membership = Grant | Membership> {
  readonly installation: Installation;
  readonly content: Content;
  readonly isOld: boolean;
}

export function isGranted(open: OpenInstallation): open is OpenInstallation<Grant> {
  return 'token' in open.content;
}

/** The organization through which a workspace has the bot. */
export function organizationOf({ content }: OpenInstallation): string | undefined {
  return 'organization' in content ? content.organization : undefined;
}

/** Seals it for a tenant. */
export function sealContent(seal: Seal, tenant: string, content: Grant | Membership): string {
  return seal.close(tenant, JSON.stringify(content));
}

/** An installation in clear, or `undefined` where it is not sealed by us. */
export function openInstallation(seal: Seal, installation: Installation): OpenInstallation | undefined {
  const opened = seal.open(installation.tenant, installation.sealed);
  const content = opened && readContent(opened);
  return content && { installation, content, isOld: opened.isOld };
}

function readContent({ text }: Opened): Grant | Membership | undefined {
  return z.union([grantSchema, membershipSchema]).safeParse(JSON.parse(text)).data;
}
