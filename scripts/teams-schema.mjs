/** Microsoft's schemas of Teams app packages, as they come with `@microsoft/app-manifest`: nothing is fetched. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import appManifest from '@microsoft/app-manifest';

const SCHEMAS = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest')),
  'json-schemas/teams',
);

/** What is wrong with a file of a package, one line each; of these files an address inside the package tells which. */
export function findSchemaFaults(value) {
  const [, version, name] = /\/(v[\d.]+)\/(MicrosoftTeams(?:\.\w+)?)\.schema\.json$/.exec(value.$schema) ?? [];
  if (version === undefined) return Promise.resolve([`"${value.$schema}" is no schema of Teams`]);
  const text = readFileSync(path.join(SCHEMAS, version, `${name}.schema.json`), 'utf8');
  // The published patterns are not for JavaScript in all places: \a for the bell character, a bracket not escaped.
  const schema = JSON.parse(text.replaceAll('\\\\a', '\\\\x07').replaceAll('\\\\b]', '\\\\b\\\\]'));
  return appManifest.AppManifestUtils.validateAgainstSchema(value, schema);
}
