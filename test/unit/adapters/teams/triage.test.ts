import type { Place } from '../../../../src/adapters/teams/place';
import { createTriage } from '../../../../src/adapters/teams/triage';

const TENANT = '00000000-0000-0000-0000-00000000000a';
const near: Place = { serviceUrl: 'https://near.example/', conversation: '19:here', bot: '28:bot', tenant: TENANT };
const configured = { channel: '19:desk', tenant: TENANT };
const route = { channel: '19:network', tenant: TENANT };

it('leads to the channel of the route, and without one to the configured channel', () => {
  const { placeFor } = createTriage({ appId: 'bot', triage: configured });
  expect(placeFor(near)).toEqual({ ...near, conversation: '19:desk' });
  expect(placeFor(near, route)).toEqual({ ...near, conversation: '19:network' });
});

it('leads to the channel of the route where none is configured', () => {
  const { placeFor } = createTriage({ appId: 'bot' });
  expect(placeFor(near)).toBeUndefined();
  expect(placeFor(near, { ...route, serviceUrl: 'https://own.example/' })).toEqual({
    ...near,
    conversation: '19:network',
    serviceUrl: 'https://own.example/',
  });
});

it('never leads a case to the channel of another organization, not even to the configured one', () => {
  const { placeFor } = createTriage({ appId: 'bot', triage: configured });
  expect(placeFor(near, { ...route, tenant: '00000000-0000-0000-0000-00000000000b' })).toBeUndefined();
});
