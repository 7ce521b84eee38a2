/** Which installation a payload belongs to, and what Slack tells when one ends. */

import { z } from 'zod';
import { kindOf } from './event-kind';
import type { Origin } from './lines';

const id = z.string().min(1).nullish();
/** Commands are forms, where everything is text. */
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

const authorizationSchema = z.object({ team_id: id, enterprise_id: id, is_enterprise_install: flag.nullish() });

/** Events, commands and interactions each name it in their own way. */
const payloadSchema = authorizationSchema.extend({
  authorizations: z.array(authorizationSchema).optional(),
  team: z.object({ id, enterprise_id: id }).nullish(),
  enterprise: z.object({ id }).nullish(),
  user: z.object({ team_id: id }).nullish().catch(undefined),
  view: z.object({ app_installed_team_id: id }).nullish(),
});

const removalSchema = z.object({
  event_time: z.number(),
  event: z.discriminatedUnion('type', [
    z.object({ type: z.literal('app_uninstalled') }),
    z.object({ type: z.literal('tokens_revoked'), tokens: z.object({ bot: z.array(z.string()).default([]) }) }),
  ]),
});

const REMOVALS: readonly string[] = ['app_uninstalled', 'tokens_revoked'];

/** An installation has ended, in that second. */
export interface Removal {
  readonly origin: Origin;
  readonly atMs: number;
}

/** Asked for several times on the way of a payload, which nobody changes. */
const known = new WeakMap<object, Origin>();

/** Where a payload comes from. An event for several installations is for the first that Slack names. */
export function readOrigin(body: unknown): Origin {
  if (typeof body !== 'object' || body === null) return {};
  const origin = known.get(body) ?? parseOrigin(body);
  known.set(body, origin);
  return origin;
}

function parseOrigin(body: object): Origin {
  const parsed = payloadSchema.safeParse(body);
  if (!parsed.success) return {};
  const { authorizations: [authorization] = [], team, enterprise, user, view, ...envelope } = parsed.data;
  return {
    teamId:
      view?.app_installed_team_id ??
      authorization?.team_id ??
      envelope.team_id ??
      team?.id ??
      user?.team_id ??
      undefined,
    enterpriseId:
      authorization?.enterprise_id ?? envelope.enterprise_id ?? enterprise?.id ?? team?.enterprise_id ?? undefined,
    isEnterpriseInstall: authorization?.is_enterprise_install ?? envelope.is_enterprise_install ?? false,
  };
}

/**
 * The tenant of what a payload gives rise to: the workspace whose installation it came by or, for an organization as a whole,
 * the organization. In a channel that several share, the person may be of another one.
 */
export function tenantOf(body: unknown): string | undefined {
  const { teamId, enterpriseId } = readOrigin(body);
  return teamId ?? enterpriseId;
}

/** The end of an installation that a payload tells of. Tokens of people are none of ours. */
export function readRemoval(body: { readonly event?: unknown }): Removal | undefined {
  if (!REMOVALS.includes(kindOf(body.event))) return undefined;
  const parsed = removalSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { event, event_time } = parsed.data;
  if (event.type === 'tokens_revoked' && event.tokens.bot.length === 0) return undefined;
  // Slack tells whole seconds; whatever was installed within that one was installed before.
  return { origin: readOrigin(body), atMs: event_time * 1000 + 999 };
}
