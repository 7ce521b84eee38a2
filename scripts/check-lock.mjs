/** Holds package-lock.json to the policy of supply-chain/lock-policy.mjs, and to the packages that are installed. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findLockFaults } from './supply-chain/lock-policy.mjs';

const root = path.resolve(import.meta.dirname, '..');
const read = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

function licenseOf(folder) {
  const file = path.join(folder, 'package.json');
  return existsSync(path.join(root, file)) ? spell(read(file)) : undefined;
}

/** Packages of old say it in two other ways, which npm writes into the lock file in the one of today. */
function spell({ license, licenses }) {
  const old = Array.isArray(licenses) ? licenses[0] : licenses;
  const said = license ?? old;
  return typeof said === 'object' ? said?.type : said;
}

const lock = read('package-lock.json');
const faults = findLockFaults({ manifest: read('package.json'), lock, licenseOf });

for (const fault of faults) console.error(fault);
console.log(`${Object.keys(lock.packages).length - 1} packages, ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
