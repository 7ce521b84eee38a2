/** Teams around a real bot of its own; both end together. */

import { createRealBot } from '../real-bot';
import { startTeams, type TeamsDriver } from './driver';

export async function startRealTeams(): Promise<TeamsDriver> {
  const real = await createRealBot();
  const driver = await startTeams(real);
  return {
    ...driver,
    async close() {
      await driver.close();
      await real.close();
    },
  };
}
