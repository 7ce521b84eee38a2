/** The KMS host that the pasted output names: shown to whoever pasted it, and never kept. */

import type { Facts, HostAndPort } from '../evidence/facts';

/** A DNS name or an address, as `slmgr /skms` takes it; anything else would be no host. */
const HOST = /^[A-Za-z0-9][A-Za-z0-9.:_-]{0,252}$/;

/** Where a KMS host listens unless it was told otherwise. */
const USUAL_PORT = 1688;
/** What some write where no host is. */
const NO_HOST = '0.0.0.0';

/** `kms.contoso.com:1688`, or `undefined` where the output names no host. What was set by hand comes before what DNS says. */
export function askedHost(facts: Facts): string | undefined {
  const { licenses, events, dns, port } = facts;
  const clients = licenses.flatMap(({ kms }) => (kms === undefined ? [] : [kms]));
  const candidates: readonly (HostAndPort | undefined)[] = [
    ...clients.map(({ registered }) => registered),
    ...clients.map(({ fromDns }) => fromDns),
    ...events.map(({ kmsHost, port: asked }) => withPort(kmsHost, asked)),
    ...(dns?.records ?? []),
    isTestOfKms(facts) ? withPort(port?.host, port?.port) : undefined,
  ];
  const found = candidates.find((each) => each !== undefined && each.host !== NO_HOST && HOST.test(each.host));
  return found && (found.port === undefined ? found.host : `${found.host}:${found.port}`);
}

/** Tells whether the port that was tested is one that a KMS host listens on: people test others for other reasons. */
export function isTestOfKms({ licenses, events, dns, port }: Facts): boolean {
  const tested = port?.port;
  if (tested === undefined || tested === USUAL_PORT) return true;
  const named = [
    ...licenses.flatMap(({ kms, host }) => [kms?.registered?.port, kms?.fromDns?.port, host?.port]),
    ...events.map((event) => event.port),
    ...(dns?.records ?? []).map((record) => record.port),
  ];
  return named.includes(tested);
}

function withPort(host: string | undefined, port: number | undefined): HostAndPort | undefined {
  return host === undefined ? undefined : { host, ...(port === undefined ? {} : { port }) };
}
