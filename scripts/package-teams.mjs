/**
 * Makes the Teams app packages from `manifest/teams`: fills in the ids and addresses of the environment or of `.env`,
 * checks the result against Microsoft's schema, and writes one zip a package. Run it with `npm run package:teams`;
 * `-- --out <folder>` writes elsewhere. The same settings give the same bytes.
 */

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { strToU8, zipSync } from 'fflate';
import { findSchemaFaults } from './teams-schema.mjs';

const ROOT = path.join(import.meta.dirname, '..');
const PACKAGES = ['mention-only', 'listening'];
/** A zip holds local times, and none before 1980. */
const ALWAYS = new Date(1980, 0, 1);
const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

const APP_ID_WHY = 'Teams sends what people write to the bot with this id.';
const PAGE_WHY = 'Teams shows people a link to it beside the app, and takes no package without.';
const PAGE_FIX = 'Set it to the https address of a page of yours that opens without signing in.';
/** What may be filled in, and what it must look like. */
const VALUES = {
  TEAMS_APP_ID: { isRight: isGuid, why: 'Teams knows the app by it.', fix: 'Set it to a GUID, or remove it.' },
  MICROSOFT_APP_ID: {
    ...{ isRight: isGuid, why: APP_ID_WHY },
    fix: 'Set it to the application (client) id of the app registration; docs/install-teams.md tells where it is.',
  },
  TEAMS_WEBSITE_URL: { isRight: isHttps, why: PAGE_WHY, fix: PAGE_FIX },
  TEAMS_PRIVACY_URL: { isRight: isHttps, why: PAGE_WHY, fix: PAGE_FIX },
  TEAMS_TERMS_URL: { isRight: isHttps, why: PAGE_WHY, fix: PAGE_FIX },
};

function isGuid(value) {
  return GUID.test(value);
}

function isHttps(value) {
  return URL.canParse(value) && new URL(value).protocol === 'https:';
}

/** The settings by name; an empty value counts as not set. */
function readValues() {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { MicrosoftAppId, ...env } = process.env;
  const given = (name) => env[name]?.trim() || undefined;
  const botId = given('MICROSOFT_APP_ID') ?? MicrosoftAppId?.trim();
  return {
    ...Object.fromEntries(Object.keys(VALUES).map((name) => [name, given(name)])),
    MICROSOFT_APP_ID: botId,
    TEAMS_APP_ID: given('TEAMS_APP_ID') ?? botId,
  };
}

/** What is missing or wrong. The app's own id is missing only where the bot's is, which is said then. */
function findFaults(values) {
  return Object.entries(VALUES).flatMap(([name, { isRight, why, fix }]) => {
    const value = values[name];
    if (value === undefined) return name === 'TEAMS_APP_ID' ? [] : [{ what: `${name} is not set.`, why, fix }];
    const isRepeated = name === 'TEAMS_APP_ID' && value === values.MICROSOFT_APP_ID;
    return isRight(value) || isRepeated ? [] : [{ what: `${name} has a value that cannot be used.`, why, fix }];
  });
}

/** The files of a package, by name, the JSON ones filled in. */
function readPackage(name, values) {
  const folder = path.join(ROOT, 'manifest/teams', name);
  const files = readdirSync(folder).sort();
  return Object.fromEntries(
    files.map((file) => {
      const bytes = readFileSync(path.join(folder, file));
      return [file, file.endsWith('.json') ? strToU8(fillIn(bytes.toString('utf8'), values)) : new Uint8Array(bytes)];
    }),
  );
}

/** Into the JSON's strings, hence quoted as JSON quotes. */
function fillIn(json, values) {
  return json.replaceAll(/\$\{\{(\w+)\}\}/g, (_all, name) => JSON.stringify(values[name]).slice(1, -1));
}

async function findPackageFaults(name, files) {
  const json = Object.keys(files).filter((file) => file.endsWith('.json'));
  const found = await Promise.all(
    json.map(async (file) => {
      const lines = await findSchemaFaults(JSON.parse(Buffer.from(files[file]).toString('utf8')));
      return lines.map((line) => ({
        what: `manifest/teams/${name}/${file}: ${line}`,
        why: 'Teams refuses a package that breaks its schema.',
        fix: 'Correct the file, or the setting that is filled in there.',
      }));
    }),
  );
  return found.flat();
}

/** Says all faults at once, as the program does at its start, and ends. */
function stopAt(faults) {
  if (faults.length === 0) return;
  for (const { what, why, fix } of faults) console.error(`${what}\n  why  ${why}\n  fix  ${fix}`);
  process.exit(78);
}

/** The folder to write to. */
function readFolder() {
  try {
    const { values } = parseArgs({ options: { out: { type: 'string', default: path.join(ROOT, 'packages') } } });
    return values.out;
  } catch (error) {
    console.error(`${error.message}\nUsage: npm run package:teams [-- --out <folder>]`);
    return process.exit(2);
  }
}

const out = readFolder();
const values = readValues();
stopAt(findFaults(values));

const packages = PACKAGES.map((name) => ({ name, files: readPackage(name, values) }));
stopAt((await Promise.all(packages.map(({ name, files }) => findPackageFaults(name, files)))).flat());

mkdirSync(out, { recursive: true });
for (const { name, files } of packages) {
  const file = path.join(out, `hexfix-teams-${name}.zip`);
  writeFileSync(file, zipSync(files, { mtime: ALWAYS, level: 9 }));
  console.log(file);
}
