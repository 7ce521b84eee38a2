import type { FollowUp } from '../../../src/reply/follow-up';
import type { Reply } from '../../../src/reply/reply';
import { answered, type House, openHouse, payloadOf, press } from './harness';

const TRIAGE = { conversation: 'triage', place: 'triage' };

let house: House;
beforeEach(async () => {
  house = await openHouse({ triage: 'triage', agents: ['A1', 'A2'], tickets: true });
});
afterEach(() => house.close());

const submit = (token: unknown, values: Record<string, string>, rest = {}) => {
  const { payload, ...from } = press(token, rest);
  return house.bot.onSubmit({ ...from, token: payload, values });
};

async function openForm(reply: Reply): Promise<FollowUp> {
  const { form } = await house.bot.onPress(press(payloadOf(reply, 'get-help')));
  if (form === undefined) throw new Error('no form');
  return JSON.parse(JSON.stringify(form.token));
}

async function askForHelp(details = 'Windows 11, since Monday'): Promise<Reply> {
  const reply = await answered(house);
  await submit(await openForm(reply), { details, method: 'kms-client' });
  await house.settled();
  return reply;
}

const atTriage = () => house.shown.filter(({ place }) => place === 'triage');
const notices = () => house.shown.filter(({ place }) => place === 'C1');

async function atDesk(id: string, person = 'A1') {
  const answer = await house.bot.onPress(press(payloadOf(atTriage()[0]?.reply, id), { ...TRIAGE, person }));
  await house.settled();
  return answer;
}

describe('asking for help', () => {
  it('opens a form that tells the code and what was tried', async () => {
    const reply = await answered(house);
    const second = await house.bot.onPress(press(payloadOf(reply, 'next')));
    const { form } = await house.bot.onPress(press(payloadOf(second.card, 'get-help')));
    expect(JSON.stringify(form?.sections)).toContain('0xC004F074');
    expect(JSON.stringify(form?.sections)).toContain('did not solve it');
  });

  it('puts one card before the help desk, with what was written and without product keys', async () => {
    await askForHelp('key BBBBB-CCCCC-DDDDD-FFFFF-GGGGG on 12 PCs');
    expect(atTriage()).toHaveLength(1);
    expect(atTriage()[0]?.reply.summary).toContain('on 12 PCs');
    expect(JSON.stringify([atTriage(), house.events])).not.toContain('CCCCC');
  });

  it('is one request, however often the form is sent in', async () => {
    const reply = await answered(house);
    const token = await openForm(reply);
    await Promise.all([submit(token, {}), submit(token, {}), submit(token, {})]);
    const late = await submit(token, {});
    await house.settled();
    expect(atTriage()).toHaveLength(1);
    expect(house.events).toHaveLength(1);
    expect(late.aside).toBeDefined();
  });

  it('is heard even when others have gone on meanwhile', async () => {
    const reply = await answered(house);
    const token = await openForm(reply);
    await house.bot.onPress(press(payloadOf(reply, 'next')));
    expect((await submit(token, {})).card).toBeDefined();
    await house.settled();
    expect(atTriage()).toHaveLength(1);
  });

  it('tells the ticket system, in ids and codes', async () => {
    await askForHelp();
    expect(house.events).toMatchObject([
      {
        type: 'hand-off.requested',
        body: {
          codes: ['0xC004F074'],
          requester: 'U1',
          state: 'waiting',
          method: 'kms-client',
          details: 'Windows 11, since Monday',
          link: 'https://chat.example/answer-to-1700000000.000100',
        },
      },
    ]);
  });

  it('shows on the answer that somebody has been asked', async () => {
    const reply = await askForHelp();
    const again = await house.bot.onPress(press(payloadOf(reply, 'get-help')));
    expect(again.form).toBeUndefined();
    expect(again.aside).toBeDefined();
    expect(house.redraws).toContain('answer-to-1700000000.000100');
  });

  it('gives a sheet to pass on by hand where nobody is configured', async () => {
    await house.close();
    house = await openHouse();
    const reply = await answered(house);
    const { aside, form } = await house.bot.onPress(press(payloadOf(reply, 'get-help')));
    expect(form).toBeUndefined();
    expect(aside?.kind).toBe('help-sheet');
    expect(aside?.summary).toContain('0xC004F074');
  });
});

