/**
 * Token rotation: a token is renewed well before it ends, by one process of all. A refresh token serves once, so what it
 * brings is saved before it is used, and is never asked for twice.
 */

import type { Logger } from '../../../ops/logger';
import type { Cooldowns, Installation, Installations } from '../../../store/ports';
import { readFailure } from '../failure';
import { type Grant, type OpenInstallation, sealContent } from './grant';
import type { OAuthClient, Tokens } from './oauth-client';
import type { Seal } from './seal';

/** Slack's tokens last 12 hours. */
export const RENEW_AHEAD_MS = 2 * 60 * 60 * 1000;
/** How long others leave it to the one that has begun: longer than the call takes, in which it fails or not. */
export const LEASE_MS = 60 * 1000;

export interface Renewal {
  /**
   * Renews a grant that is due, unless another process does; otherwise nothing. `changed` when the store holds another one
   * now. Rejects when the store fails; what Slack has given by then is saved with the next call.
   */
  renew(open: OpenInstallation<Grant>): Promise<'changed' | 'same'>;
}

export function createRenewal(options: {
  readonly store: Pick<Installations & Cooldowns, 'claimCooldown' | 'findInstallation' | 'reseal'>;
  readonly seal: Seal;
  readonly oauth: Pick<OAuthClient, 'refresh'>;
  readonly logger: Logger;
  readonly nowMs: () => number;
}): Renewal {
  const { store, seal, oauth, logger, nowMs } = options;
  /** What Slack gave and the store has not taken yet, by tenant, with what it is to replace. */
  const unsaved = new Map<string, { readonly was: string; readonly sealed: string }>();

  async function save({ tenant, sealed: was }: Installation, sealed: string): Promise<'changed'> {
    unsaved.set(tenant, { was, sealed });
    // Where another one stands there by now, somebody has installed the bot again, and ours is worth nothing.
    await store.reseal('slack', tenant, was, sealed);
    unsaved.delete(tenant);
    return 'changed';
  }

  /** What Slack gives: nothing more, ever, where it refuses the refresh token. */
  async function ask(tenant: string, refreshToken: string): Promise<Partial<Tokens> | 'failed'> {
    try {
      return await oauth.refresh(refreshToken);
    } catch (error) {
      const { code } = readFailure(error);
      if (code === 'invalid_refresh_token') {
        logger.error(
          { tenant, code },
          'Slack never renews the token of this workspace again. Install Hexfix there anew',
        );
        return {};
      }
      logger.warn({ tenant, code }, 'Slack has not renewed the token of a workspace; it is tried again');
      return 'failed';
    }
  }

  return {
    async renew({ installation, content }) {
      const { tenant, sealed } = installation;
      const waiting = unsaved.get(tenant);
      if (waiting?.was === sealed) return save(installation, waiting.sealed);
      const { refreshToken } = content;
      if (refreshToken === undefined || !isDue(content, nowMs())) return 'same';
      if (!(await store.claimCooldown([`slack-refresh:${tenant}`], nowMs(), LEASE_MS))) return 'same';
      // Whoever had the lease before may have renewed it after we read it.
      const latest = await store.findInstallation('slack', tenant);
      if (latest?.sealed !== sealed) return 'changed';
      const tokens = await ask(tenant, refreshToken);
      if (tokens === 'failed') return 'same';
      return save(installation, sealContent(seal, tenant, { ...withoutRefresh(content), ...tokens }));
    },
  };
}

/** Whether a token has ended. */
export function isOver({ expiresAtMs = Number.POSITIVE_INFINITY }: Grant, nowMs: number): boolean {
  return expiresAtMs <= nowMs;
}

function isDue({ expiresAtMs = Number.POSITIVE_INFINITY }: Grant, nowMs: number): boolean {
  return expiresAtMs - RENEW_AHEAD_MS <= nowMs;
}

function withoutRefresh({ refreshToken: _used, ...grant }: Grant): Grant {
  return grant;
}
