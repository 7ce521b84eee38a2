/** Addresses for answers, from a genuine sender and from a store that somebody has changed: checked when they come and at every send. */

import { SendFailure } from '../../../src/outbox/messenger';
import { aSending } from '../../fixtures/a-sending';
import { WORKED_EN } from '../../fixtures/replies';
import { HOSTILE_SERVICE_URLS } from '../../fixtures/service-urls';
import { BOT, CHAT, TENANT } from '../teams/people';
import { createSender, judge } from './attack';
import { type Canary, startCanary } from './canary';
import type { House } from './house';

export interface Verdict {
  readonly tried: number;
  readonly faults: readonly string[];
}

/** Tries them all at the door and at the way out. */
export async function tryServiceUrls(house: House): Promise<Verdict> {
  const canary = await startCanary();
  const urls = [...HOSTILE_SERVICE_URLS, ...canary.urls];
  try {
    const faults = [...(await tryAtDoor(house, urls)), ...(await tryAtSend(house, urls)), ...heardBy(canary)];
    return { tried: urls.length, faults };
  } finally {
    await canary.close();
  }
}

/** The token vouches for the very address that the activity names, and still it is none to answer to. */
async function tryAtDoor(house: House, urls: readonly string[]): Promise<string[]> {
  const sender = createSender(house.url);
  const faults: string[] = [];
  house.look();
  for (const serviceUrl of urls) {
    const authorization = `Bearer ${await house.teams.token({ claims: { serviceurl: serviceUrl } })}`;
    const attack = {
      name: `an activity from ${JSON.stringify(serviceUrl)}`,
      path: '/api/messages' as const,
      headers: { 'content-type': 'application/json', authorization },
      body: house.activity({ serviceUrl }),
      statuses: serviceUrl === '' ? [400] : [401],
    };
    faults.push(...judge(attack, await sender.send(attack), house));
  }
  sender.close();
  return faults;
}

/** As if a row of the store had been changed: refused before a token is asked for, so that it will not be tried again. */
async function tryAtSend(house: House, urls: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const serviceUrl of urls) {
    const place = JSON.stringify({ serviceUrl, conversation: CHAT, bot: BOT.id, tenant: TENANT });
    const failure = await house.teamsMessenger.post(place, WORKED_EN, aSending('a key')).then(
      () => undefined,
      (error: unknown) => error,
    );
    const isRefused = failure instanceof SendFailure && failure.outcome === 'refused';
    if (!isRefused) faults.push(`a stored place at ${JSON.stringify(serviceUrl)}: ${String(failure)}`);
  }
  const { asked } = house.look();
  return asked === 0 ? faults : [...faults, `${asked} requests went out for stored places`];
}

function heardBy(canary: Canary): string[] {
  return canary.heard() === 0 ? [] : [`the canary heard ${canary.heard()} connections`];
}
