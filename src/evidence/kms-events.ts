/**
 * Reads the comma-separated strings of the KMS events: 12288 (the client asked), 12289 (the client was answered) and
 * 12290 (the host processed a request). The fields tell them apart, so that no word of any language is needed.
 * @see https://learn.microsoft.com/previous-versions/tn-archive/ff793440(v=technet.10)
 */

import { compact } from './compact';
import type { EventFacts } from './facts';
import { statusOfNumber } from './license-status';
import type { Page } from './page';
import { isZero, readCode, readHostAndPort, readInteger, readPort } from './values';

/** An event and what it is compared by, none of which is kept. */
export interface KmsEvent {
  readonly facts: EventFacts;
  /** Where its string stands in the text. */
  readonly start: number;
  readonly end: number;
  /** The client's machine ID, where it is whole. */
  readonly cmid?: string;
  /** 12290: the client's name. */
  readonly machine?: string;
  /** The client's time in minutes. */
  readonly minute?: number;
}

/** The first field, in front of any comma. */
const START = /(?<![0-9a-z])0x[0-9a-f]{1,8}\s?,/gi;
/** One field and what ends it. A long string may have been wrapped behind a comma. */
const FIELD = /([^,\n]{0,300})(,\s{0,4}|\n|$)/y;
const MOST_FIELDS = 10;

const GUID = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;
const TIME = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})[ T](\d{1,2}):(\d{2})/;
const MS_A_MINUTE = 60_000;

/** The events in a text, in order. */
export function readKmsEvents(page: Page): readonly KmsEvent[] {
  if (!page.mentions(['0x'])) return [];
  const events: KmsEvent[] = [];
  let end = 0;
  for (const { index } of page.text.matchAll(START)) {
    if (index < end) continue;
    const fields = splitFields(page.text, index);
    const event = readEvent(fields.values, index, fields.end);
    if (event === undefined) continue;
    events.push(event);
    end = fields.end;
  }
  return events;
}

function splitFields(text: string, start: number): { values: readonly string[]; end: number } {
  const values: string[] = [];
  let end = start;
  while (values.length < MOST_FIELDS) {
    FIELD.lastIndex = end;
    const match = FIELD.exec(text);
    if (match === null) break;
    values.push((match[1] ?? '').trim());
    end = FIELD.lastIndex;
    if (!match[2]?.startsWith(',')) break;
  }
  return { values, end };
}

function readEvent(fields: readonly string[], start: number, end: number): KmsEvent | undefined {
  const [, second, third, fourth, fifth, sixth, seventh] = fields;
  if (seventh === undefined) return undefined;
  const hasFlags = readCode(second) !== undefined;
  if (hasFlags && isNumber(third)) return readResponse(fields, start, end);
  const describesClient = isId(fourth) && isBit(sixth) && statusOfNumber(readInteger(seventh)) !== undefined;
  if (!describesClient || (!hasFlags && !isNumber(second))) return undefined;
  const time = readTime(fifth);
  return compact<KmsEvent>({
    facts: hasFlags ? describeRequest(fields, time) : describeProcessed(fields, time),
    start,
    end,
    cmid: GUID.exec(fourth ?? '')?.[1]?.toLowerCase(),
    machine: hasFlags ? undefined : third?.toLowerCase(),
    minute: time?.minute,
  });
}

/** 12288: code, flags, host and port, client machine ID, time, virtual, status, minutes, license, threshold. */
function describeRequest(fields: readonly string[], time: Time | undefined): EventFacts {
  const asked = splitHost(fields[2] ?? '');
  return compact<EventFacts>({
    id: 12288,
    ...readResult(fields[0]),
    ...asked,
    ...readClient(fields, time),
    threshold: readInteger(fields[9]),
  });
}

/** 12290: code, threshold, client's name, client machine ID, time, virtual, status, minutes, license. */
function describeProcessed(fields: readonly string[], time: Time | undefined): EventFacts {
  return compact<EventFacts>({
    id: 12290,
    ...readResult(fields[0]),
    ...readClient(fields, time),
    threshold: readInteger(fields[1]),
  });
}

/** 12289: code, flags, bound, unused, count, activation interval, renewal interval, time. */
function readResponse(fields: readonly string[], start: number, end: number): KmsEvent | undefined {
  if (!isBit(fields[2]) || !fields.slice(3, 7).every(isNumber)) return undefined;
  const time = readTime(fields[7]);
  const facts = compact<EventFacts>({
    id: 12289,
    ...readResult(fields[0]),
    isBound: fields[2] === '1',
    count: readInteger(fields[4]),
    activationIntervalMinutes: readInteger(fields[5]),
    renewalIntervalMinutes: readInteger(fields[6]),
    clientTime: time?.text,
  });
  return { facts, start, end };
}

function readClient(fields: readonly string[], time: Time | undefined) {
  return {
    clientTime: time?.text,
    isVirtual: fields[5] === '1',
    licenseState: statusOfNumber(readInteger(fields[6])),
    minutesLeft: readInteger(fields[7]),
  };
}

/** The result of an event: a code, or success. */
export function readResult(text: string | undefined): Pick<EventFacts, 'code' | 'succeeded'> {
  const code = readCode(text);
  if (code === undefined) return {};
  return isZero(code) ? { succeeded: true } : { code };
}

/** A host that was masked is left out; its port may still be there. */
function splitHost(text: string): { kmsHost: string | undefined; port: number | undefined } {
  const asked = readHostAndPort(text);
  return { kmsHost: asked?.host, port: asked?.port ?? readPort(/:_?(\d{1,5})$/.exec(text)?.[1]) };
}

interface Time {
  readonly text: string;
  readonly minute: number;
}

function readTime(text: string | undefined): Time | undefined {
  const match = TIME.exec(text ?? '');
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60;
  return isReal ? { text: date.toISOString().slice(0, 16), minute: date.getTime() / MS_A_MINUTE } : undefined;
}

/** A machine ID or a name, masked or not: anything but a number. */
function isId(text: string | undefined): boolean {
  return text !== undefined && text !== '' && !isNumber(text);
}

function isNumber(text: string | undefined): boolean {
  return /^\d{1,10}$/.test(text ?? '');
}

function isBit(text: string | undefined): boolean {
  return text === '0' || text === '1';
}
