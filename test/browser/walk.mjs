/**
 * Walks the local page as its visitors do, in a real browser: every example and button, by mouse and by keyboard, in
 * narrow windows, in both languages and themes. Needs Chromium, so it is not part of `npm test`.
 */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startBrowser, startHexfix } from './hexfix.mjs';
import { visit } from './visitor.mjs';

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

/** A visit with an answer in view, as one platform shows it or as both do. */
function withAnswer(view, act, options = {}) {
  return asVisitor(options, async (visitor) => {
    await visitor.send('0xC004F074');
    await visitor.choose('view', view);
    await act(visitor);
  });
}

describe('with the mouse', () => {
  test('every example is answered alike on both platforms, and all stay on the page', () =>
    asVisitor({}, async ({ page, panel, tryExample, title, choose, check }) => {
      for (const [index, id] of EXAMPLES.entries()) {
        await tryExample(id);
        if (index === 0) await choose('view', 'both');
        assert.equal(await title('teams'), await title('slack'));
        assert.match(await title('teams'), /0x[0-9A-F]{8}/);
        await check(id);
      }
      const threads = panel('teams').locator('.thread');
      assert.equal(await threads.count(), EXAMPLES.length);
      await page.reload();
      await threads.first().waitFor();
      assert.equal(await threads.count(), EXAMPLES.length);
      await page.locator('#clear').click();
      assert.equal(await threads.count(), 0);
      assert.ok(await page.locator('#empty').isVisible());
    }));

  for (const platform of PLATFORMS) {
    const other = PLATFORMS.find((name) => name !== platform);

    test(`the buttons of ${platform} redraw the card on both platforms`, () =>
      withAnswer('both', async ({ thread, press, title }) => {
        await press(platform, 'next');
        assert.match(await thread(other).innerText(), /step 2 of/);
        await press(platform, 'previous');
        assert.match(await thread(other).innerText(), /step 1 of/);
        await press(platform, 'all-steps');
        assert.match(await thread(other).innerText(), /All steps/);
        await press(platform, 'step-by-step');
        await press(platform, 'language');
        assert.match(await thread(other).innerText(), /可能的原因/);
        await press(platform, 'worked');
        assert.match(await title(other), /已解决/);
      }));

    test(`commands in ${platform} can be copied`, () =>
      withAnswer(platform, async ({ page, thread }) => {
        await thread(platform).locator('.copy').first().click();
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        assert.ok((await thread(platform).innerText()).replace(/\s/g, '').includes(copied.replace(/\s/g, '')));
        assert.equal(await page.locator('#status').innerText(), 'Copied');
      }));
  }

  test('a passing message without a code is met with silence and the reason', () =>
    asVisitor({}, async ({ thread, send, choose }) => {
      await choose('door', 'message');
      await send('Lunch at noon?');
      assert.match(await thread('teams').innerText(), /stays silent/);
      assert.equal(await thread('slack').locator('.avatar.bot').count(), 0);
    }));

  test('what was pasted is shown letter by letter', () =>
    asVisitor({}, async ({ page, thread, send, choose }) => {
      const hostile = '<img src=x onerror=alert(1)> **b** <!channel> 0xC004F074';
      await send(hostile);
      await choose('view', 'both');
      for (const platform of PLATFORMS) assert.ok((await thread(platform).innerText()).includes(hostile));
      assert.equal(await page.locator('.thread img[src="x"]').count(), 0);
    }));

  test('a server that fails is told kindly, and takes no answer away', () =>
    withAnswer('teams', async ({ page, thread, send, press, expectFault }) => {
      await page.route(/(messages|presses)$/, (route) => route.fulfill({ status: 500, body: '' }));
      await press('teams', 'next');
      assert.match(await thread('teams').innerText(), /Possible causes.*Try again/s);
      expectFault(/500/);
      await send('0xC004F038');
      assert.match(await page.locator('#trouble').innerText(), /did not work.*Try again/s);
      expectFault(/500/);
    }));
});

