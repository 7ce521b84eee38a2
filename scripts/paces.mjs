/** Sends 5,000 messages to a Teams that counts as the real one does; `--sends N` and `--seed N` say otherwise. */

import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { sends: { type: 'string', default: '5000' }, seed: { type: 'string' } } });

const { status } = spawnSync('npm', ['test', '--', 'test/unit/outbox/steady'], {
  env: { ...process.env, PACES_SENDS: values.sends, ...(values.seed === undefined ? {} : { PACES_SEED: values.seed }) },
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.stdout.write(`A7  ${status === 0 ? 'passed' : 'FAILED'}\n`);
process.exit(status ?? 1);
