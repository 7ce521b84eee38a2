/**
 * What may stand in the lock file: packages that are whole, come from wherever the machine's registry is, run nothing at
 * install that nobody has looked at, carry a license that was decided on, and are no more than were agreed on.
 */

/** Licenses that ask for no more than that their text stays beside the code, as it does in `node_modules`. */
const LICENSES = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
];

/** Packages whose license is another one, or is not in their package.json (`means` then tells what it is); and why it may stay. */
export const DECIDED = {
  'caniuse-lite': {
    license: 'CC-BY-4.0',
    because: 'a table of browsers that the test runner reads; not in the program',
  },
  'escape-regexp-component': { license: undefined, means: 'MIT', because: 'its Readme says so' },
};

/** As above, in lock files of what is run by hand and is not in the program. */
const DECIDED_FOR_MUTATION = { 'caniuse-lite': DECIDED['caniuse-lite'] };
const DECIDED_FOR_PEERS = { ntlm: { license: undefined, means: 'ISC', because: 'each of its files begins with it' } };

/**
 * The lock files, with how many packages there may be and what was decided on in each. Raising a number is a decision that
 * a reviewer sees.
 */
export const LOCKS = [
  { folder: '.', most: { all: 700, program: 310 }, decided: DECIDED },
  { folder: 'scripts/mutation', most: { all: 190, program: 0 }, decided: DECIDED_FOR_MUTATION },
  { folder: 'bench/peers', most: { all: 10, program: 0 }, decided: DECIDED_FOR_PEERS },
];

/**
 * Everything that is wrong, one sentence each. `licenseOf` tells what the installed package itself says, or undefined
 * where it is not installed, as packages for other systems are not.
 */
export function findLockFaults({ manifest, lock, licenseOf = () => undefined, most, decided }) {
  const { '': root = {}, ...packages } = lock.packages;
  const entries = Object.entries(packages).map(([path, entry]) => ({ path, name: nameOf(path, entry), ...entry }));
  return [
    ...findDrift(manifest, root),
    ...entries.flatMap((entry) => [...findLoose(entry), ...findLicense(entry, licenseOf(entry.path), decided)]),
    ...findScripts(entries, manifest.allowScripts ?? {}),
    ...findNeedless(entries, decided),
    ...findTooMany(entries, most),
  ];
}

function nameOf(path, entry) {
  return entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** The lock file repeats these of package.json; where they differ, `npm ci` installs something else than was reviewed. */
function findDrift(manifest, root) {
  return ['name', 'version', 'dependencies', 'devDependencies', 'optionalDependencies', 'engines']
    .filter((part) => canonical(manifest[part]) !== canonical(root[part]))
    .map((part) => `${part} differs between package.json and the lock file. Run npm install.`);
}

function canonical(value) {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function findLoose({ path, integrity, link, resolved }) {
  if (link) return [`${path} is a link to a folder of one machine. Install the package instead.`];
  return [
    ...(/^sha512-/.test(integrity ?? '') ? [] : [`${path} has no SHA-512: it could be anything. Install it again.`]),
    ...(resolved ? [`${path} names a registry. Run npm install with the .npmrc of this folder.`] : []),
  ];
}

function findLicense({ path, name, license }, installed, decided) {
  if (Object.hasOwn(decided, name)) {
    return decided[name].license === license ? [] : [`${name} has changed its license to ${license}. Decide anew.`];
  }
  if (installed !== undefined && installed !== license) {
    return [`${path} is ${license} by the lock file and ${installed} by its own package.json. Install it again.`];
  }
  if (license === undefined) return [`${path} names no license. Look for it, and decide in lock-policy.mjs.`];
  return isAllowed(license) ? [] : [`${path} has the license ${license}. Decide on it in lock-policy.mjs.`];
}

/** Of alternatives one is enough; whatever is joined by AND, or is no such list, needs a decision. */
function isAllowed(license) {
  return license
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((name) => LICENSES.includes(name));
}

/** A decision about a package that no longer runs anything would let a later one of that name pass unseen. */
function findScripts(entries, allowScripts) {
  const running = new Set(entries.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name));
  return [
    ...[...running]
      .filter((name) => !Object.hasOwn(allowScripts, name))
      .map((name) => `${name} runs a script at install. Decide on it in allowScripts of package.json.`),
    ...Object.keys(allowScripts)
      .filter((name) => !running.has(name))
      .map((name) => `allowScripts of package.json names ${name}, which runs nothing at install. Remove it.`),
  ];
}

function findNeedless(entries, decided) {
  const names = new Set(entries.map(({ name }) => name));
  return Object.keys(decided)
    .filter((name) => !names.has(name))
    .map((name) => `lock-policy.mjs decides on ${name}, which is not there. Remove it.`);
}

function findTooMany(entries, most) {
  const program = entries.filter(({ dev, devOptional }) => !dev && !devOptional);
  return [
    ...(entries.length > most.all ? [`${entries.length} packages are more than the ${most.all} agreed on.`] : []),
    ...(program.length > most.program
      ? [`${program.length} packages in the program are more than the ${most.program} agreed on.`]
      : []),
  ];
}
