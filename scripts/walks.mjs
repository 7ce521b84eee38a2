/** Walks every procedure and looks at every view in both languages on both platforms; `npm test` takes one language a platform. */

import { spawnSync } from 'node:child_process';

const { status } = spawnSync('npm', ['test', '--', 'test/contract/walks', 'test/cards/every-view'], {
  env: { ...process.env, WALKS: 'all' },
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exit(status ?? 1);
