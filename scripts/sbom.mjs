/**
 * Writes which packages the program consists of, as CycloneDX JSON: `npm run -s sbom`, or `npm run -s sbom -- <file>`.
 * It reads the lock file alone, asks no registry, and writes the same for the same lock file.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { finishSbom } from './supply-chain/finish-sbom.mjs';
import { DECIDED } from './supply-chain/lock-policy.mjs';

const root = path.resolve(import.meta.dirname, '..');
const licenses = Object.fromEntries(Object.entries(DECIDED).map(([name, { means }]) => [name, means]));

// One fixed command line: on Windows npm is a batch file, which only a shell starts.
const npm = 'npm sbom --sbom-format=cyclonedx --sbom-type=application --omit=dev --package-lock-only';
const run = spawnSync(npm, { cwd: root, shell: true, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
if (run.status !== 0) {
  console.error(`npm could not list the packages of the lock file.\n${run.stderr}`);
  process.exit(1);
}
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const text = `${JSON.stringify(finishSbom(JSON.parse(run.stdout), { manifest, licenses }), null, 2)}\n`;

const file = process.argv[2];
if (file === undefined) process.stdout.write(text);
else writeFileSync(file, text);
