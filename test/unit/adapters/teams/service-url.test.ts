import { isAllowedServiceUrl } from '../../../../src/adapters/teams/service-url';
import { HOSTILE_SERVICE_URLS } from '../../../fixtures/service-urls';

const rules = { extraHosts: ['connector.contoso.example', '127.0.0.1:8443'], loopbackOnly: false };

test.each([
  'https://smba.trafficmanager.net/amer/',
  'https://smba.trafficmanager.net/teams',
  'https://smba.trafficmanager.net',
  'https://smba.infra.gcc.teams.microsoft.com/gcc/',
  'https://smba.infra.gov.teams.microsoft.us/',
  'https://smba.infra.dod.teams.microsoft.us/',
  'https://webchat.botframework.com/',
  'https://europe.directline.botframework.com/',
  'https://connector.contoso.example/teams/',
  'http://127.0.0.1:8443/_connector',
])('allows %s', (url) => {
  expect(isAllowedServiceUrl(url, rules)).toBe(true);
});

test.each([
  ...HOSTILE_SERVICE_URLS,
  'http://127.0.0.1:8444/',
  'http://localhost:8443/',
  'https://connector.contoso.example:8443/',
  'http://connector.contoso.example/',
  'https://sub.connector.contoso.example/',
])('refuses %j', (url) => {
  expect(isAllowedServiceUrl(url, rules)).toBe(false);
});

describe('on this machine only', () => {
  const loopback = { extraHosts: ['connector.contoso.example'], loopbackOnly: true };

  test.each(['http://localhost:56150/_connector', 'http://127.0.0.1:9000/', 'https://localhost/', 'http://[::1]/x'])(
    'allows %s',
    (url) => {
      expect(isAllowedServiceUrl(url, loopback)).toBe(true);
    },
  );

  test.each([
    'https://smba.trafficmanager.net/amer/',
    'https://connector.contoso.example/',
    'http://localhost.evil.example/',
    'http://127.0.0.1.evil.example/',
    'http://192.168.0.1/',
    'file://localhost/etc/passwd',
  ])('refuses %s', (url) => {
    expect(isAllowedServiceUrl(url, loopback)).toBe(false);
  });
});
