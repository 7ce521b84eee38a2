import { isAllowedServiceUrl } from '../../../../src/adapters/teams/service-url';

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
  '',
  'smba.trafficmanager.net',
  '//smba.trafficmanager.net/',
  'http://smba.trafficmanager.net/',
  'ftp://smba.trafficmanager.net/',
  'javascript:alert(1)',
  'https://evil.example/',
  'https://evil.example/smba.trafficmanager.net/',
  'https://evil.example/?smba.trafficmanager.net',
  'https://evil.example#smba.trafficmanager.net',
  'https://evil.example\\@smba.trafficmanager.net/',
  'https://smba.trafficmanager.net@evil.example/',
  'https://user@smba.trafficmanager.net/',
  'https://user:secret@smba.trafficmanager.net/',
  'https://@smba.trafficmanager.net/',
  'https://smba.trafficmanager.net.evil.example/',
  'https://smba.trafficmanager.net./',
  'https://xsmba.trafficmanager.net/',
  'https://evil.trafficmanager.net/',
  'https://smba.trafficmanager.net:8443/',
  'https://smba.trafficmanager.net:443/',
  'https://SMBA.trafficmanager.net/',
  'HTTPS://smba.trafficmanager.net/',
  'https://ѕmba.trafficmanager.net/',
  'https://smba。trafficmanager.net/',
  'https://smba.trafficmanager.net%2eevil.example/',
  'https://smba.trafficmanager.net/../evil/',
  'https://smba.trafficmanager.net/%2e%2e/evil/',
  'https://smba.trafficmanager.net/amer/?to=evil',
  'https://smba.trafficmanager.net/amer/#evil',
  'https:/smba.trafficmanager.net/',
  'https:smba.trafficmanager.net/',
  'https://smba.trafficmanager.net\\amer',
  ' https://smba.trafficmanager.net/',
  'https://smba.traffic\nmanager.net/',
  'https://botframework.com/',
  'https://evilbotframework.com/',
  'https://x.botframework.com.evil.example/',
  'https://x.botframework.com:8443/',
  'https://.botframework.com/',
  'https://127.0.0.1/',
  'http://127.0.0.1:8444/',
  'http://localhost:8443/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://017700000001/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://169.254.169.254/',
  'https://metadata.google.internal/',
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
