/** The KMS host that the pasted output names: shown to whoever pasted it, and never kept. */

import type { Facts, HostAndPort } from '../evidence/facts';

/** A DNS name or an address, as `slmgr /skms` takes it; anything else would be no host. */
const HOST = /^[A-Za-z0-9][A-Za-z0-9.:_-]{0,252}$/;

/** `kms.contoso.com:1688`, or `undefined` where the output names no host. What was set by hand comes before what DNS says. */
export function askedHost({ licenses, events, dns, port }: Facts): string | undefined {
  const clients = licenses.flatMap(({ kms }) => (kms === undefined ? [] : [kms]));
  const candidates: readonly (HostAndPort | undefined)[] = [
    ...clients.map(({ registered }) => registered),
    ...clients.map(({ fromDns }) => fromDns),
    ...events.map(({ kmsHost, port: asked }) => withPort(kmsHost, asked)),
    ...(dns?.records ?? []),
    withPort(port?.host, port?.port),
  ];
  const found = candidates.find((each) => each !== undefined && HOST.test(each.host));
  return found && (found.port === undefined ? found.host : `${found.host}:${found.port}`);
}

function withPort(host: string | undefined, port: number | undefined): HostAndPort | undefined {
  return host === undefined ? undefined : { host, ...(port === undefined ? {} : { port }) };
}
