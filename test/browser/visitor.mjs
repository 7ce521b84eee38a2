/** A visitor of the local page: opens it, acts, and notices everything that must not happen on the way. */

import assert from 'node:assert/strict';

/** Opens the page as a visitor with this window, language and theme. */
export async function visit(
  browser,
  url,
  { width = 1280, height = 900, scale = 1, locale = 'en-US', dark = false } = {},
) {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    locale,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${url}/`)) faults.push(`request to elsewhere: ${request.url()}`);
  });
  await page.goto(url);

  /** A conversation as a platform shows it. */
  const panel = (platform, conversation = 'channel') =>
    page.locator(`.side.${platform} [data-conversation="${conversation}"]`);
  /** The newest thread of a conversation. */
  const thread = (platform, conversation = 'channel') => panel(platform, conversation).locator('.thread').first();

  /** Waits until the last act is over and on the page; messages of the outbox may still come. */
  async function settled() {
    await page.waitForFunction(() => document.querySelector('#board')?.ariaBusy === 'false');
  }

  /** Does something that is an act, and waits for its end. */
  async function act(start) {
    await page.evaluate(() => document.querySelector('#board')?.removeAttribute('aria-busy'));
    await start();
    await settled();
  }

  return {
    page,
    panel,
    thread,
    act,

    tryExample: (id) => act(() => page.locator(`[data-example="${id}"]`).click()),

    send: (text) =>
      act(async () => {
        await page.locator('#message').fill(text);
        await page.locator('#send').click();
      }),

    /** Presses a button of the newest thread. */
    press: (platform, action, conversation) =>
      act(() => thread(platform, conversation).locator(`[data-action="${action}"]`).first().click()),

    /** Chooses a segment: as whom to act, or as what to show the conversations. */
    choose: (name, value) => page.locator(`#${name} label:has([value="${value}"])`).click(),

    title: (platform) =>
      thread(platform).locator('.ac-adaptiveCard [role="heading"], .slack-header').first().innerText(),

    /** Waits until a conversation says this. */
    says: (platform, conversation, pattern) => panel(platform, conversation).getByText(pattern).first().waitFor(),

    /** A fault that the test itself brings about. */
    expectFault(pattern) {
      const at = faults.findIndex((fault) => pattern.test(fault));
      assert.ok(at >= 0, `no fault like ${pattern}`);
      faults.splice(at, 1);
    },

    /** Everything that must hold at any moment: no faults, nothing wider than the window. */
    async check(moment) {
      assert.deepEqual(faults, [], moment);
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(excess <= 0, `${moment}: the page is ${excess} px wider than its window`);
    },

    close: () => context.close(),
  };
}