describe('a case', () => {
  for (const platform of PLATFORMS) {
    test(`is handed over, taken up, closed and opened again in ${platform}`, () =>
      withAnswer(platform, async ({ page, panel, thread, press, act, choose, says, check }) => {
        const action = (name) => thread(platform, 'triage').locator(`[data-action="${name}"]`);
        await press(platform, 'next');
        await press(platform, 'get-help');
        await page.locator('dialog textarea').fill('All laptops on floor 3.');
        await check('the form');
        await act(() => page.locator('.form-submit').click());
        await says(platform, 'triage', 'All laptops on floor 3.');
        await says(platform, 'channel', 'Waiting for help');
        assert.ok(await action('claim').isDisabled());

        await panel(platform, 'triage').locator('.act-as').click();
        assert.ok(await page.locator('#as [value="agent"]').isChecked());
        await press(platform, 'claim', 'triage');
        await says(platform, 'channel', /Robin \(IT support\)/);
        await says(platform, 'channel', /has been taken up/);

        await press(platform, 'close', 'triage');
        await says(platform, 'channel', 'Request closed');
        await press(platform, 'reopen', 'triage');
        await action('claim').waitFor();
        await choose('as', 'you');
        await press(platform, 'worked');
        await action('reopen').waitFor();
        await says(platform, 'channel', /Solved/);
      }));

    test(`is assigned by a form that says what is missing, in ${platform}`, () =>
      withAnswer(platform, async ({ page, press, act, choose, says }) => {
        await press(platform, 'get-help');
        await act(() => page.locator('.form-submit').click());
        await choose('as', 'agent');
        await page.locator(`.side.${platform} [data-conversation="triage"] [data-action="assign"]`).click();
        await page.locator('dialog').waitFor();
        await act(() => page.locator('.form-submit').click());
        const field = page.locator('dialog select');
        assert.equal(await field.getAttribute('aria-invalid'), 'true');
        assert.ok(await field.evaluate((element) => element === document.activeElement));
        assert.match(await page.locator('.field-error').innerText(), /Choose/);
        await field.selectOption({ label: 'Robin (IT support)' });
        await act(() => page.locator('.form-submit').click());
        await page.locator('dialog').waitFor({ state: 'detached' });
        await says(platform, 'triage', /In the hands of Robin/);
      }));

    test(`stays as it is when a colleague presses, who gets a copy, in ${platform}`, () =>
      withAnswer(platform, async ({ panel, thread, press, choose, says }) => {
        await choose('as', 'colleague');
        await press(platform, 'next');
        assert.match(await thread(platform).innerText(), /Only visible to the colleague/);
        assert.match(await thread(platform).innerText(), /step 1 of/);
        await says(platform, 'chat-colleague', /step 1 of/);
        await press(platform, 'next', 'chat-colleague');
        assert.match(await thread(platform, 'chat-colleague').innerText(), /step 2 of/);
        await choose('as', 'you');
        assert.doesNotMatch(await thread(platform).innerText(), /Only visible/);
        assert.ok(await panel(platform, 'chat-colleague').locator('[data-action="next"]').isDisabled());
      }));
  }

  test('is shared by two tabs, each acting as somebody else', () =>
    withAnswer('teams', async ({ page, press, act, says }) => {
      const agent = await page.context().newPage();
      await agent.goto(hexfix.url);
      await agent.locator('#as label:has([value="agent"])').click();
      await page.bringToFront();
      await press('teams', 'get-help');
      await act(() => page.locator('.form-submit').click());
      await agent.bringToFront();
      await agent.locator('.side.teams [data-action="claim"]').click();
      await page.bringToFront();
      await says('teams', 'channel', /Robin \(IT support\)/);
      assert.ok(await page.locator('#as [value="you"]').isChecked());
    }));
});

