/**
 * slmgr's output in a language whose labels are not known: the order of the lines, the words that stay English (KMS,
 * DNS, Windows, SKU) and the shape of the values say what a line is.
 */

import type { Channel } from './facts';
import type { Line } from './slmgr-blocks';
import type { Field } from './slmgr-labels';
import { readMinutes } from './values';

/** A product's answer ends before; what follows is the writer's own. */
const LONGEST_ANSWER = 50;

const PARTIAL_KEY = /^[A-Z0-9]{5}$/;
const HEX_VALUE = /^0x[0-9a-f]{8}(?![0-9a-z])/i;
const HOST_AND_PORT = /^[^\s:]{1,253}:\d{1,5}$/;
const NUMBER = /^\d{1,9}$/;
const KEY_CHANNEL = /^(?:Volume:|OEM:|Retail$|Retail:)/;
const TYPE = /^(?:AD|KMS)$/;
/** How far behind the status a reason stands: the next line, or the one after the time that remains. */
const REASON_WITHIN = 2;

/** The host's figures in the order in which slmgr prints them. */
const HOST_FIGURES: readonly (Field | undefined)[] = [
  'count',
  'port',
  'total-requests',
  'failed-requests',
  'unlicensed-requests',
  'licensed-requests',
  undefined,
  undefined,
  undefined,
  'notification-requests',
];

/** Adds the fields that the shape of the lines gives away, as far as they are not there. */
export function inferFields(lines: readonly Line[], channel: Channel | undefined, fields: Map<Field, string>): void {
  const answer = lines.slice(0, LONGEST_ANSWER);
  const statusAt = answer.findIndex(({ value }, index) => index > 0 && PARTIAL_KEY.test(value)) + 1;
  answer.forEach(({ label, value }, index) => {
    const isBehindStatus = statusAt > 0 && index > statusAt && index <= statusAt + REASON_WITHIN;
    const field = index === statusAt && index > 0 ? 'status' : fieldOfShape(label, value, isBehindStatus);
    if (field !== undefined && !fields.has(field)) fields.set(field, value);
  });
  if (channel === 'kms-host') inferHostFigures(answer, fields);
}

function fieldOfShape(label: string, value: string, isBehindStatus: boolean): Field | undefined {
  if (isBehindStatus && HEX_VALUE.test(value)) return 'reason';
  if (readMinutes(value) !== undefined) return 'minutes';
  if (KEY_CHANNEL.test(value)) return 'key-channel';
  if (/KMS/.test(label)) {
    if (HOST_AND_PORT.test(value)) return /DNS/.test(label) ? 'host-from-dns' : 'registered-host';
    return /(?<![A-Za-z])IP/.test(label) ? 'host-address' : undefined;
  }
  if (/DNS/.test(label)) return /KMS/.test(value) && !/\d/.test(value) ? 'no-host-in-dns' : undefined;
  if (TYPE.test(value)) return 'activation-type';
  if (NUMBER.test(value)) return rearmsOf(label);
  return undefined;
}

function rearmsOf(label: string): Field | undefined {
  if (/Windows/.test(label)) return 'windows-rearms';
  return /SKU/.test(label) ? 'sku-rearms' : undefined;
}

function inferHostFigures(lines: readonly Line[], fields: Map<Field, string>): void {
  const figures = lines.filter(({ label, value }) => NUMBER.test(value) && !/Windows|SKU|App/.test(label));
  HOST_FIGURES.forEach((field, index) => {
    const figure = figures[index];
    if (field !== undefined && figure !== undefined && !fields.has(field)) fields.set(field, figure.value);
  });
}
