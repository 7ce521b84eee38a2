/** The values that stand in pasted output, each read or left out: codes, numbers, hosts, spans of time. */

import { codeValue, type ErrorCode, toErrorCode } from '../code/error-code';
import type { HostAndPort } from './facts';

const HEX_CODE = /^0x([0-9a-f]{1,8})(?![0-9a-z])/i;
const DECIMAL = /^-?\d{1,10}(?!\d)/;
const INTEGER = /^\d{1,9}(?!\d)/;
const FIRST_FAILURE = 0x8000_0000;

/** "No value" in an unsigned property of WMI. */
const NO_VALUE = 0xffff_ffff;

/** Letters of any script, because domains have them too. */
const HOST = /^(?:\[[0-9a-f:.]{2,45}\]|[\p{L}\d_](?:[\p{L}\d_.-]{0,252})?)/iu;
const PORT_AFTER = /^\s?:\s?_?(\d{1,5})(?!\d)/;
const LAST_PORT = 65_535;

const IP_ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}(?![\d.])|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7})/i;

/** "259197 minute(s) (180 day(s))" in any language. */
const MINUTES_AND_DAYS = /(\d{1,8})(?!\d)\D{1,40}\(\s?(\d{1,5})(?!\d)/;
const MINUTES_A_DAY = 1440;

/** The code that a text begins with, zero included. */
export function readCode(text: string | undefined): ErrorCode | undefined {
  const digits = HEX_CODE.exec(text?.trim() ?? '')?.[1];
  return digits === undefined ? undefined : toErrorCode(Number.parseInt(digits, 16));
}

/** A code in hex, or as WMI's properties show it: signed or unsigned decimal. */
export function readAnyCode(text: string | undefined): ErrorCode | undefined {
  const hex = readCode(text);
  const decimal = hex === undefined ? DECIMAL.exec(text?.trim() ?? '')?.[0] : undefined;
  if (decimal === undefined) return hex;
  const value = Number(decimal);
  return value >= -FIRST_FAILURE && value < NO_VALUE ? toErrorCode(value) : undefined;
}

/** Tells whether a code reports a failure rather than a success or something worth knowing. */
export function isFailure(code: ErrorCode): boolean {
  return codeValue(code) >= FIRST_FAILURE;
}

export function isZero(code: ErrorCode): boolean {
  return codeValue(code) === 0;
}

/** The whole number that a text begins with. */
export function readInteger(text: string | undefined): number | undefined {
  const digits = INTEGER.exec(text?.trim() ?? '')?.[0];
  return digits === undefined ? undefined : Number(digits);
}

/** The host that a text begins with, with its port; nothing for "not available", "<host>" and other prose. */
export function readHostAndPort(text: string | undefined): HostAndPort | undefined {
  const trimmed = text?.trim() ?? '';
  const host = HOST.exec(trimmed)?.[0];
  if (host === undefined) return undefined;
  const rest = trimmed.slice(host.length);
  const port = readPort(PORT_AFTER.exec(rest)?.[1]);
  if (port === undefined && /^\s*[^\s,;()<]/.test(rest)) return undefined;
  const name = host.replace(/\.+$/, '');
  return port === undefined ? { host: name } : { host: name, port };
}

/** A port, or nothing where the number cannot be one. */
export function readPort(text: string | undefined): number | undefined {
  const port = readInteger(text);
  return port !== undefined && port > 0 && port <= LAST_PORT ? port : undefined;
}

/** The IP address that a text begins with. */
export function readIpAddress(text: string | undefined): string | undefined {
  return IP_ADDRESS.exec(text?.trim() ?? '')?.[0];
}

/** Minutes that stand before the same time in days; two numbers that do not agree are something else. */
export function readMinutes(text: string): number | undefined {
  const match = MINUTES_AND_DAYS.exec(text);
  if (match === null) return undefined;
  const minutes = Number(match[1]);
  return Math.abs(minutes / MINUTES_A_DAY - Number(match[2])) <= 1 ? minutes : undefined;
}
