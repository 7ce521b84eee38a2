import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Config, readConfig } from '../../src/config';
import type { Logger } from '../../src/ops/logger';
import { start } from '../../src/start';

const folder = mkdtempSync(path.join(tmpdir(), 'hexfix-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function capture(): { logger: Logger; said: string[] } {
  const said: string[] = [];
  const log = (_fields: unknown, message: string) => void said.push(message);
  return { said, logger: { info: log, warn: log, error: log } };
}

function configured(env: Record<string, string> = {}): Config {
  return readConfig({ HEXFIX_PORT: '0', HEXFIX_DATA_DIR: folder, ...env });
}

it('serves the local page without any setting, and says what switches the platforms on', async () => {
  const { logger, said } = capture();
  const running = await start(configured(), logger);
  try {
    expect((await fetch(running.address.url)).status).toBe(200);
    expect((await fetch(`${running.address.url}/healthz`)).status).toBe(200);
    for (const door of ['/api/messages', '/slack/events']) {
      expect((await fetch(running.address.url + door, { method: 'POST' })).status).toBe(404);
    }
  } finally {
    await running.close();
  }
  expect(said.join('\n')).toMatch(/MICROSOFT_APP_ID[\s\S]*SLACK_BOT_TOKEN/);
});

it('is ready until it drains, and goes on answering then', async () => {
  const running = await start(configured(), capture().logger);
  const { url } = running.address;
  const readiness = async () => {
    const response = await fetch(`${url}/readyz`);
    return [response.status, await response.json()];
  };
  try {
    expect(await readiness()).toEqual([200, { status: 'ready', mode: 'development', store: 'sqlite' }]);
    running.drain();
    expect(await readiness()).toEqual([503, { status: 'draining', mode: 'development', store: 'sqlite' }]);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(url)).headers.get('connection')).toBe('close');
  } finally {
    await running.close();
  }
});

it('serves the metrics on an address of their own, where it is told to', async () => {
  const running = await start(configured({ HEXFIX_METRICS_PORT: '0' }), capture().logger);
  try {
    await fetch(running.address.url);
    const response = await fetch(`${running.metricsAddress?.url}/metrics`);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const page = await response.text();
    expect(page).toMatch(/^hexfix_requests_total\{route="\/",status="2xx"\} 1$/m);
    expect(page).toMatch(/^hexfix_ready 1$/m);
    expect(page).toMatch(/^hexfix_store_clock_skew_seconds -?0(\.\d+)?$/m);
    expect(page).toMatch(/^hexfix_outbox_effects\{state="refused"\} 0$/m);
    expect((await fetch(`${running.address.url}/metrics`)).status).toBe(404);
  } finally {
    await running.close();
  }
});

it('does not start where the metrics cannot be served, and says which setting to mend', async () => {
  const running = await start(configured(), capture().logger);
  try {
    const taken = String(running.address.port);
    const second = start(configured({ HEXFIX_METRICS_PORT: taken }), capture().logger);
    await expect(second).rejects.toThrow(/HEXFIX_METRICS_PORT/);
  } finally {
    await running.close();
  }
});

it('opens the doors of the platforms that it has settings for, and no page where it is off', async () => {
  const env = { TEAMS_UNAUTHENTICATED_LOOPBACK: 'on', HEXFIX_PLAYGROUND: 'off' };
  const running = await start(configured(env), capture().logger);
  try {
    expect((await fetch(running.address.url)).status).toBe(404);
    const answer = await fetch(`${running.address.url}/api/messages`, { method: 'POST', body: '{}' });
    expect(answer.status).toBe(401);
  } finally {
    await running.close();
  }
});

it('takes another port when nobody asked for one and the usual one is taken', async () => {
  const { port: _asked, ...config } = configured();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(3978, '127.0.0.1', resolve).on('error', () => resolve()));
  const running = await start(config, capture().logger);
  try {
    expect(running.address.port).not.toBe(3978);
    expect((await fetch(`${running.address.url}/healthz`)).status).toBe(200);
  } finally {
    await running.close();
    await new Promise<void>((resolve) => other.close(() => resolve()));
  }
});

it('stops with what to do when the port that was asked for is taken', async () => {
  const running = await start(configured(), capture().logger);
  try {
    const second = start(configured({ HEXFIX_PORT: String(running.address.port) }), capture().logger);
    await expect(second).rejects.toThrow(/HEXFIX_PORT/);
  } finally {
    await running.close();
  }
});

it('does not start with a broken overlay, and says where it is broken', async () => {
  const overlay = path.join(folder, 'overlay');
  mkdirSync(overlay);
  writeFileSync(path.join(overlay, 'organization.json'), '{ "name": "Contoso" }');
  const { logger } = capture();
  const started = start(configured({ HEXFIX_OVERLAY_DIR: overlay }), logger);
  await expect(started).rejects.toMatchObject({
    exitCode: 78,
    message: expect.stringContaining(`${path.join(overlay, 'organization.json')}:1:3: name: `),
  });
});

it('starts with an overlay, and tells how much it holds', async () => {
  const overlay = path.join(__dirname, '..', '..', 'examples', 'overlay');
  const { logger, said } = capture();
  const running = await start(configured({ HEXFIX_OVERLAY_DIR: overlay }), logger);
  await running.close();
  expect(said.join('\n')).toMatch(/The overlay in .*overlay has 3 entries and procedures of its own\./);
  // Every card of ours that shows something of the organization is drawn.
}, 60_000);
