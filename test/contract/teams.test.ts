import { adapterContract } from './adapter-contract';
import { createRealBot } from './real-bot';
import { startTeams } from './teams/driver';

adapterContract('Microsoft Teams', async () => {
  const { bot, close: closeBot } = await createRealBot();
  const driver = await startTeams(bot);
  return {
    ...driver,
    async close() {
      await driver.close();
      await closeBot();
    },
  };
});
