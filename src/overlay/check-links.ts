/** Where the links of an overlay may lead: by https to Microsoft's documentation, and to hosts that the organization lists. */

import type { OverlayFault } from './fault';

const MICROSOFT_HOSTS: readonly string[] = ['learn.microsoft.com', 'support.microsoft.com'];

/** Anything that a client may take for an address, whatever its scheme. */
const ADDRESS = /\b[a-z][a-z0-9+.-]*:(?:\/\/|\\\\)[^\s"'<>`，。）]*/gi;
const IP_ADDRESS = /^\[|^(?:\d{1,3}\.){3}\d{1,3}$/;

/** What is wrong with an address that is shown as a link. */
export function findLinkFault(
  address: string,
  linkHosts: readonly string[],
): Pick<OverlayFault, 'what' | 'why' | 'fix'> | undefined {
  const allowed = [...MICROSOFT_HOSTS, ...linkHosts.map((host) => host.toLowerCase())];
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || url.protocol !== 'https:') {
    return {
      what: 'the link is no https address',
      why: 'whoever is on the way could change where it leads, and other schemes start programs',
      fix: 'write an address that begins with https://',
    };
  }
  // Told without the address, which would bring what is secret into the log.
  if (url.username !== '' || url.password !== '') {
    return {
      what: 'the link holds a user name or a password',
      why: 'everybody who sees the card could use it, and what stands before the @ can pass for the host',
      fix: 'take the part before the @ out, and change that password',
    };
  }
  if (IP_ADDRESS.test(url.hostname)) {
    return {
      what: 'the link leads to a number instead of a name',
      why: 'nobody can tell from it whose computer that is, and no certificate vouches for it',
      fix: 'give the host a name, and list that in linkHosts of organization.json',
    };
  }
  if (/(?:^|\.)xn--/.test(url.hostname)) {
    return {
      what: `the name ${url.hostname} holds letters beyond English ones`,
      why: 'some of them look like others, so that a stranger’s host can pass for yours',
      fix: 'link to a host with a name in plain letters',
    };
  }
  if (!allowed.includes(url.hostname)) {
    return {
      what: `the link leads to ${url.hostname}, which is not among the hosts that you allow`,
      why: 'whoever may add an entry could send your people anywhere',
      fix: `add "${url.hostname}" to linkHosts of organization.json, or link to ${allowed.slice(0, 3).join(', ')}`,
    };
  }
  return undefined;
}

/** Every address within a text. */
export function findAddresses(text: string): readonly string[] {
  return text.match(ADDRESS) ?? [];
}
