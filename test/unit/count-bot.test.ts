import type { Bot, Decision, Inbound } from '../../src/bot';
import { countBot } from '../../src/count-bot';
import type { Metrics } from '../../src/ops/metrics';
import { SILENT_BOT } from '../fixtures/a-bot';

const INBOUND: Inbound = {
  ...{ platform: 'slack', tenant: 'T1', conversation: 'C1', place: 'P1', person: 'U1' },
  ...{ door: 'mention', message: 'M1', text: '0xC004F074' },
};

function play(...decisions: readonly Decision[]) {
  const counted: string[] = [];
  const metrics: Pick<Metrics, 'count'> = {
    count: (name, labels) => counted.push([name, ...Object.values(labels)].join(' ')),
  };
  const bot: Bot = {
    ...SILENT_BOT,
    onMessage: async ({ onDecision }) => {
      for (const decision of decisions) onDecision?.(decision);
      if (decisions.length === 0) throw new Error('no store');
      return undefined;
    },
    passesBy({ onDecision }) {
      const silences = decisions.filter(({ speak }) => !speak);
      for (const silence of silences) onDecision?.(silence);
      return silences.length > 0;
    },
  };
  return { counted, bot: countBot(bot, metrics) };
}

it('counts an answer by its door, and still tells whoever asked', async () => {
  const { counted, bot } = play({ speak: true, to: 'thread' });
  const told: Decision[] = [];
  await bot.onMessage({ ...INBOUND, onDecision: (decision) => told.push(decision) });
  expect(counted).toEqual(['hexfix_messages_total slack mention answered']);
  expect(told).toEqual([{ speak: true, to: 'thread' }]);
});

it('counts a silence with its reason, the last one given', async () => {
  const { counted, bot } = play({ speak: true, to: 'thread' }, { speak: false, reason: 'cooling-down' });
  await bot.onMessage(INBOUND);
  expect(counted).toEqual(['hexfix_messages_total slack mention silent', 'hexfix_silences_total cooling-down']);
});

it('counts a failure, and passes it on', async () => {
  const { counted, bot } = play();
  await expect(bot.onMessage(INBOUND)).rejects.toThrow('no store');
  expect(counted).toEqual(['hexfix_messages_total slack mention failed']);
});

it('counts what passes by as it counts what was looked at, and only that', () => {
  const { counted, bot } = play({ speak: false, reason: 'no-code' });
  expect([bot.passesBy({ ...INBOUND, door: 'message' }), counted]).toEqual([
    true,
    ['hexfix_messages_total slack message silent', 'hexfix_silences_total no-code'],
  ]);
  const looking = play({ speak: true, to: 'thread' });
  expect([looking.bot.passesBy(INBOUND), looking.counted]).toEqual([false, []]);
});
