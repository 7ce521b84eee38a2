/**
 * Checks what a lock file must not drift into: an entry without integrity, an address of a registry, a package with an
 * install script that nobody has looked at.
 */
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const { allowScripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

const faults = Object.entries(packages)
  .filter(([path]) => path !== '')
  .flatMap(([path, entry]) => {
    const name = entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return [
      ...(entry.integrity || entry.link ? [] : [`${path} has no integrity: it could be anything. Install it again.`]),
      ...(entry.resolved && !entry.link
        ? [`${path} names a registry. Run npm install with the .npmrc of this folder.`]
        : []),
      ...(entry.hasInstallScript && !(name in allowScripts)
        ? [`${name} runs a script at install. Decide on it in allowScripts of package.json.`]
        : []),
    ];
  });

for (const fault of faults) console.error(fault);
console.log(`${Object.keys(packages).length - 1} packages, ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
