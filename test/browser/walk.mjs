/**
 * Walks the local page as its visitors do, in a real browser: every example and button, by mouse and by keyboard, in
 * narrow windows, in both languages and themes. Needs Chromium, so it is not part of `npm test`.
 */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startBrowser, startHexfix } from './hexfix.mjs';
import { changes, visit } from './visitor.mjs';

const EXAMPLES = ['slmgr', 'two-codes', 'decimal', 'slip', 'general', 'unknown'];
const PLATFORMS = ['teams', 'slack'];

let hexfix;
let browser;
before(async () => {
  hexfix = await startHexfix();
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await hexfix?.close();
});

/** A visit that ends with a last check, whatever the window. */
async function asVisitor(options, act) {
  const visitor = await visit(browser, hexfix.url, options);
  await act(visitor);
  await visitor.check('at the end');
  await visitor.close();
}

describe('with the mouse', () => {
  test('every example is answered alike in both panels, and all stay on the page', () =>
    asVisitor({}, async ({ page, tryExample, title, check }) => {
      for (const id of EXAMPLES) {
        await tryExample(id);
        assert.equal(await title('teams'), await title('slack'));
        assert.match(await title('teams'), /0x[0-9A-F]{8}/);
        await check(id);
      }
      assert.equal(await page.locator('.exchange').count(), EXAMPLES.length);
      await page.locator('#clear').click();
      assert.equal(await page.locator('.exchange').count(), 0);
      assert.ok(await page.locator('#empty').isVisible());
    }));

  for (const platform of PLATFORMS) {
    const other = PLATFORMS.find((name) => name !== platform);

    test(`the buttons of the ${platform} panel redraw both panels`, () =>
      asVisitor({}, async ({ panel, send, press, title }) => {
        await send('0xC004F074');
        await press(platform, 'next');
        assert.match(await panel(other).innerText(), /step 2 of/);
        await press(platform, 'previous');
        assert.match(await panel(other).innerText(), /step 1 of/);
        await press(platform, 'all-steps');
        assert.match(await panel(other).innerText(), /All steps/);
        await press(platform, 'step-by-step');
        await press(platform, 'language');
        assert.match(await panel(other).innerText(), /可能的原因/);
        await press(platform, 'worked');
        assert.match(await title(other), /已解决/);
      }));

    test(`commands of the ${platform} panel can be copied`, () =>
      asVisitor({}, async ({ page, panel, send }) => {
        await send('0xC004F074');
        await panel(platform).locator('.copy').first().click();
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        assert.ok((await panel(platform).innerText()).replace(/\s/g, '').includes(copied.replace(/\s/g, '')));
        assert.equal(await page.locator('#status').innerText(), 'Copied');
      }));
  }

  test('a passing message without a code is met with silence and the reason', () =>
    asVisitor({}, async ({ page, panel, send }) => {
      await page.locator('#door label').nth(1).click();
      await send('Lunch at noon?');
      assert.match(await panel('teams').innerText(), /stays silent/);
      assert.ok(await panel('slack').locator('.avatar.bot').isHidden());
    }));

  test('what was pasted is shown letter by letter', () =>
    asVisitor({}, async ({ page, panel, send }) => {
      const hostile = '<img src=x onerror=alert(1)> **b** <!channel> 0xC004F074';
      await send(hostile);
      for (const platform of PLATFORMS) assert.ok((await panel(platform).innerText()).includes(hostile));
      assert.equal(await page.locator('.exchange img[src="x"]').count(), 0);
    }));

  test('a server that fails is told kindly, and takes no answer away', () =>
    asVisitor({}, async ({ page, panel, send, press, expectFault }) => {
      await send('0xC004F074');
      await page.route(/(messages|presses)$/, (route) => route.fulfill({ status: 500, body: '' }));
      await press('teams', 'next');
      assert.match(await panel('teams').innerText(), /Possible causes.*Try again/s);
      expectFault(/500/);
      await send('0xC004F038');
      assert.match(await panel('slack').innerText(), /did not work.*Try again/s);
      expectFault(/500/);
    }));
});

