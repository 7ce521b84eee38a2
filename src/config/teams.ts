/** What must not start with Teams: half of its settings, messages without proof of origin, addresses that others can read. */

import type { Fault } from '../errors';
import { isLoopback, isPrivateChannel, isProduction } from './address';
import type { Environment } from './environment';

/** Without the asterisk that an address may hold. */
const HOST = /^[a-z0-9.:[\]-]+$/;

/** Everything that is unsafe or incomplete in the settings of Teams. */
export function findUnsafeTeams(env: Environment): Fault[] {
  return [...incomplete(env), ...unauthenticated(env), ...readableAddresses(env), ...strangeHosts(env)];
}

function incomplete(env: Environment): Fault[] {
  const { MICROSOFT_APP_ID: id, MICROSOFT_APP_PASSWORD: password } = env;
  const faults: Fault[] = [];
  if (id !== undefined && password === undefined) {
    faults.push({
      what: 'MICROSOFT_APP_ID is set, but MICROSOFT_APP_PASSWORD is not.',
      why: 'Without the client secret no reply can be sent to Teams.',
      fix: 'Create a client secret for the app registration and put it in MICROSOFT_APP_PASSWORD, or unset MICROSOFT_APP_ID to run without Teams.',
    });
  }
  if (id === undefined && password !== undefined) {
    faults.push({
      what: 'MICROSOFT_APP_PASSWORD is set, but MICROSOFT_APP_ID is not.',
      why: 'Without the app id requests from Teams cannot be verified.',
      fix: 'Put the application (client) id of the app registration in MICROSOFT_APP_ID, or unset MICROSOFT_APP_PASSWORD to run without Teams.',
    });
  }
  return faults;
}

function unauthenticated(env: Environment): Fault[] {
  if (env.TEAMS_UNAUTHENTICATED_LOOPBACK === 'off') return [];
  const faults: Fault[] = [];
  if (isProduction(env) || !isLoopback(env.HEXFIX_HOST)) {
    faults.push({
      what: 'TEAMS_UNAUTHENTICATED_LOOPBACK is on where it is not allowed.',
      why: 'It takes messages without proof of origin, so it works only on this machine and outside production.',
      fix: 'Unset it, or unset HEXFIX_HOST and NODE_ENV to try the bot locally.',
    });
  }
  for (const name of ['MICROSOFT_APP_ID', 'HEXFIX_PUBLIC_URL'] as const) {
    if (env[name] === undefined) continue;
    faults.push({
      what: `TEAMS_UNAUTHENTICATED_LOOPBACK is on, but ${name} is set as well.`,
      why: 'The one is for a bot that only this machine can reach, the other for one that Teams or Slack can reach, through a tunnel perhaps; its messages would be taken without proof of origin.',
      fix: `Unset TEAMS_UNAUTHENTICATED_LOOPBACK, or unset ${name} to try the bot locally.`,
    });
  }
  return faults;
}

function readableAddresses(env: Environment): Fault[] {
  const faults: Fault[] = [];
  for (const name of ['TEAMS_OPENID_METADATA_URL', 'TEAMS_TOKEN_URL'] as const) {
    if (env[name] !== undefined && !isPrivateChannel(env[name], env)) {
      faults.push({
        what: `${name} is not an https address.`,
        why: 'Who can read or change what travels there can speak for Teams or for the bot.',
        fix: `Use the https address of your cloud, or unset ${name} for Microsoft’s public one.`,
      });
    }
  }
  return faults;
}

function strangeHosts(env: Environment): Fault[] {
  return env.TEAMS_SERVICE_URL_HOSTS.flatMap((host) => {
    const url = URL.parse(`https://${host}/`);
    if (url?.host !== host || !HOST.test(host)) {
      return {
        what: 'TEAMS_SERVICE_URL_HOSTS holds something that is no host.',
        why: 'Answers go only to hosts that are named exactly, in lower case, without a scheme, a path or an asterisk.',
        fix: 'Name each connector as host or host:port, for example connector.example.com.',
      };
    }
    if (!isProduction(env) || !isLoopback(url.hostname)) return [];
    return {
      what: 'TEAMS_SERVICE_URL_HOSTS names this machine where it is not allowed.',
      why: 'The bot’s token is sent there, also over plain http; that is for tests on this machine only.',
      fix: 'Remove it from TEAMS_SERVICE_URL_HOSTS.',
    };
  });
}
