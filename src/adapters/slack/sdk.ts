/**
 * Slack's SDK in its two parts, each loaded by whoever needs it: the client for Slack's methods, which every answer needs, and
 * Bolt around it, which only buttons, commands, forms and Socket Mode need, and which brings two web servers.
 */

import { createRequire } from 'node:module';

type Bolt = typeof import('@slack/bolt');

/** The client that Bolt itself uses, without Bolt. */
export function loadWebApi(): Bolt['webApi'] {
  return createRequire(require.resolve('@slack/bolt'))('@slack/web-api');
}

export function loadBolt(): Bolt {
  return require('@slack/bolt');
}
