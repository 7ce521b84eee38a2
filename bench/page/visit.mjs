/** One visit of the local page by a browser that has never seen it, with what it costs. */

/** Longer stretches make people wait who press something meanwhile; only what is beyond counts. */
const LONGEST_TASK_MS = 50;
/** Paints and long tasks that come late belong to the visit, too. */
const QUIET_MS = 300;

/** Opens the page twice, asks about a code and presses on the answer. */
export async function visitMeasured(browser, url, slower) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-US' });
  const page = await context.newPage();
  const devTools = await context.newCDPSession(page);
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.addInitScript(observe);
  const wire = await watchWire(devTools);

  const first = await open(page, url, wire);
  const again = await open(page, url, wire);
  await page.locator('#message').fill('0xC004F074');
  const answerMs = await timeOf(page, '#send');
  const pressMs = await timeOf(page, '.side.teams [data-action="next"]');
  await context.close();
  return { ...first, againFirstPaintMs: again.firstPaintMs, againBytes: again.bytes, answerMs, pressMs };
}

async function open(page, url, wire) {
  wire.begin();
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.waitForTimeout(QUIET_MS);
  const { tasks, ...seen } = await page.evaluate(() => window.seen);
  const blockingMs = tasks.reduce((sum, ms) => sum + Math.max(0, ms - LONGEST_TASK_MS), 0);
  return { ...seen, blockingMs, ...wire.told() };
}

/** Runs in the page, before everything else. */
function observe() {
  window.seen = { firstPaintMs: 0, largestPaintMs: 0, shift: 0, tasks: [] };
  const watch = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') window.seen.firstPaintMs = startTime;
  });
  watch('largest-contentful-paint', ({ startTime }) => {
    window.seen.largestPaintMs = startTime;
  });
  watch('layout-shift', ({ value }) => {
    window.seen.shift += value;
  });
  watch('longtask', ({ duration }) => window.seen.tasks.push(duration));
}

/** What comes over the wire, headers and requests for nothing new included. */
async function watchWire(devTools) {
  let told = { requests: 0, bytes: 0 };
  devTools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    told = { requests: told.requests + 1, bytes: told.bytes + encodedDataLength };
  });
  await devTools.send('Network.enable');
  return {
    begin: () => {
      told = { requests: 0, bytes: 0 };
    },
    told: () => told,
  };
}

/** From the click until the frame is painted in which the board has come to rest. */
async function timeOf(page, selector) {
  return page.evaluate((clicked) => {
    const board = document.querySelector('#board');
    board.removeAttribute('aria-busy');
    return new Promise((resolve) => {
      const startMs = performance.now();
      new MutationObserver((_, observer) => {
        if (board.ariaBusy !== 'false') return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - startMs)));
      }).observe(board, { attributes: true });
      document.querySelector(clicked).click();
    });
  }, selector);
}