describe('with the keyboard alone', () => {
  test('a message is sent, stepped through and solved', () =>
    asVisitor({}, async ({ page, thread, act, title }) => {
      await page.locator('#message').focus();
      await page.keyboard.type('0xC004F074');
      await act(() => page.keyboard.press('Control+Enter'));
      const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-action') ?? 'answer');
      for (const [action, next] of [
        ['next', 'next'],
        ['next', 'next'],
        ['worked', 'answer'],
      ]) {
        await tabTo(page, `.teams [data-action="${action}"]`);
        await act(() => page.keyboard.press('Enter'));
        assert.equal(await focused(), next);
        assert.ok(await thread('teams').evaluate((element) => element.contains(document.activeElement)), action);
      }
      assert.match(await title('teams'), /Solved/);
    }));

  test('help is asked for: the form takes the focus, Esc gives it back, Enter sends', () =>
    withAnswer('slack', async ({ page, act, says }) => {
      const open = async () => {
        await tabTo(page, '.slack [data-action="get-help"]');
        await act(() => page.keyboard.press('Enter'));
        await page.locator('dialog').waitFor();
      };
      const isInside = () => page.evaluate(() => document.activeElement?.closest('dialog') !== null);
      await open();
      assert.ok(await isInside());
      await page.keyboard.press('Escape');
      // The browser tells of a closed dialog a moment later.
      await page.locator('dialog').waitFor({ state: 'detached' });
      assert.ok(await page.evaluate(() => document.activeElement?.matches('.slack [data-action="get-help"]')));
      await open();
      await tabTo(page, '.form-submit');
      await act(() => page.keyboard.press('Enter'));
      await says('slack', 'channel', 'Waiting for help');
      await page.locator('#as [value="you"]').focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await tabTo(page, '.slack [data-action="claim"]');
      await act(() => page.keyboard.press('Enter'));
      await says('slack', 'channel', /Robin \(IT support\)/);
    }));

  test('a card that others redraw keeps the focus and the scroll', () =>
    withAnswer('teams', async ({ page, act, press, says }) => {
      await press('teams', 'get-help');
      await act(() => page.locator('.form-submit').click());
      const other = await page.context().newPage();
      await other.goto(hexfix.url);
      await other.locator('#as label:has([value="agent"])').click();
      await page.bringToFront();
      await page.locator('.teams [data-conversation="channel"] [data-action="all-steps"]').focus();
      const top = () => page.evaluate(() => document.activeElement?.getBoundingClientRect().top ?? 0);
      const scrolled = await page.evaluate(() => window.scrollY);
      const before = await top();
      await other.bringToFront();
      await other.locator('.side.teams [data-action="claim"]').click();
      await page.bringToFront();
      await says('teams', 'channel', /Robin \(IT support\)/);
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-action')), 'all-steps');
      assert.ok(
        Math.abs((await top()) - before) < 100 &&
          Math.abs((await page.evaluate(() => window.scrollY)) - scrolled) < 100,
      );
      assert.match(await page.locator('#status').innerText(), /Channel: /);
    }));

  test('everything that can be pressed shows where the focus is', () =>
    withAnswer('both', async ({ page }) => {
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
      test(`of ${width} px in ${locale}, the help desk stands below the channel and all fits`, () =>
        asVisitor({ width, locale, dark: width === 390 }, async (visitor) => {
          const { page, panel, tryExample, press, act, choose, check } = visitor;
          await check('empty');
          for (const id of EXAMPLES) {
            await tryExample(id);
            await check(id);
          }
          await tryExample('two-codes');
          await press('teams', 'all-steps');
          await check('all steps in Teams');
          await press('teams', 'get-help');
          await check('the form');
          await act(() => page.locator('.form-submit').click());
          const [channel, triage] = await Promise.all(
            ['channel', 'triage'].map((name) => panel('teams', name).boundingBox()),
          );
          assert.ok(triage.y >= channel.y + channel.height);
          assert.ok(await panel('slack').isHidden());
          await choose('view', 'slack');
          assert.ok(await panel('teams').isHidden());
          await check('all steps in Slack');
        }));
    }
  }
});

describe('the settings', () => {
  test('change the page at once and outlast a reload', () =>
    asVisitor({}, async ({ page, thread, send }) => {
      await page.locator('#language').selectOption('zh-CN');
      await page.locator('#theme').selectOption('dark');
      await page.reload();
      assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-CN');
      assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), 'dark');
      await send('Activation failed with 0xC004F074, what now?');
      assert.match(await thread('teams').innerText(), /可能的原因/);
    }));

  test('follow a language button, and "Auto" forgets it', () =>
    withAnswer('slack', async ({ page, thread, send, press }) => {
      await press('slack', 'language');
      assert.equal(await page.locator('#language').inputValue(), 'zh-CN');
      assert.equal(await page.locator('h1').innerText(), '粘贴 Windows 错误，得到原因和解决方法');
      await page.locator('#language').selectOption('auto');
      await send('0xC004F038');
      assert.match(await thread('slack').innerText(), /Possible causes/);
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

/** Presses Tab until the element has the focus; it may be drawn a moment later than what came before it. */
async function tabTo(page, selector) {
  await page.locator(selector).first().waitFor();
  for (let stop = 0; stop < 90; stop += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab does not lead to ${selector}`);
}
