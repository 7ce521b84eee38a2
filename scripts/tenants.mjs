/** Has organizations ask each other's things of the store, in a build of its own: `--probes 20000`, `--seed N`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    probes: { type: 'string', default: '20000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});
const [probes, seed] = [Number(values.probes), Number(values.seed)];
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(path.join(tmpdir(), 'hexfix-tenants-'));
const require = createRequire(import.meta.url);

try {
  const tsc = require.resolve('typescript/bin/tsc');
  const source = path.join(root, 'test', 'contract', 'store', 'random-probes.ts');
  const compiler = ['--module', 'node20', '--moduleResolution', 'node16', '--target', 'es2022', '--skipLibCheck'];
  const places = ['--rootDir', root, '--outDir', folder, '--types', 'node'];
  const sqlite = path.join(root, 'src', 'store', 'sqlite.ts');
  const store = path.join(root, 'src', 'store', 'sql-store.ts');
  const build = [tsc, '--ignoreConfig', ...compiler, ...places, '--esModuleInterop', '--strict', source, sqlite, store];
  const { status } = spawnSync(process.execPath, build, { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('the probes do not compile');
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  const { createSqlStore } = require(path.join(folder, 'src', 'store', 'sql-store.js'));
  const { IN_MEMORY, openSqlite } = require(path.join(folder, 'src', 'store', 'sqlite.js'));
  const { probeAtRandom } = require(path.join(folder, 'test', 'contract', 'store', 'random-probes.js'));

  const startMs = performance.now();
  const opened = await createSqlStore(openSqlite(IN_MEMORY));
  const leaks = await probeAtRandom(opened, probes, seed);
  await opened.close();
  for (const leak of leaks.slice(0, 10)) console.error(leak);
  const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
  console.log(
    `${leaks.length === 0 ? 'kept' : 'BROKEN'}: ${probes} probes, ${leaks.length} leaks, ${seconds} s, --seed ${seed}`,
  );
  process.exitCode = leaks.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
