/** Holds the lock files to the policy of supply-chain/lock-policy.mjs, and to the packages that are installed. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findLockFaults, LOCKS } from './supply-chain/lock-policy.mjs';

const root = path.resolve(import.meta.dirname, '..');

function read(...parts) {
  return JSON.parse(readFileSync(path.join(root, ...parts), 'utf8'));
}

/** What the package in a folder says itself; undefined where it is not installed. */
function licenseIn(folder) {
  return existsSync(path.join(root, folder, 'package.json')) ? spell(read(folder, 'package.json')) : undefined;
}

/** Packages of old say it in two other ways, which npm writes into the lock file in the one of today. */
function spell({ license, licenses }) {
  const old = Array.isArray(licenses) ? licenses[0] : licenses;
  const said = license ?? old;
  return typeof said === 'object' ? said?.type : said;
}

let count = 0;
for (const { folder, ...agreed } of LOCKS) {
  const lock = read(folder, 'package-lock.json');
  const licenseOf = (place) => licenseIn(path.join(folder, place));
  const faults = findLockFaults({ manifest: read(folder, 'package.json'), lock, licenseOf, ...agreed });
  for (const fault of faults) console.error(`${path.join(folder, 'package-lock.json')}: ${fault}`);
  console.log(`${path.join(folder, 'package-lock.json')}: ${Object.keys(lock.packages).length - 1} packages`);
  count += faults.length;
}
console.log(`${count} faults`);
process.exit(count === 0 ? 0 : 1);
