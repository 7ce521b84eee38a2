/** Requests as the server hands them to a route, and a bot that tells what it was asked. */

import type {
  Bot,
  Decision,
  Inbound,
  Press,
  PressAnswer,
  SilenceReason,
  Submission,
  SubmitAnswer,
} from '../../../../src/bot';
import type { RawRequest, RawResponse, Route } from '../../../../src/ops/http';
import type { Reply } from '../../../../src/reply/reply';
import { SILENT_BOT } from '../../../fixtures/a-bot';

const HEADERS = {
  host: 'localhost:3978',
  origin: 'http://localhost:3978',
  'content-type': 'application/json',
};

/** A request of the page's own, changed where `changes` says so; a header set to `undefined` is left out. */
export function requestOf(
  changes: Partial<RawRequest> & { readonly set?: Readonly<Record<string, string | undefined>> } = {},
): RawRequest {
  const { set = {}, ...rest } = changes;
  const headers = Object.entries({ ...HEADERS, ...set }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return {
    headers: Object.fromEntries(headers),
    rawBody: Buffer.alloc(0),
    path: '/',
    query: new URLSearchParams(),
    remoteAddress: '127.0.0.1',
    ...rest,
  };
}

/** Posts a JSON body to a route and reads the JSON that comes back. */
export async function postJson(route: Route, body: unknown): Promise<{ status: number; body: unknown }> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await route.handle(requestOf({ rawBody: Buffer.from(text) }));
  return { status: response.status, body: JSON.parse(bodyText(response)) };
}

export function bodyText({ body = '' }: RawResponse): string {
  return body.toString();
}

/** A bot that answers as it is told: a post with `reply` or nothing at all, presses and forms with what follows. */
export function createListeningBot(
  reply?: Reply,
  pressed: PressAnswer = {},
  submitted: SubmitAnswer = {},
  silence: SilenceReason = 'no-code',
) {
  const decision: Decision = reply === undefined ? { speak: false, reason: silence } : { speak: true, to: 'thread' };
  const messages: Inbound[] = [];
  const presses: Press[] = [];
  const submissions: Submission[] = [];
  const bot: Bot = {
    ...SILENT_BOT,
    async onMessage(inbound) {
      messages.push(inbound);
      inbound.onDecision?.(decision);
      return reply && { reply };
    },
    async onPress(press) {
      presses.push(press);
      return pressed;
    },
    async onSubmit(submission) {
      submissions.push(submission);
      return submitted;
    },
    onInstalled() {
      throw new Error('the page installs nothing');
    },
  };
  return { bot, messages, presses, submissions };
}
