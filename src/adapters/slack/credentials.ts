/** Tokens that Slack refuses, in the words an operator needs. */

import { FaultError } from '../../errors';
import { readFailure } from './failure';

/** What Slack is asked to accept, by the setting that it comes from. */
export type Credential = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';

const WHERE_FROM: Readonly<Record<Credential, string>> = {
  SLACK_BOT_TOKEN:
    'Copy the Bot User OAuth Token (xoxb-…) from the page "OAuth & Permissions" of your Slack app, or unset it to run without Slack.',
  SLACK_APP_TOKEN:
    'Make an app-level token (xapp-…) with the scope connections:write on the page "Basic Information" of your Slack app and switch Socket Mode on, or unset it to receive events over HTTP.',
};

/**
 * Passes an attempt's result on. A refusal, which no repetition would change, becomes a `FaultError`; anything else
 * stays as it was thrown.
 */
export async function expectAccepted<T>(credential: Credential, attempt: Promise<T>): Promise<T> {
  try {
    return await attempt;
  } catch (error) {
    const { outcome, code } = readFailure(error);
    // A refusal by status alone comes from something in between, for example a proxy.
    if (outcome !== 'refused' || code.startsWith('http_')) throw error;
    const fault = {
      what: `Slack refuses the token in ${credential} (${code}).`,
      why: 'It is mistyped, revoked, of another kind, or belongs to another app.',
      fix: WHERE_FROM[credential],
    };
    throw new FaultError([fault], 78);
  }
}
