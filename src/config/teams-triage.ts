/** The channel in Teams where people take over, and whose it is. */

import type { Fault } from '../errors';
import { isPrivateChannel } from './address';
import type { Environment } from './environment';

/** A channel as Teams names it inside; chats end otherwise, and have no threads. */
const CHANNEL_ID = /^19:[^\s;@]+@thread\.(?:tacv2|skype)$/;
const TENANT_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface TeamsTriageSettings {
  readonly channel: string;
  readonly tenant: string;
  readonly serviceUrl?: string;
}

/** The settings, once nothing is unsafe about them. */
export function teamsTriageSettings(env: Environment): TeamsTriageSettings | undefined {
  const { TEAMS_TRIAGE_CHANNEL: channel, TEAMS_TRIAGE_SERVICE_URL: serviceUrl } = env;
  const tenant = tenantOf(env);
  if (channel === undefined || tenant === undefined) return undefined;
  return { channel, tenant, ...(serviceUrl === undefined ? {} : { serviceUrl }) };
}

/** What would post cases to nobody, or to people whom they do not concern. */
export function findUnsafeTeamsTriage(env: Environment): Fault[] {
  const { TEAMS_TRIAGE_CHANNEL: channel, TEAMS_TRIAGE_SERVICE_URL: serviceUrl } = env;
  if (channel === undefined) return withoutChannel(env);
  const faults: Fault[] = [];
  if (env.MICROSOFT_APP_ID === undefined && env.TEAMS_UNAUTHENTICATED_LOOPBACK === 'off') {
    faults.push({
      what: 'TEAMS_TRIAGE_CHANNEL is set, but MICROSOFT_APP_ID is not.',
      why: 'Without Teams no case goes there, though it looks as if they did.',
      fix: 'Set MICROSOFT_APP_ID and MICROSOFT_APP_PASSWORD, or unset TEAMS_TRIAGE_CHANNEL to run without Teams.',
    });
  }
  if (!CHANNEL_ID.test(channel)) {
    faults.push({
      what: 'TEAMS_TRIAGE_CHANNEL is not the id of a channel.',
      why: 'Teams takes messages for a channel only by its id, which reads 19:…@thread.tacv2.',
      fix: 'In Teams, choose "Get link to channel" in the channel’s menu, and decode the part of the link behind /channel/: %3a is a colon, %40 an @.',
    });
  }
  if (tenantOf(env) === undefined) {
    faults.push({
      what: 'Nothing tells which organization TEAMS_TRIAGE_CHANNEL belongs to.',
      why: 'A case of one organization must never be posted to a channel of another.',
      fix: 'Put the organization’s directory (tenant) id, a GUID, in TEAMS_TRIAGE_TENANT.',
    });
  }
  if (!isWithinReach(env)) {
    faults.push({
      what: 'The organization of TEAMS_TRIAGE_CHANNEL is not in TEAMS_ALLOWED_TENANTS.',
      why: 'Its people may not talk to the bot, so no case of theirs would come, and no button there would work.',
      fix: 'Add its tenant id to TEAMS_ALLOWED_TENANTS, or correct TEAMS_TRIAGE_TENANT.',
    });
  }
  if (serviceUrl !== undefined && !isPrivateChannel(serviceUrl, env)) {
    faults.push({
      what: 'TEAMS_TRIAGE_SERVICE_URL is not an https address.',
      why: 'The bot’s token is sent there; who can read it can speak for the bot.',
      fix: 'Use the https address of your cloud, or unset it for Microsoft’s public one.',
    });
  }
  return faults;
}

function withoutChannel({ TEAMS_TRIAGE_TENANT, TEAMS_TRIAGE_SERVICE_URL }: Environment): Fault[] {
  if (TEAMS_TRIAGE_TENANT === undefined && TEAMS_TRIAGE_SERVICE_URL === undefined) return [];
  return [
    {
      what: 'TEAMS_TRIAGE_CHANNEL is not set.',
      why: 'The other TEAMS_TRIAGE_ variables say something about it, and without it nobody can take over.',
      fix: 'Put the id of the channel in it, or unset the other TEAMS_TRIAGE_ variables.',
    },
  ];
}

/** As said; else the one organization that there is. */
function tenantOf(env: Environment): string | undefined {
  const [onlyTenant, ...others] = env.TEAMS_ALLOWED_TENANTS;
  const said = env.TEAMS_TRIAGE_TENANT ?? env.MICROSOFT_APP_TENANT_ID ?? (others.length === 0 ? onlyTenant : undefined);
  const tenant = said?.toLowerCase();
  return tenant !== undefined && TENANT_ID.test(tenant) ? tenant : undefined;
}

function isWithinReach(env: Environment): boolean {
  const { TEAMS_ALLOWED_TENANTS: allowed } = env;
  const tenant = tenantOf(env);
  return allowed.length === 0 || tenant === undefined || allowed.some((each) => each.toLowerCase() === tenant);
}
