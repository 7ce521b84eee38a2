import { createIsAgent } from '../../../../src/adapters/teams/agents';
import { createTriage } from '../../../../src/adapters/teams/triage';

const NEAR = {
  serviceUrl: 'https://smba.trafficmanager.net/amer/',
  conversation: 'a:1',
  bot: '28:bot',
  tenant: 'here',
};

test('nobody works in a channel that there is not, and nobody is asked', async () => {
  const triage = createTriage({ appId: 'app' });
  const connect = () => {
    throw new Error('somebody was asked');
  };
  expect(triage.placeFor(NEAR)).toBeUndefined();
  expect(triage.own).toBeUndefined();
  expect(await createIsAgent({ connect, triage })(NEAR, '29:ana')).toBe(false);
});
