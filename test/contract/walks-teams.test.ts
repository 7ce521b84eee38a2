/** Every procedure on Microsoft Teams; see `walk-contract`. */

import { createRealBot } from './real-bot';
import { startTeams } from './teams/driver';
import { walkContract } from './walk-contract';

walkContract('Microsoft Teams', {
  person: 'Ana Lee',
  tellings: 3,
  locale: 'en',
  from: 0,
  async start() {
    const real = await createRealBot();
    const driver = await startTeams(real);
    return {
      ...driver,
      async close() {
        await driver.close();
        await real.close();
      },
    };
  },
});
