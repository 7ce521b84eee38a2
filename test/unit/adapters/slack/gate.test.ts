/** Whose payload it is and who handles it, with the lines of an installation that is there, known, or gone. */

import { createGate, type Gate } from '../../../../src/adapters/slack/gate';
import type { Line, Lines, NoLine, Origin } from '../../../../src/adapters/slack/lines';

type Body = Parameters<Gate['processEvent']>[0]['body'];

// The cast: the gate hands a line on, and looks at nothing of it.
const LINE = { identity: { team: 'T1' } } as Line;
const MESSAGE: Body = { type: 'event_callback', team_id: 'T1', event: { type: 'message', text: 'hello' } };
const PRESS: Body = { type: 'block_actions', team: { id: 'T1' }, user: { id: 'U1' } };

let heard: string[];
let line: Line | NoLine;
let isAtHand: boolean;
let isInPassing: boolean;
let gate: Gate;
beforeEach(() => {
  heard = [];
  line = LINE;
  isAtHand = false;
  isInPassing = false;
  const origin = ({ teamId, enterpriseId }: Origin) => `${teamId}/${enterpriseId}`;
  const lines: Lines = {
    async find(from) {
      heard.push(`find ${origin(from)}`);
      return line;
    },
    isAtHand: () => isAtHand,
    peek: () => undefined,
    remove: async (from, atMs) => void heard.push(`remove ${origin(from)} at ${atMs}`),
  };
  gate = createGate({
    app: () => ({ processEvent: async ({ body }) => void heard.push(`Bolt handles ${body.type}`) }),
    onEvent: async ({ event }, found) => void heard.push(`we handle ${event.type} by ${found.identity.team}`),
    passesBy: () => isInPassing,
    lines,
    logger: { info() {}, error() {}, warn: (fields) => void heard.push(`warn of ${JSON.stringify(fields)}`) },
  });
});

function deliver(body: Body): Promise<void> {
  return gate.processEvent({ body, ack: async () => {} });
}

test('an event is handled by us, over the line of its workspace', async () => {
  await deliver(MESSAGE);
  expect(heard).toEqual(['find T1/undefined', 'we handle message by T1']);
});

test('a press is handled by Bolt, which finds the line at its body', async () => {
  await deliver(PRESS);
  expect(heard).toEqual(['find T1/undefined', 'Bolt handles block_actions']);
  expect(gate.lineOf(PRESS)).toBe(LINE);
});

test('another body, and none, have no line', async () => {
  await deliver(PRESS);
  expect(gate.lineOf({ ...PRESS })).toBeUndefined();
  expect(gate.lineOf(undefined)).toBeUndefined();
});

describe('an event from which nothing follows', () => {
  beforeEach(() => {
    isInPassing = true;
  });

  test('asks nobody for its workspace', async () => {
    await deliver(MESSAGE);
    expect(heard).toEqual([]);
  });

  test('goes its way where the workspace is at hand anyway', async () => {
    isAtHand = true;
    await deliver(MESSAGE);
    expect(heard).toEqual(['find T1/undefined', 'we handle message by T1']);
  });

  test('is only ever an event: a press is handled, whatever it says', async () => {
    await deliver(PRESS);
    expect(heard).toEqual(['find T1/undefined', 'Bolt handles block_actions']);
  });
});

test('what comes from where Hexfix is not installed is handled by nobody, and the log names the workspace', async () => {
  line = 'not_installed';
  await deliver(MESSAGE);
  await deliver(PRESS);
  expect(heard).toEqual([
    ...['find T1/undefined', 'warn of {"team":"T1"}'],
    ...['find T1/undefined', 'warn of {"team":"T1"}'],
  ]);
  expect(gate.lineOf(PRESS)).toBeUndefined();
});

test('the log names the organization where there is no workspace', async () => {
  line = 'not_connected';
  await deliver({ type: 'block_actions', enterprise: { id: 'E1' } });
  expect(heard).toEqual(['find undefined/E1', 'warn of {"team":"E1"}']);
});

test('the end of an installation removes its line, whatever else the event may be', async () => {
  isInPassing = true;
  await deliver({ type: 'event_callback', team_id: 'T1', event_time: 7, event: { type: 'app_uninstalled' } });
  expect(heard).toEqual(['remove T1/undefined at 7999']);
});
