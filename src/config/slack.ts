/** The settings of Slack, and what must not start with it: half of its settings, tokens of another kind, a channel that is none. */

import type { Fault } from '../errors';
import { isLoopback, isProduction } from './address';
import type { Environment } from './environment';
import { isPlaceholder } from './placeholder';
import {
  findUnsafeSlackInstall,
  isInstalledByOthers,
  type SlackInstallSettings,
  slackInstallSettings,
} from './slack-install';

/** A public or private channel; a direct message (D…) is for one person alone. */
const SLACK_CHANNEL_ID = /^[CG][A-Z0-9]{2,31}$/;

interface AppSettings {
  /** The current secret first; a second one while secrets are rotated. Empty with Socket Mode alone. */
  readonly signingSecrets: readonly string[];
  readonly appToken?: string;
  readonly apiUrl?: string;
  /** The emoji of each mark on a post, by its name without colons. */
  readonly statusEmoji?: Readonly<Record<'seen' | 'solved' | 'handed-over', string>>;
}

/** For one workspace, or for all that install the bot. */
export type SlackSettings =
  | (AppSettings & {
      readonly botToken: string;
      /** The id of the channel in which people take over. */
      readonly triageChannel?: string;
    })
  | (AppSettings & { readonly install: SlackInstallSettings });

/** The settings, once nothing is unsafe about them; `undefined` where Slack is off. */
export function slackSettings(env: Environment): SlackSettings | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_TRIAGE_CHANNEL: triageChannel } = env;
  const secrets = [env.SLACK_SIGNING_SECRET, env.SLACK_SIGNING_SECRET_PREVIOUS];
  const app = {
    signingSecrets: secrets.filter((secret) => secret !== undefined),
    ...(env.SLACK_APP_TOKEN === undefined ? {} : { appToken: env.SLACK_APP_TOKEN }),
    ...(env.SLACK_API_URL === undefined ? {} : { apiUrl: env.SLACK_API_URL }),
    ...statusEmoji(env),
  };
  const install = slackInstallSettings(env);
  if (install !== undefined) return { install, ...app };
  return botToken === undefined
    ? undefined
    : { botToken, ...app, ...(triageChannel === undefined ? {} : { triageChannel }) };
}

function statusEmoji({ SLACK_STATUS_EMOJI: names }: Environment): Pick<AppSettings, 'statusEmoji'> {
  const [seen, solved, handedOver] = names?.split(',').map((name) => name.trim()) ?? [];
  if (seen === undefined || solved === undefined || handedOver === undefined) return {};
  return { statusEmoji: { seen, solved, 'handed-over': handedOver } };
}

/** Everything that is unsafe or incomplete in the settings of Slack. */
export function findUnsafeSlack(env: Environment): Fault[] {
  const { SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: appToken } = env;
  return [
    ...missing(env),
    ...onlyPrevious(env),
    ...findUnsafeSlackInstall(env),
    ...wrongKind('SLACK_BOT_TOKEN', token, 'xoxb-', 'Bot User OAuth Token'),
    ...wrongKind('SLACK_APP_TOKEN', appToken, 'xapp-', 'app-level token with connections:write'),
    ...elsewhere(env),
  ];
}

function missing(env: Environment): Fault[] {
  const { SLACK_BOT_TOKEN: token, SLACK_SIGNING_SECRET: secret, SLACK_APP_TOKEN: appToken } = env;
  const isOn = token !== undefined || isInstalledByOthers(env);
  if (isOn && secret === undefined && appToken === undefined) {
    return [
      {
        what: 'SLACK_SIGNING_SECRET is not set.',
        why: 'Without it nobody can tell whether a request comes from Slack.',
        fix: `Copy it from your Slack app’s Basic Information page (or set SLACK_APP_TOKEN for Socket Mode), or unset ${token === undefined ? 'SLACK_CLIENT_ID and what belongs to it' : 'SLACK_BOT_TOKEN'} to run without Slack.`,
      },
    ];
  }
  if (isOn || [secret, appToken, env.SLACK_TRIAGE_CHANNEL].every((value) => value === undefined)) return [];
  return [
    {
      what: 'SLACK_BOT_TOKEN is not set.',
      why: 'Without it no reply can be sent to Slack.',
      fix: 'Copy the bot token from your Slack app’s OAuth & Permissions page, or set SLACK_CLIENT_ID and what belongs to it for many workspaces, or unset the other SLACK_ variables to run without Slack.',
    },
  ];
}

function onlyPrevious(env: Environment): Fault[] {
  if (env.SLACK_SIGNING_SECRET_PREVIOUS === undefined || env.SLACK_SIGNING_SECRET !== undefined) return [];
  return [
    {
      what: 'SLACK_SIGNING_SECRET_PREVIOUS is set, but SLACK_SIGNING_SECRET is not.',
      why: 'Requests would be taken with the secret that was replaced, and with no other.',
      fix: 'Put the current secret in SLACK_SIGNING_SECRET, or unset SLACK_SIGNING_SECRET_PREVIOUS.',
    },
  ];
}

function wrongKind(name: string, value: string | undefined, prefix: string, wanted: string): Fault[] {
  if (value === undefined || value.startsWith(prefix) || isPlaceholder(value)) return [];
  return [
    {
      what: `${name} does not begin with ${prefix}.`,
      why: 'Slack refuses any other kind of token here.',
      fix: `Use the ${wanted} of your Slack app.`,
    },
  ];
}

function elsewhere(env: Environment): Fault[] {
  const { SLACK_TRIAGE_CHANNEL: triageChannel, SLACK_API_URL: apiUrl } = env;
  const faults: Fault[] = [];
  if (triageChannel !== undefined && !SLACK_CHANNEL_ID.test(triageChannel)) {
    faults.push({
      what: 'SLACK_TRIAGE_CHANNEL is not the id of a channel.',
      why: 'A name such as #help can change or be given to another channel; an id (C… or G…) stays.',
      fix: 'In Slack, open the channel’s details and copy the channel ID at the bottom of the tab "About".',
    });
  }
  if (apiUrl !== undefined && (isProduction(env) || !isLoopback(new URL(apiUrl).hostname))) {
    faults.push({
      what: 'SLACK_API_URL is set where it is not allowed.',
      why: 'The bot token is sent to that address; another server than Slack’s is for tests on this machine only.',
      fix: 'Unset SLACK_API_URL.',
    });
  }
  return faults;
}
