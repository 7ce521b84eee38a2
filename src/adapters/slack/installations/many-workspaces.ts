/** The lines where many workspaces have installed the bot: each with a token of its own, sealed in the store. */

import { LRUCache } from 'lru-cache';
import type { Bot } from '../../../bot';
import type { Logger } from '../../../ops/logger';
import type { Cooldowns, Installations } from '../../../store/ports';
import type { Line, LineMaker, Lines } from '../lines';
import { type Grant, isGranted, type OpenInstallation, openInstallation, organizationOf, sealContent } from './grant';
import type { OAuthClient } from './oauth-client';
import { createRenewal, isOver } from './renewal';
import type { Seal } from './seal';

/** How long a line is used before the store is asked again: other processes install, remove and renew too. */
const FRESH_MS = 60 * 1000;
/** Beyond these, whoever has been silent longest is read from the store again. They hold no sockets to close. */
const MOST_LINES = 1_000;

/** What the store said, and the line made from it. */
interface Known {
  readonly sealed: string;
  readonly line: Line;
}

interface Entry {
  readonly pending: Promise<Known | undefined>;
  readonly untilMs: number;
  known?: Known;
}

export interface ManyWorkspaces extends Lines {
  /** Reads the installation again before its line is used the next time. */
  forget(tenant: string): void;
}

/** Makes it without a line: each is made when something comes from there, or goes there. */
export function createManyWorkspaces(options: {
  readonly bot: Pick<Bot, 'onUninstalled'>;
  readonly store: Installations & Cooldowns;
  readonly seal: Seal;
  readonly oauth: Pick<OAuthClient, 'refresh'>;
  readonly createLine: LineMaker;
  readonly logger: Logger;
  readonly nowMs: () => number;
}): ManyWorkspaces {
  const { bot, store, seal, createLine, logger, nowMs } = options;
  const renewal = createRenewal(options);
  const entries = new LRUCache<string, Entry>({ max: MOST_LINES });

  function isFresh(entry: Entry): boolean {
    return nowMs() < entry.untilMs;
  }

  /** One look at a time for each tenant; what has failed or is not there is not kept. */
  function look(tenant: string): Promise<Known | undefined> {
    const before = entries.get(tenant);
    if (before !== undefined && isFresh(before)) return before.pending;
    const entry: Entry = { pending: load(tenant, before?.known), untilMs: nowMs() + FRESH_MS };
    entries.set(tenant, entry);
    const forget = () => void (entries.peek(tenant) === entry && entries.delete(tenant));
    entry.pending.then((known) => (known === undefined ? forget() : Object.assign(entry, { known })), forget);
    return entry.pending;
  }

  async function load(tenant: string, before: Known | undefined): Promise<Known | undefined> {
    const open = await read(tenant);
    if (open === undefined) return undefined;
    if (await sealAnew(open)) return load(tenant, before);
    const organization = organizationOf(open);
    if (organization !== undefined) return look(organization);
    if (!isGranted(open)) return undefined;
    if ((await renewal.renew(open)) === 'changed') return load(tenant, before);
    if (isOver(open.content, nowMs())) return whenOver(tenant, open.content);
    const { sealed } = open.installation;
    return before?.sealed === sealed ? before : { sealed, line: toLine(tenant, open.content) };
  }

  async function read(tenant: string): Promise<OpenInstallation | undefined> {
    const installation = await store.findInstallation('slack', tenant);
    if (installation === undefined) return undefined;
    const open = openInstallation(seal, installation);
    if (open !== undefined) return open;
    logger.error(
      { tenant },
      'An installation cannot be opened: HEXFIX_TOKEN_KEYS lacks its key, or somebody changed it',
    );
    throw new Error('An installation cannot be opened.');
  }

  /** Seals with the current key what was sealed with an older one, so that that one can go. */
  async function sealAnew({ installation, content, isOld }: OpenInstallation): Promise<boolean> {
    if (!isOld) return false;
    const { tenant, sealed } = installation;
    await store.reseal('slack', tenant, sealed, sealContent(seal, tenant, content));
    return true;
  }

  /** Without a way to renew it nothing is left but a new installation; else whoever renews it may be about to. */
  function whenOver(tenant: string, { refreshToken }: Grant): undefined {
    if (refreshToken !== undefined) throw new Error('A token has ended and is not renewed yet.');
    logger.error({ tenant }, 'The token of a workspace has ended and cannot be renewed. Install Hexfix there anew');
    return undefined;
  }

  function toLine(team: string, { token, botId, botUserId, scopes }: Grant): Line {
    return createLine(token, { team, botId, botUserId }, scopes);
  }

  /** Remembers which organization a workspace belongs to, for whatever names the workspace alone. */
  async function join(tenant: string, organization: string): Promise<void> {
    const member = { platform: 'slack', tenant, isOrganization: false };
    await store.saveInstallation({ ...member, sealed: sealContent(seal, tenant, { organization }) }, nowMs());
    entries.delete(tenant);
  }

  async function membersOf(organization: string): Promise<string[]> {
    const opened = (await store.listInstallations('slack')).map((each) => openInstallation(seal, each));
    return opened.flatMap((each) => (each && organizationOf(each) === organization ? [each.installation.tenant] : []));
  }

  async function removeTenant(tenant: string, atMs: number): Promise<void> {
    entries.delete(tenant);
    await bot.onUninstalled({ platform: 'slack', tenant }, atMs);
    // A look that was under way has put it back.
    entries.delete(tenant);
    logger.info({ tenant }, 'Hexfix was removed from a Slack workspace');
  }

  return {
    async find({ teamId, enterpriseId, isEnterpriseInstall = false }) {
      const own = teamId === undefined ? undefined : await look(teamId);
      const isWhole = own === undefined || (isEnterpriseInstall && own.line.identity.team !== enterpriseId);
      if (!isWhole || enterpriseId === undefined) return own?.line ?? 'not_installed';
      const whole = await look(enterpriseId);
      if (whole !== undefined && teamId !== undefined) await join(teamId, enterpriseId);
      return (whole ?? own)?.line ?? 'not_installed';
    },

    isAtHand({ teamId }) {
      const entry = teamId === undefined ? undefined : entries.peek(teamId);
      return entry !== undefined && isFresh(entry);
    },

    forget: (tenant) => void entries.delete(tenant),

    peek: (tenant) => (tenant === undefined ? undefined : entries.peek(tenant)?.known?.line),

    async remove({ teamId, enterpriseId, isEnterpriseInstall = false }, atMs) {
      const tenant = isEnterpriseInstall ? enterpriseId : teamId;
      if (tenant === undefined) return;
      await removeTenant(tenant, atMs);
      if (!isEnterpriseInstall || (await store.findInstallation('slack', tenant)) !== undefined) return;
      for (const member of await membersOf(tenant)) await removeTenant(member, nowMs());
    },
  };
}
