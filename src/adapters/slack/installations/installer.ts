/** Finishes an installation: what Slack gives for the code goes into the store, sealed. */

import type { Logger } from '../../../ops/logger';
import type { Installations } from '../../../store/ports';
import type { InstallConfig } from '../config';
import { sealContent } from './grant';
import type { Confirmed, OAuthClient } from './oauth-client';
import type { Seal } from './seal';

export interface Installer {
  /** Rejects when Slack or the store fails; the code has served then, and another installation must be begun. */
  install(code: string): Promise<Pick<Confirmed, 'app' | 'tenant'> | 'not-allowed'>;
}

export function createInstaller(options: {
  readonly install: InstallConfig;
  readonly oauth: OAuthClient;
  readonly store: Pick<Installations, 'saveInstallation'>;
  readonly seal: Seal;
  /** Has a line that was made with the token before made anew. */
  readonly forget: (tenant: string) => void;
  readonly logger: Logger;
  readonly nowMs: () => number;
}): Installer {
  const { install, oauth, store, seal, forget, logger, nowMs } = options;

  function isAllowed({ tenant, organization }: Confirmed): boolean {
    const { allowedTeams } = install;
    return allowedTeams.length === 0 || [tenant, organization].some((id) => id && allowedTeams.includes(id));
  }

  return {
    async install(code) {
      const confirmed = await oauth.redeem(code);
      const { tenant, isOrganization, app, botUserId, tokens } = confirmed;
      if (!isAllowed(confirmed)) {
        logger.warn({ tenant }, 'A workspace that is not in SLACK_ALLOWED_TEAMS tried to install Hexfix');
        await oauth.revoke(tokens.token);
        return 'not-allowed';
      }
      const botId = await oauth.findBotId(tokens.token);
      const sealed = sealContent(seal, tenant, { ...tokens, botId, botUserId });
      await store.saveInstallation({ platform: 'slack', tenant, isOrganization, sealed }, nowMs());
      forget(tenant);
      logger.info({ tenant }, 'Hexfix was installed in Slack');
      return { app, tenant };
    },
  };
}