describe('the help desk', () => {
  it('claims, closes and re-opens; the requester is told each time in the thread', async () => {
    await askForHelp();
    for (const move of ['claim', 'close', 'reopen']) await atDesk(move);
    expect(notices()).toHaveLength(3);
    expect(house.events.map(({ type }) => type)).toEqual([
      'hand-off.requested',
      'hand-off.claimed',
      'hand-off.closed',
      'hand-off.reopened',
    ]);
    expect(atTriage()).toHaveLength(1);
  });

  it('assigns to somebody else through a form', async () => {
    await askForHelp();
    const { form } = await atDesk('assign');
    const token = JSON.parse(JSON.stringify(form?.token));
    expect((await submit(token, {}, { ...TRIAGE, person: 'A1' })).errors).toBeDefined();
    expect((await submit(token, { assignee: 'U9' }, { ...TRIAGE, person: 'A1' })).errors).toBeDefined();
    expect(house.events).toHaveLength(1);
    await submit(token, { assignee: 'A2' }, { ...TRIAGE, person: 'A1' });
    await house.settled();
    expect(house.events.at(-1)).toMatchObject({ type: 'hand-off.assigned', body: { agent: 'A2' } });
    expect(notices()).toHaveLength(1);
  });

  it('is one agent where two claim at the same time', async () => {
    await askForHelp();
    const payload = payloadOf(atTriage()[0]?.reply, 'claim');
    const claims = ['A1', 'A2'].map((person) => house.bot.onPress(press(payload, { ...TRIAGE, person })));
    const answers = await Promise.all(claims);
    await house.settled();
    expect(answers.filter(({ aside }) => aside === undefined)).toHaveLength(1);
    expect(house.events.filter(({ type }) => type === 'hand-off.claimed')).toHaveLength(1);
  });

  it('can claim while people go on trying', async () => {
    const reply = await askForHelp();
    await house.bot.onPress(press(payloadOf(reply, 'next')));
    const claimed = await house.bot.onPress(
      press(payloadOf(atTriage()[0]?.reply, 'claim'), { ...TRIAGE, person: 'A1' }),
    );
    expect(claimed.aside).toBeUndefined();
  });

  it('sees when it works now, and that closes the request', async () => {
    const reply = await askForHelp();
    await house.bot.onPress(press({ ...payloadOf(reply, 'worked'), version: 1 }));
    await house.settled();
    expect(house.events.at(-1)).toMatchObject({ type: 'hand-off.closed', body: { agent: 'U1' } });
    expect(payloadOf(atTriage()[0]?.reply, 'reopen')).toBeDefined();
    expect(notices()).toHaveLength(0);
  });

  it.each(['claim', 'close', 'assign'])(
    'takes no %s from the thread, from nowhere, from another tenant',
    async (move) => {
      await askForHelp();
      const payload = payloadOf(atTriage()[0]?.reply, move);
      for (const where of [{}, { conversation: 'C2' }, { ...TRIAGE, tenant: 'T2' }]) {
        const { card, form } = await house.bot.onPress(press(payload, where));
        expect([card, form]).toEqual([undefined, undefined]);
      }
      expect(house.events).toHaveLength(1);
    },
  );
});

describe('a forged form', () => {
  it.each([undefined, 'x', {}, { v: 1, move: 'get-help', locale: 'en', codes: [] }])(
    '(%j) leads to a way on',
    async (token) => {
      const answer = await submit(token, { details: 'x' });
      expect(answer.aside).toBeDefined();
      expect(atTriage()).toHaveLength(0);
    },
  );

  it('from another tenant asks for nothing', async () => {
    const reply = await answered(house);
    await submit(await openForm(reply), {}, { tenant: 'T2' });
    await house.settled();
    expect(atTriage()).toHaveLength(0);
  });
});
