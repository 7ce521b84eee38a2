import { fillKmsHost } from '../../../../src/knowledge/overlay/kms-host';

const HOST = { host: 'kms.contoso.com', port: 2688 };

it.each([
  ['slmgr /skms <kms_host>:1688', 'slmgr /skms kms.contoso.com:2688'],
  [
    'Test-NetConnection -ComputerName <kms_host> -Port 1688',
    'Test-NetConnection -ComputerName kms.contoso.com -Port 2688',
  ],
  ['nslookup <kms_host> <dns_server>', 'nslookup kms.contoso.com <dns_server>'],
  ['`<kms_host>` and <kms_host>', '`kms.contoso.com` and kms.contoso.com'],
  // Another port is another service's.
  ['<kms_host>:16880 <kms_host>:135', 'kms.contoso.com:16880 kms.contoso.com:135'],
])('%j reads %j', (text, filled) => {
  expect(fillKmsHost(text, HOST)).toBe(filled);
});

it('reaches every string of a value, and leaves what has no room for it as it is', () => {
  const plain = { id: 'a', texts: ['x', null, 1, true] };
  const value = { steps: [{ command: 'nslookup <kms_host>' }, plain] };
  const filled = fillKmsHost(value, HOST);
  expect(filled).toEqual({ steps: [{ command: 'nslookup kms.contoso.com' }, plain] });
  expect(filled.steps[1]).toBe(plain);
  expect(fillKmsHost(plain, HOST)).toBe(plain);
  expect(value.steps[0]).toEqual({ command: 'nslookup <kms_host>' });
});

it('takes a host for what it is, whatever signs a replacement knows', () => {
  expect(fillKmsHost('<kms_host>:1688', { host: '$&$1', port: 1 })).toBe('$&$1:1');
});

it('leaves the room where no host is known', () => {
  expect(fillKmsHost('nslookup <kms_host>', undefined)).toBe('nslookup <kms_host>');
});
