import { readSecrets } from '../../../src/config/secrets';

it.each([
  'MicrosoftAppPassword',
  'MICROSOFT_APP_PASSWORD',
  'SLACK_BOT_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_SIGNING_SECRET_PREVIOUS',
  'SLACK_APP_TOKEN',
  'SLACK_CLIENT_SECRET',
  'HEXFIX_WEBHOOK_SECRET',
  'HEXFIX_WEBHOOK_SECRET_PREVIOUS',
])('knows %s for a secret', (name) => {
  expect(readSecrets({ [name]: ' p4ss ' })).toEqual(['p4ss']);
});

it('takes lists of secrets apart', () => {
  const secrets = readSecrets({ HEXFIX_API_TOKENS: 'one, two', HEXFIX_TOKEN_KEYS: 'old:a2V5MQ==,new:a2V5Mg==' });
  expect(secrets).toEqual(['one', 'two', 'a2V5MQ==', 'a2V5Mg==']);
});

it('finds the password in an address, as it is written and as it is meant', () => {
  const secrets = readSecrets({ DATABASE_URL: 'postgres://hexfix:p%4034@db/hexfix?password=other' });
  expect(secrets).toEqual(['p%4034', 'p@34', 'other']);
});

it('bears settings that are refused, and finds nothing where nothing is secret', () => {
  expect(readSecrets({ DATABASE_URL: 'not an address', HEXFIX_WEBHOOK_URL: 'https://a:%zz@b/' })).toEqual([
    '%zz',
    '%zz',
  ]);
  expect(
    readSecrets({ HEXFIX_HOST: '0.0.0.0', MICROSOFT_APP_ID: 'app', DATABASE_URL: 'postgres://db/hexfix' }),
  ).toEqual([]);
});
