/** Both platforms in one server of this process: it lives on when bots die. */

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSlackWorld, type SlackWorld } from './slack-world';
import { createTeamsWorld, type TeamsWorld } from './teams-world';
import { answerIn, type Weather } from './weather';

export interface Worlds {
  readonly origin: string;
  readonly slack: SlackWorld;
  readonly teams: TeamsWorld;
  /** How both platforms are now. */
  weather: Weather;
  close(): Promise<void>;
}

export async function startWorlds(): Promise<Worlds> {
  let origin = '';
  const slack = createSlackWorld(Date.now);
  const teams = createTeamsWorld(() => origin, Date.now);

  const server = createServer(async (request, response) => {
    let body: string;
    try {
      body = await readText(request);
    } catch {
      // Cut off in the middle, by the death of the sender: not accepted.
      return;
    }
    const { method = '', url = '', headers } = request;
    await answerIn(worlds.weather, request, response, () => answerTo(method, url, headers.authorization, body));
  });
  // A bot's idle connection must not close in the moment in which it is used again.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // The cast: a server on TCP has an address of this kind.
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const worlds: Worlds = {
    ...{ origin, slack, teams, weather: 'fair' },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return worlds;

  function answerTo(method: string, url: string, authorization: string | undefined, body: string) {
    return url.startsWith('/api/')
      ? slack.answer(url.slice('/api/'.length), authorization, body)
      : teams.answer(method, url, authorization, body);
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
