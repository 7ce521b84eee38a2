/**
 * Takes the pictures of the README into `docs/images/`: the local page with an answer, and the answer as Teams and as
 * Slack show it, in both languages. Needs Chromium; run it after a change of what people see.
 */

import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startBrowser, startHexfix } from '../test/browser/hexfix.mjs';

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../docs/images');
const MOST_BYTES = 250_000;

const LANGUAGES = [
  { suffix: '', locale: 'en-US', message: 'slmgr /ato says 0xC004F074 on all our new laptops' },
  { suffix: '.zh-CN', locale: 'zh-CN', message: '新电脑运行 slmgr /ato 都提示 0xC004F074' },
];

/** The cards are cut out of a larger picture, so that their text stays sharp; the page shows it all in less. */
async function takePictures(browser, url, language) {
  const { suffix } = language;
  await withAnswer(browser, url, language, 1.2, async (page) => {
    for (const platform of ['teams', 'slack']) {
      const panel = page.locator(`.panel.${platform}`);
      await save(`${platform}-card${suffix}.png`, (file) => panel.screenshot({ path: file }));
    }
  });
  await withAnswer(browser, url, language, 1, async (page) => {
    await page.click('.teams [data-action="next"]');
    await page.locator('.teams [data-action="previous"]').waitFor();
    await page.evaluate(() => document.activeElement?.blur());
    await page.mouse.move(0, 0);
    await save(`page${suffix}.png`, (file) => page.screenshot({ path: file, fullPage: true }));
  });
}

/** A fresh page with the answer to the message on it. */
async function withAnswer(browser, url, { locale, message }, deviceScaleFactor, act) {
  const context = await browser.newContext({
    viewport: { width: 1120, height: 900 },
    deviceScaleFactor,
    locale,
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.fill('#message', message);
  await page.click('#send');
  await page.locator('.teams [data-action="next"]').waitFor();
  await page.mouse.move(0, 0);
  await act(page);
  await context.close();
}

async function save(name, take) {
  const file = path.join(folder, name);
  await take(file);
  const bytes = statSync(file).size;
  if (bytes > MOST_BYTES) throw new Error(`${name} takes ${bytes} bytes, more than ${MOST_BYTES}.`);
}

mkdirSync(folder, { recursive: true });
const hexfix = await startHexfix();
try {
  const browser = await startBrowser();
  try {
    for (const language of LANGUAGES) await takePictures(browser, hexfix.url, language);
  } finally {
    await browser.close();
  }
} finally {
  await hexfix.close();
}
