/** Reads tries to reach a port: Test-NetConnection, PsPing, telnet. */

import { compact, flag } from './compact';
import type { PortFacts } from './facts';
import type { Page } from './page';
import { readHostAndPort, readPort } from './values';

const TRACES = ['tcptestsucceeded', 'tcp connect to', 'psping', 'on port', 'name resolution of', 'connecting to'];

const HOST = /^ {0,20}(?:ComputerName|RemoteAddress)\s{0,30}:\s{0,4}(\S{1,254})/im;
const PORT = /^ {0,20}RemotePort\s{0,30}:\s{0,4}(\d{1,5})/im;
const SUCCEEDED = /TcpTestSucceeded\s{0,30}[:=]\s{0,4}(True|False)/i;
const PINGED = /PingSucceeded\s{0,30}[:=]\s{0,4}(True|False)/i;
/** `WARNING: TCP connect to (10.0.0.5 : 1688) failed`, or `to kms01:1688` from PowerShell 5. */
const REFUSED = /TCP connect to \(?\s{0,2}([^\s:()]{1,254})\s{0,2}:\s{0,2}(\d{1,5})\s{0,2}\)? failed/i;
const UNRESOLVED = /Name resolution of (\S{1,254}) (?:failed|threw)/i;
const PSPING = /Connecting to (\S{1,254}?):(\d{1,5})(?: \(warmup\))?\s?:/i;
const RECEIVED = /Sent = (\d{1,6}),\s?Received = (\d{1,6}),/i;
const TELNET = /Connecting To (\S{1,254}?)\.\.\.\s{0,4}Could not open connection to the host,\s?on port (\d{1,5})/i;

/** What a test of a port found. */
export function readPortTest(page: Page): PortFacts | undefined {
  if (!page.mentions(TRACES)) return undefined;
  return readNetConnection(page.text) ?? readTelnet(page.text) ?? readPsPing(page.text);
}

function readNetConnection(text: string): PortFacts | undefined {
  const succeeded = SUCCEEDED.exec(text)?.[1];
  const refused = REFUSED.exec(text);
  const unresolved = UNRESOLVED.exec(text)?.[1];
  if (succeeded === undefined && refused === null && unresolved === undefined) return undefined;
  const host = HOST.exec(text)?.[1] ?? refused?.[1] ?? unresolved;
  return compact<PortFacts>({
    host: readHostAndPort(host)?.host,
    port: readPort(PORT.exec(text)?.[1] ?? refused?.[2]),
    isOpen: succeeded === undefined ? false : isTrue(succeeded),
    isPingAnswered: isTrue(PINGED.exec(text)?.[1]),
    isNameUnknown: flag(unresolved !== undefined),
  });
}

function readTelnet(text: string): PortFacts | undefined {
  const match = TELNET.exec(text);
  if (match === null) return undefined;
  return compact<PortFacts>({ host: readHostAndPort(match[1])?.host, port: readPort(match[2]), isOpen: false });
}

/** PsPing sums up how many connections were answered. */
function readPsPing(text: string): PortFacts | undefined {
  const target = PSPING.exec(text);
  if (target === null) return undefined;
  const received = RECEIVED.exec(text)?.[2];
  return compact<PortFacts>({
    host: readHostAndPort(target[1])?.host,
    port: readPort(target[2]),
    isOpen: received === undefined ? undefined : Number(received) > 0,
  });
}

function isTrue(word: string | undefined): boolean | undefined {
  return word === undefined ? undefined : word.toLowerCase() === 'true';
}
