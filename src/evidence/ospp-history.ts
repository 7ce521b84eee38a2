/** Reads `ospp.vbs /dhistorykms`: the last requests of the client, from the event log. */

import { compact } from './compact';
import type { EventFacts } from './facts';
import { readResult } from './kms-events';
import type { Page } from './page';
import { readHostAndPort } from './values';

/** `ERROR/HOST: 0xC004F06C, 0x00000000, kms01.contoso.com:1688` */
const REQUEST = /ERROR\/HOST\s?:\s{0,4}(0x[0-9a-f]{1,8})\s?,\s{0,2}(?:0x[0-9a-f]{1,8}\s?,\s{0,2})?(\S{0,260})/gi;

/** The client's requests (event 12288) that the history lists, in order. */
export function readHistory(page: Page): readonly EventFacts[] {
  if (!page.mentions(['error/host'])) return [];
  return [...page.text.matchAll(REQUEST)].map(([, code, asked]) => {
    const kms = readHostAndPort(asked?.replace(/:$/, ''));
    return compact<EventFacts>({ id: 12288, ...readResult(code), kmsHost: kms?.host, port: kms?.port });
  });
}