describe('with the keyboard alone', () => {
  test('a message is sent, stepped through and solved', () =>
    asVisitor({}, async ({ page, panel, settled, title }) => {
      await page.locator('#message').focus();
      await page.keyboard.type('0xC004F074');
      await page.keyboard.press('Control+Enter');
      await settled();
      const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-action') ?? 'answer');
      for (const [action, next] of [
        ['next', 'next'],
        ['next', 'next'],
        ['worked', 'answer'],
      ]) {
        await tabTo(page, `.teams [data-action="${action}"]`);
        await changes(page, () => page.keyboard.press('Enter'));
        assert.equal(await focused(), next);
        assert.ok(await panel('teams').evaluate((element) => element.contains(document.activeElement)), action);
      }
      assert.match(await title('slack'), /Solved/);
    }));

  test('everything that can be pressed shows where the focus is', () =>
    asVisitor({}, async ({ page, send }) => {
      await send('0xC004F074');
      await page.locator('.skip').focus();
      await page.keyboard.press('Tab');
      for (let stop = 0; stop < 30; stop += 1) {
        const bare = await page.evaluate(() => {
          const element = document.activeElement;
          const shown = element?.matches('input')
            ? element.nextElementSibling
            : (element?.closest('.composer') ?? element);
          const rings = [element, shown].map((each) => each && getComputedStyle(each).outlineStyle);
          return rings.some((style) => style !== 'none') ? '' : element?.outerHTML.slice(0, 80);
        });
        assert.equal(bare, '');
        await page.keyboard.press('Tab');
      }
    }));
});

describe('in a narrow window', () => {
  for (const width of [320, 390, 768]) {
    for (const locale of ['en-US', 'zh-CN']) {
      test(`of ${width} px in ${locale}, one panel at a time fits`, () =>
        asVisitor({ width, locale, dark: width === 390 }, async ({ page, panel, tryExample, press, check }) => {
          await check('empty');
          for (const id of EXAMPLES) {
            await tryExample(id);
            await check(id);
          }
          await tryExample('two-codes');
          await press('teams', 'all-steps');
          await check('all steps in Teams');
          assert.ok(await panel('slack').isHidden());
          await page.locator('#view label').nth(1).click();
          assert.ok(await panel('teams').isHidden());
          await check('all steps in Slack');
        }));
    }
  }
});

describe('the settings', () => {
  test('change the page at once and outlast a reload', () =>
    asVisitor({}, async ({ page, panel, send }) => {
      await page.locator('#language').selectOption('zh-CN');
      await page.locator('#theme').selectOption('dark');
      await page.reload();
      assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-CN');
      assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), 'dark');
      await send('Activation failed with 0xC004F074, what now?');
      assert.match(await panel('teams').innerText(), /可能的原因/);
    }));

  test('follow a language button, and "Auto" forgets it', () =>
    asVisitor({}, async ({ page, panel, send, press }) => {
      await send('0xC004F074');
      await press('slack', 'language');
      assert.equal(await page.locator('#language').inputValue(), 'zh-CN');
      assert.equal(await page.locator('h1').innerText(), '粘贴 Windows 错误，得到原因和解决方法');
      await page.locator('#language').selectOption('auto');
      await send('0xC004F038');
      assert.match(await panel('slack').innerText(), /Possible causes/);
    }));

  test('begin in the browser’s language and theme', () =>
    asVisitor({ locale: 'zh-TW', dark: true }, async ({ page }) => {
      assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-CN');
      const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      assert.equal(ground, 'rgb(15, 16, 22)');
    }));
});

test('the first visit takes less than 300 kB', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const sizes = [];
  page.on('response', (response) => sizes.push(response.request().sizes()));
  await page.goto(hexfix.url, { waitUntil: 'networkidle' });
  const bytes = (await Promise.all(sizes)).reduce(
    (sum, size) => sum + size.responseBodySize + size.responseHeadersSize,
    0,
  );
  assert.ok(bytes > 50_000 && bytes < 300_000, `${bytes} bytes`);
  await context.close();
});

/** Presses Tab until the element has the focus. */
async function tabTo(page, selector) {
  for (let stop = 0; stop < 60; stop += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab does not lead to ${selector}`);
}
