/**
 * Walks Hexfix in the Microsoft 365 Agents Playground, Microsoft's own test client for bots, driven in Chromium, and takes
 * the pictures of the documentation. The Playground's license allows evaluation and tests only: it is installed outside of
 * the repository, and never a dependency.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startBrowser, startHexfix } from '../../test/browser/hexfix.mjs';
import { freePort, install, picture, run, walk } from './setup.mjs';

const WAIT_MS = 15_000;
const LANGUAGES = [
  {
    locale: 'en',
    question: 'slmgr /ato says 0xC004F074',
    title: '0xC004F074 · No KMS host could be contacted',
    next: 'Next step',
    after: 'Fix: step 2 of',
  },
  {
    locale: 'zh-CN',
    question: '运行 slmgr /ato 提示 0xC004F074',
    title: '0xC004F074 · 无法联系任何 KMS 主机',
    next: '下一步',
    after: '解决方法：第 2 步',
  },
];

const { folder } = install('teams', ['@microsoft/m365agentsplayground@0.2.28']);
const browser = await startBrowser();
for (const language of LANGUAGES) await inLanguage(language);
await browser.close();

async function inLanguage({ locale, question, title, next, after }) {
  const port = await freePort();
  const hexfix = await startHexfix({
    HEXFIX_PORT: String(port),
    HEXFIX_LOCALE: locale,
    HEXFIX_PLAYGROUND: 'off',
    TEAMS_UNAUTHENTICATED_LOOPBACK: 'on',
  });
  // The Playground writes its log into the working folder.
  const workplace = mkdtempSync(path.join(tmpdir(), 'hexfix-playground-'));
  const command = path.join(folder, 'node_modules', '.bin', 'agentsplayground');
  const endpoint = `http://127.0.0.1:${port}/api/messages`;
  const options = ['-e', endpoint, '-c', 'msteams', '-p', String(await freePort()), '--disable-telemetry'];
  // BROWSER: the Playground would open a browser of its own.
  const playground = await run(command, ['start', ...options], {
    cwd: workplace,
    env: { BROWSER: 'true' },
    until: /Listening on (\d+)/,
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 1100 } });
  page.setDefaultTimeout(WAIT_MS);

  // While the log panel is open, the field to write in comes first.
  const field = () => page.locator('[contenteditable=true]').first();
  const card = (text) => page.locator('.ac-container').filter({ hasText: text }).last();

  async function open(name) {
    await page.getByText(name, { exact: true }).first().click();
    await page.waitForTimeout(1_000);
  }

  async function write(text, mentions = false) {
    await field().click();
    if (mentions) {
      await page.keyboard.type('@');
      await page.getByRole('menuitem').filter({ hasText: 'Test Bot' }).click();
      await page.keyboard.type(' ');
    }
    await page.keyboard.insertText(text);
    await page.keyboard.press('Enter');
  }

  try {
    // Its fonts are on the internet; without them it shows another one.
    await page.route(/cdn\.office\.net/, (route) => route.abort());
    await page.goto(`http://localhost:${playground.match[1]}`, { waitUntil: 'domcontentloaded' });
    await walk([
      [
        `${locale}: answers a question in the personal chat`,
        async () => {
          await write(question);
          await card(title).waitFor();
        },
      ],
      [
        `${locale}: a button leads to the next step on the same card`,
        async () => {
          await page.getByRole('button', { name: next, exact: true }).last().click();
          await card(after).waitFor();
        },
      ],
      [
        `${locale}: the picture`,
        async () => {
          await page.getByText(title).last().scrollIntoViewIfNeeded();
          await page.screenshot({ path: picture('real-teams', locale) });
        },
      ],
      [
        `${locale}: answers a mention in a group chat`,
        async () => {
          await open('Group Chat');
          await card('Hexfix').waitFor();
          await write(question, true);
          await card(title).waitFor();
        },
      ],
      [
        `${locale}: answers a mention in a channel, in the thread`,
        async () => {
          await open('General');
          await write(question, true);
          await card(title).waitFor();
        },
      ],
      [
        `${locale}: finds the entry in the message extension`,
        async () => {
          await open('Personal Chat');
          await page.getByRole('button', { name: 'Trigger Message Extension App' }).last().click();
          await page.getByRole('menuitem', { name: 'Search Command' }).click();
          await page.getByRole('textbox').last().fill('0xC004F074');
          await page.getByText(title, { exact: true }).last().waitFor();
        },
      ],
    ]);
  } catch (error) {
    await page.screenshot({ path: path.join(tmpdir(), 'hexfix-real-teams-failed.png') });
    throw error;
  } finally {
    await page.close();
    await playground.close();
    await hexfix.close();
    rmSync(workplace, { recursive: true });
  }
}
