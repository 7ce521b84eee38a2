/** A visitor of the local page: opens it, acts, and notices everything that must not happen on the way. */

import assert from 'node:assert/strict';

/** Opens the page as a visitor with this window, language and theme. */
export async function visit(browser, url, { width = 1280, height = 900, locale = 'en-US', dark = false } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
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

  const panel = (platform) => page.locator('.exchange').first().locator(`.panel.${platform}`);

  async function settled() {
    await page.waitForFunction(() => document.querySelector('.exchange') && !document.querySelector('.waiting'));
  }

  return {
    page,
    panel,
    settled,

    async tryExample(id) {
      const before = await page.locator('.exchange').count();
      await page.locator(`[data-example="${id}"]`).click();
      await page.waitForFunction((count) => document.querySelectorAll('.exchange').length > count, before);
      await settled();
    },

    async send(text) {
      await page.locator('#message').fill(text);
      await page.locator('#send').click();
      await settled();
    },

    /** Presses a button and waits until the newest exchange shows something else. */
    async press(platform, action) {
      await changes(page, () => panel(platform).locator(`[data-action="${action}"]`).click());
    },

    title: (platform) =>
      panel(platform).locator('.ac-adaptiveCard [role="heading"], .slack-header').first().innerText(),

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

/** Does something and waits until the newest answer has changed. */
export async function changes(page, act) {
  const before = await page.locator('.exchange').first().innerText();
  await act();
  await page.waitForFunction((text) => document.querySelector('.exchange')?.innerText !== text, before);
}
