import { followUpOf, startPage } from './playground-page';

let page: Awaited<ReturnType<typeof startPage>>;

beforeAll(async () => {
  page = await startPage();
});

afterAll(() => page.close());

describe('a case handed over', () => {
  async function askForHelp(session: string) {
    const browser = page.visit(session);
    await browser.ask('0xC004F074');
    const { id, view } = await browser.latest('channel');
    const { form } = (await browser.press(id, view, 'get-help')).body;
    await browser.submit(id, form.token, { details: 'All laptops on floor 3' });
    return { ...browser, answer: id, form };
  }

  test('appears at the help desk with what was written, and the answer says so', async () => {
    const { latest, current, answer, form } = await askForHelp('asks');
    expect(form).toMatchObject({ title: expect.any(String), fields: expect.arrayContaining([expect.anything()]) });
    const { view, under } = await latest('triage');
    expect([view.kind, under]).toEqual(['triage', undefined]);
    expect(view.summary).toContain('All laptops on floor 3');
    expect(view.summary).toContain('Alex (you)');
    const shown = await current('channel', answer);
    expect(shown?.kind).toBe('found');
    expect(shown?.summary).toMatch(/Waiting for help: Asked for by Alex \(you\)/);
  });

  test('is claimed, closed and opened again; the requester sees each', async () => {
    const { read, latest, current, press, answer } = await askForHelp('handed');
    const card = await latest('triage');
    const agent = { as: 'agent' };
    const desk = async () => (await current('triage', card.id)) ?? card.view;
    await press(card.id, card.view, 'claim', agent);
    expect((await desk()).summary).toContain('Robin (IT support)');
    expect((await current('channel', answer))?.summary).toContain('Robin (IT support)');
    expect((await latest('channel')).view.kind).toBe('notice');
    await press(card.id, await desk(), 'close', agent);
    expect(followUpOf(await desk(), 'reopen')).toBeDefined();
    await press(card.id, await desk(), 'reopen', agent);
    expect(followUpOf(await desk(), 'claim')).toBeDefined();
    const notices = (await read('channel')).filter(({ view }) => view?.kind === 'notice');
    expect(notices).toHaveLength(3);
    expect(new Set(notices.map(({ under }) => under)).size).toBe(1);
  });

  test('is assigned by a form, to a person of the help desk', async () => {
    const { latest, current, press, submit } = await askForHelp('assigned');
    const card = await latest('triage');
    const agent = { as: 'agent' };
    const { form } = (await press(card.id, card.view, 'assign', agent)).body;
    const [{ id: field }] = form.fields;
    expect((await submit(card.id, form.token, { [field]: '' }, agent)).body).toEqual({
      errors: { [field]: expect.any(String) },
    });
    await submit(card.id, form.token, { [field]: form.people[0].id }, agent);
    expect((await current('triage', card.id))?.summary).toContain('Robin (IT support)');
  });

  test('cannot be claimed by who is not of the help desk', async () => {
    const { latest, press, current } = await askForHelp('guarded');
    const card = await latest('triage');
    expect((await press(card.id, card.view, 'claim', { as: 'colleague' })).status).toBe(403);
    const payload = followUpOf(card.view, 'claim');
    const { id } = await latest('channel');
    const sent = { session: 'guarded', person: 'guarded', message: id, payload };
    expect((await page.post('presses', sent)).body).toMatchObject({ aside: expect.anything() });
    expect(followUpOf((await current('triage', card.id)) ?? card.view, 'claim')).toEqual(payload);
  });
});

test('a colleague who presses gets a copy in private, and the card stays', async () => {
  const { ask, press, latest, current, read } = page.visit('shared');
  await ask('0xC004F074');
  const { id, view } = await latest('channel');
  const colleague = { as: 'colleague' };
  expect((await press(id, view, 'next', colleague)).body).toMatchObject({ aside: { locale: 'en' } });
  expect(await current('channel', id)).toEqual(view);
  const copy = await latest('chat-colleague');
  expect(copy.view.title).toBe(view.title);
  await press(copy.id, copy.view, 'next', colleague);
  expect((await current('chat-colleague', copy.id))?.summary).toMatch(/step 2 of/);
  expect(await current('channel', id)).toEqual(view);
  await press(id, view, 'next', colleague);
  expect(await read('chat-colleague')).toHaveLength(1);
});
