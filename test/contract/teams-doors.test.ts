import { doorContract } from './door-contract';
import { createRealBot } from './real-bot';
import { startTeams } from './teams/driver';

doorContract('Microsoft Teams', async () => {
  const real = await createRealBot();
  const driver = await startTeams(real);
  return {
    ...driver,
    async close() {
      await driver.close();
      await real.close();
    },
  };
});
