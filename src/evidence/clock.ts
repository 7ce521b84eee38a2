/** Reads `w32tm /query /status`, `/query /source`, `/stripchart` and `/monitor`. */

import { compactOrNothing, flag } from './compact';
import type { ClockFacts } from './facts';
import type { Page } from './page';
import { isFailure, readCode } from './values';

const TRACES = ['w32tm', 'stratum', 'leap indicator', 'cmos clock', 'free-running', 'vm ic time', 'ntp:', 's o:'];

/** The first line of a status, with its number before the words in any language; 3 is "not synchronized". */
const LEAP = /^[^\n:]{3,60}:\s?([0-3])\s?\([^\n)]{2,120}\)\s*\n[^\n:]{2,60}:\s?\d{1,2}\b/m;
/** Distances: `o:-00.0123s` of the strip chart, `NTP: +14400.1s offset`, the chart's short form, the status' own. */
const OFFSETS = [
  /\bo:\s?([+-]?\d{1,9}\.\d{1,9})s/g,
  /\bNTP:\s?([+-]\d{1,9}\.\d{1,9})s/gi,
  /^ {0,4}\d{1,2}:\d{2}:\d{2},?\s{1,4}([+-]\d{1,9}\.\d{1,9})s\s{0,4}$/gm,
  /\bPhase Offset:\s?([+-]?\d{1,9}\.\d{1,9})s/gi,
];
const LOCAL_CLOCK = /Local CMOS Clock|Free-running System Clock/i;
const HYPERVISOR = /VM IC Time Synchronization Provider/i;
/** A server stands before its flags: `time.windows.com,0x8`. */
const SERVER = /^[^\n:]{0,40}:?\s?[a-z0-9][a-z0-9.-]{2,253},0x[0-9a-f]{1,2}\s*$/im;
const STOPPED = /time service has not been started|0x80070426|尚未启动服务|服务尚未启动/i;
const CHART_ERROR = /\berror:\s?(0x[0-9a-f]{8})/i;

/** What was said of the clock. */
export function readClock(page: Page): ClockFacts | undefined {
  if (!page.mentions(TRACES)) return undefined;
  const { text } = page;
  const isAsked = page.mentions(['w32tm']);
  const leap = LEAP.exec(text)?.[1];
  const code = isAsked || leap !== undefined ? readCode(CHART_ERROR.exec(text)?.[1]) : undefined;
  return compactOrNothing<ClockFacts>({
    offsetSeconds: readLargestOffset(text),
    source: readSource(text),
    isSynchronized: leap === undefined ? undefined : leap !== '3',
    isServiceStopped: flag(isAsked && STOPPED.test(text)),
    code: code !== undefined && isFailure(code) ? code : undefined,
  });
}

function readLargestOffset(text: string): number | undefined {
  const offsets = OFFSETS.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => Number(match[1])));
  if (offsets.length === 0) return undefined;
  return offsets.reduce((largest, offset) => (Math.abs(offset) > Math.abs(largest) ? offset : largest));
}

function readSource(text: string): ClockFacts['source'] {
  if (LOCAL_CLOCK.test(text)) return 'local-clock';
  if (HYPERVISOR.test(text)) return 'hypervisor';
  return SERVER.test(text) ? 'server' : undefined;
}
