import type { LockEntry } from '../../scripts/supply-chain/lock-policy.mjs';

const MANIFEST = { name: 'hexfix', version: '0.1.0', dependencies: { jose: '^6.0.0' } };
const JOSE: LockEntry = { version: '6.2.0', integrity: 'sha512-AAAA', license: 'MIT' };

interface Given {
  readonly packages?: Readonly<Record<string, LockEntry>>;
  readonly manifest?: Readonly<Record<string, unknown>>;
  readonly root?: Readonly<Record<string, unknown>>;
  readonly licenseOf?: (path: string) => string | undefined;
  readonly most?: { readonly all: number; readonly program: number };
  readonly decided?: Readonly<Record<string, { readonly license: string | undefined; readonly because: string }>>;
}

/** The faults of a lock file with one sound package, in which `given` changes something. */
async function faultsOf(given: Given = {}): Promise<readonly string[]> {
  const { findLockFaults } = await import('../../scripts/supply-chain/lock-policy.mjs');
  const { packages = { 'node_modules/jose': JOSE }, manifest = MANIFEST, root = MANIFEST, ...rest } = given;
  return findLockFaults({
    decided: {},
    most: { all: 9, program: 9 },
    ...rest,
    manifest,
    lock: { packages: { '': root, ...packages } },
  });
}

describe('the policy of the lock file', () => {
  it('finds nothing wrong with a sound one', async () => {
    expect(await faultsOf()).toEqual([]);
  });

  it.each<readonly [string, RegExp, Given]>([
    ['a package without integrity', /no SHA-512/, packageThat({ integrity: '' })],
    ['a weaker hash', /no SHA-512/, packageThat({ integrity: 'sha1-AAAA' })],
    ['the address of a registry', /names a registry/, packageThat({ resolved: 'https://registry.example/jose.tgz' })],
    ['a link to a folder', /is a link/, packageThat({ link: true })],
    ['an install script that nobody decided on', /runs a script at install/, packageThat({ hasInstallScript: true })],
    ['a license that nobody decided on', /license AGPL-3.0-only/, packageThat({ license: 'AGPL-3.0-only' })],
    ['licenses that all hold at once', /license MIT AND GPL-3.0/, packageThat({ license: 'MIT AND GPL-3.0' })],
    ['a license that the package itself does not say', /GPL-3.0 by its own/, { licenseOf: () => 'GPL-3.0' }],
    ['a lock file of another package.json', /dependencies differs/, { root: { ...MANIFEST, dependencies: {} } }],
    [
      'a decision on scripts that is needed no more',
      /runs nothing/,
      { manifest: { ...MANIFEST, allowScripts: { jose: true } } },
    ],
    [
      'a decision on a license that is needed no more',
      /not there/,
      { decided: { gone: { license: 'MIT', because: '' } } },
    ],
    [
      'a license that changed after it was decided on',
      /has changed/,
      { decided: { jose: { license: 'CC-BY-4.0', because: '' } } },
    ],
    ['more packages than were agreed on', /more than the 0 agreed/, { most: { all: 0, program: 1 } }],
    ['a larger program than was agreed on', /in the program/, { most: { all: 1, program: 0 } }],
  ])('refuses %s', async (_what, fault, given) => {
    expect(await faultsOf(given)).toEqual([expect.stringMatching(fault)]);
  });

  it('takes one allowed license out of several, and none from a package that says nothing', async () => {
    expect(await faultsOf(packageThat({ license: '(AFL-2.1 OR BSD-3-Clause)' }))).toEqual([]);
    const { license: _, ...silent } = JOSE;
    expect(await faultsOf({ packages: { 'node_modules/jose': silent } })).toEqual([
      expect.stringMatching(/no license/),
    ]);
  });

  it('counts what only development needs apart from the program', async () => {
    const packages = { 'node_modules/jose': JOSE, 'node_modules/jest': { ...JOSE, dev: true } };
    expect(await faultsOf({ packages, most: { all: 2, program: 1 } })).toEqual([]);
  });

  it('gives a reason for each decision of its own', async () => {
    const { DECIDED } = await import('../../scripts/supply-chain/lock-policy.mjs');
    for (const { because } of Object.values(DECIDED)) expect(because.length).toBeGreaterThan(10);
  });
});

function packageThat(change: LockEntry): Given {
  return { packages: { 'node_modules/jose': { ...JOSE, ...change } } };
}
