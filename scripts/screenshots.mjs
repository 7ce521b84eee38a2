/**
 * Takes the pictures of the documentation into `docs/images/`, in both languages: the local page, the answer as Teams
 * and as Slack show it, and a case on its way through the help desk. Needs Chromium; run it after a change of what
 * people see.
 */

import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startBrowser, startHexfix } from '../test/browser/hexfix.mjs';
import { visit } from '../test/browser/visitor.mjs';

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../docs/images');
const MOST_BYTES = 300_000;

const LANGUAGES = [
  {
    suffix: '',
    locale: 'en',
    message: 'slmgr /ato says 0xC004F074 on all our new laptops',
    details: 'All laptops on floor 3 since Monday, Windows 11 Pro.',
  },
  {
    suffix: '.zh-CN',
    locale: 'zh-CN',
    message: '新电脑运行 slmgr /ato 都提示 0xC004F074',
    details: '三楼的笔记本从周一起都这样，Windows 11 专业版。',
  },
];

/** The cards are cut out of a larger picture, so that their text stays sharp; the page shows it all in less. */
const SCENES = [
  {
    window: { scale: 1.2 },
    async take({ panel, choose }, save) {
      for (const platform of ['teams', 'slack']) {
        await choose('view', platform);
        await save(`${platform}-card`, (file) => panel(platform).screenshot({ path: file }));
      }
    },
  },
  {
    window: {},
    async take(visitor, save) {
      const { page } = visitor;
      await takeUp(visitor, 'teams');
      await calm(page);
      await save('page', (file) => page.screenshot({ path: file, fullPage: true }));
    },
  },
  {
    window: { height: 800 },
    async take({ page, press }, save) {
      await press('teams', 'next');
      await press('teams', 'get-help');
      await save('form', (file) => page.screenshot({ path: file }));
    },
  },
  {
    window: { height: 1400 },
    async take(visitor, save) {
      const { page, choose } = visitor;
      await choose('view', 'slack');
      await takeUp(visitor, 'slack');
      await calm(page);
      await save('case', (file) => page.locator('.side.slack').screenshot({ path: file }));
    },
  },
  {
    window: { width: 390, height: 844, dark: true },
    async take(visitor, save) {
      const { page, panel, choose } = visitor;
      await choose('view', 'slack');
      await takeUp(visitor, 'slack');
      await calm(page);
      await panel('slack', 'triage').evaluate((element) => element.scrollIntoView({ block: 'start' }));
      await save('phone', (file) => page.screenshot({ path: file }));
    },
  },
];

/** A case that is passed on after one step, and claimed. */
async function takeUp({ page, press, act, choose, panel, details }, platform) {
  await press(platform, 'next');
  await press(platform, 'get-help');
  await page.locator('dialog textarea').fill(details);
  await act(() => page.locator('.form-submit').click());
  await choose('as', 'agent');
  await panel(platform, 'triage').locator('[data-action="claim"]').waitFor();
  await press(platform, 'claim', 'triage');
  // The card and the notice come from the outbox.
  await panel(platform).locator('.reply').nth(1).waitFor();
}

/** No focus and no pointer in the picture. */
async function calm(page) {
  await page.evaluate(() => document.activeElement?.blur());
  await page.mouse.move(0, 0);
  await page.evaluate(() => window.scrollTo(0, 0));
}

async function takePictures(browser, url, { suffix, locale, message, details }) {
  for (const { window, take } of SCENES) {
    const visitor = await visit(browser, url, { width: 1120, height: 900, ...window, locale });
    await visitor.send(message);
    await calm(visitor.page);
    await take({ ...visitor, details }, (name, shoot) => save(`${name}${suffix}.png`, shoot));
    await visitor.close();
  }
}

async function save(name, shoot) {
  const file = path.join(folder, name);
  await shoot(file);
  const bytes = statSync(file).size;
  if (bytes > MOST_BYTES) throw new Error(`${name} takes ${bytes} bytes, more than ${MOST_BYTES}.`);
}

mkdirSync(folder, { recursive: true });
const browser = await startBrowser();
try {
  for (const language of LANGUAGES) {
    // The help desk reads its cards in the default language.
    const hexfix = await startHexfix({ HEXFIX_LOCALE: language.locale });
    try {
      await takePictures(browser, hexfix.url, language);
    } finally {
      await hexfix.close();
    }
  }
} finally {
  await browser.close();
}
