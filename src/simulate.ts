/** Puts the rooms together for one simulated request: the real bot and adapter, a store in memory, a platform played on this machine. */

import { createSlackAdapter } from './adapters/slack/adapter';
import { EVENT_SCOPES, METHOD_SCOPES } from './adapters/slack/subscriptions';
import { DEFAULT_TIMING } from './adapters/slack/timing';
import { createTeamsAdapter } from './adapters/teams/adapter';
import { type Bot, createBot, createComposer, createFresh } from './bot';
import type { Locale } from './i18n/locale';
import type { RawResponse, Route } from './ops/http';
import type { Logger } from './ops/logger';
import type { Messenger } from './outbox/messenger';
import type { Planned } from './outbox/room';
import { createOutboxWorker } from './outbox/worker';
import { createResolver } from './resolver/resolve';
import { defaultsOn } from './settings/defaults';
import { leadToLoopback, toLoopback } from './simulate/loopback';
import { TEAMS } from './simulate/made-up';
import { presetSettings } from './simulate/preset';
import { type Recorder, startRecorder } from './simulate/recorder';
import { encodeRequest, type RecordedRequest, type Recording } from './simulate/recording';
import { recordedAnswer, type Side } from './simulate/side';
import type { Circumstances, Simulated } from './simulate/simulated';
import { createSlackSide } from './simulate/slack-side';
import { createTeamsSide, METADATA_URL, TOKEN_URL } from './simulate/teams-side';
import { watchBot } from './simulate/why-silent';
import { createSqlStore } from './store/sql-store';
import { IN_MEMORY, openSqlite } from './store/sqlite';

interface Adapter {
  readonly routes: readonly Route[];
  readonly messenger: Messenger;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** A platform's adapter, and the platform around it. */
interface Played {
  readonly side: Side;
  readonly recorder: Recorder;
  readonly adapter: Adapter;
}

/** How the platform answers our calls. */
type Answering = (side: Side) => Side['answer'];

/** A busy machine is no slow platform: nothing is cut off. */
const PATIENT = { ...DEFAULT_TIMING, answerWithinMs: 60_000, callMs: 60_000, lookUpMs: 60_000 };

/** What goes wrong shows in what is sent; the log of a whole server would stand in its way. */
const QUIET: Logger = { error() {}, warn() {}, info() {} };

/** Sends a recorded request, signed, through the real adapter, and tells what would be sent. Nothing leaves this machine. */
export async function simulate(
  recording: Recording,
  { knowledge, locale, settings }: Circumstances,
): Promise<Simulated> {
  const { platform } = recording;
  const store = await createSqlStore(openSqlite(IN_MEMORY));
  await presetSettings(platform, settings, store, Date.now());
  let played: Played | undefined;
  let isStarted = false;
  // What was recorded counts for the request; the adapter has started in better times.
  const answering: Answering = (side) => (call, origin) =>
    (isStarted ? recordedAnswer(call, recording.answers) : undefined) ?? side.answer(call, origin);
  const messenger = () => played?.adapter.messenger;
  const parts = {
    ...{ knowledge, resolver: createResolver(knowledge), store, defaultLocale: locale, now: Date.now, messenger },
    ...{ fresh: createFresh(), defaults: () => defaultsOn(platform, {}, locale) },
    ...{ hasTickets: false, onEffects: () => outbox.kick() },
    keepRoom: (planned: readonly Planned[]) => outbox.keepRoom(planned),
  };
  const outbox = createOutboxWorker({
    ...{ store, composer: createComposer(parts), messengers: messenger, now: Date.now, logger: QUIET },
  });
  const watch = watchBot(createBot(parts));
  played = await (platform === 'slack' ? playSlack : playTeams)(watch.bot, answering, locale);
  const { side, recorder, adapter } = played;
  try {
    outbox.start();
    await adapter.start();
    isStarted = true;
    for (const request of recording.before ?? []) {
      await deliver(request, played);
      await outbox.idle();
    }
    watch.forget();
    recorder.take();
    const { status, body } = await deliver(recording.request, played);
    await adapter.close();
    await outbox.idle();
    const calls = recorder.take();
    const answer = { status, ...(body === undefined ? {} : { body: String(body) }) };
    const isSilent = body === undefined && calls.every(side.isLookUp);
    return { answer, calls, ...(isSilent ? { why: watch.whySilent(status) } : {}) };
  } finally {
    await outbox.close();
    await recorder.close();
    await store.close();
  }
}

async function playSlack(bot: Bot, answer: Answering, locale: Locale): Promise<Played> {
  const scopes = [EVENT_SCOPES, METHOD_SCOPES].flatMap((table) => Object.values(table).flat());
  const side = createSlackSide({ scopes, locale, nowMs: Date.now });
  const { botToken, signingSecret } = side;
  const recorder = await startRecorder(answer(side));
  const config = {
    botToken,
    signingSecrets: [signingSecret],
    apiUrl: toLoopback('https://slack.com/api/', recorder.origin),
  };
  return { side, recorder, adapter: createSlackAdapter({ bot, config, logger: QUIET, timing: PATIENT }) };
}

async function playTeams(bot: Bot, answer: Answering): Promise<Played> {
  const side = await createTeamsSide({ nowMs: Date.now });
  const recorder = await startRecorder(answer(side));
  const { host } = new URL(recorder.origin);
  const config = {
    ...{ appId: TEAMS.app, password: side.password, tenantId: TEAMS.tenant, allowedTenants: [] },
    ...{ serviceUrlHosts: [host], fileHosts: [host], unauthenticatedLoopback: false, listening: true, admins: [] },
    openIdMetadataUrl: toLoopback(METADATA_URL, recorder.origin),
    tokenUrl: toLoopback(TOKEN_URL, recorder.origin),
  };
  return { side, recorder, adapter: createTeamsAdapter({ bot, config, logger: QUIET }) };
}

async function deliver(request: RecordedRequest, { side, recorder, adapter }: Played): Promise<RawResponse> {
  const route = adapter.routes.find(({ path }) => path === side.path);
  if (route === undefined) throw new Error(`the adapter has no route ${side.path}`);
  const { contentType, body } = encodeRequest(request, (said) => leadToLoopback(said, recorder.origin));
  return route.handle({
    headers: { ...request.headers, 'content-type': contentType, ...(await side.sign(body)) },
    rawBody: Buffer.from(body),
    path: side.path,
    query: new URLSearchParams(),
    remoteAddress: '127.0.0.1',
  });
}
