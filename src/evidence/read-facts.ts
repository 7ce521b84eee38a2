/** What was pasted: the one way from a message to `Facts`. */

import { readCim } from './cim';
import { readClock } from './clock';
import { compact, flag } from './compact';
import { hasDuplicateCmid, readClockDifference } from './event-pairs';
import type { EventFacts, Facts } from './facts';
import { type KmsEvent, readKmsEvents } from './kms-events';
import { readLogEvents } from './log-events';
import { readDns } from './nslookup';
import { readOspp } from './ospp';
import { readHistory } from './ospp-history';
import { readOutcomes } from './outcomes';
import { openPage, type Page } from './page';
import { readPortTest } from './port-test';
import { readSetupPair } from './setup-pair';
import { readSlmgr } from './slmgr';
import { readStop } from './stop-code';

/** `/dlv all` lists hundreds of products of which a few are installed; a log goes on for years. */
const MOST_LICENSES = 40;
const MOST_EVENTS = 100;

/** Reads what pasted output of Windows says; `undefined` where the text holds none. Never throws. */
export function readFacts(text: string): Facts | undefined {
  const page = openPage(text);
  const kmsEvents = readKmsEvents(page);
  const facts = compact<Facts>({
    licenses: [...readSlmgr(page), ...readOspp(page), ...readCim(page)].slice(0, MOST_LICENSES),
    outcomes: readOutcomes(page),
    events: readEvents(page, kmsEvents).slice(0, MOST_EVENTS),
    duplicateCmid: flag(hasDuplicateCmid(kmsEvents)),
    clockDifferenceMinutes: readClockDifference(kmsEvents),
    dns: readDns(page),
    port: readPortTest(page),
    clock: readClock(page),
    setup: readSetupPair(page),
    stop: readStop(page),
  });
  return isEmpty(facts) ? undefined : facts;
}

/** All events in the order of the text. */
function readEvents(page: Page, kmsEvents: readonly KmsEvent[]): readonly EventFacts[] {
  const isTaken = (from: number, to: number) => kmsEvents.some(({ start }) => start >= from && start < to);
  const placed = [...kmsEvents, ...readLogEvents(page, isTaken)];
  return [...placed.sort((a, b) => a.start - b.start).map(({ facts }) => facts), ...readHistory(page)];
}

function isEmpty(facts: Facts): boolean {
  return Object.values(facts).every((value) => Array.isArray(value) && value.length === 0);
}
