/** How Stryker makes its faults in one room, and what it writes. @see https://stryker-mutator.io/docs/stryker-js/configuration */
import rooms from './rooms.cjs';

const { MUTATION_ROOM, MUTATION_REPORTS, MUTATION_AGAIN } = process.env;

export default {
  mutate: rooms[MUTATION_ROOM].files,
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  jest: { configFile: 'scripts/mutation/jest.config.cjs' },
  coverageAnalysis: 'perTest',
  // Beyond what a fault's tests take without it; most that run into this never end.
  timeoutMS: 2_500,
  concurrency: 2,
  // As `npm test` starts jest: some packages are modules.
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  incremental: true,
  force: MUTATION_AGAIN === 'all',
  incrementalFile: `${MUTATION_REPORTS}/${MUTATION_ROOM}.known.json`,
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: `${MUTATION_REPORTS}/${MUTATION_ROOM}.json` },
  tempDirName: 'dist-mutation/sandboxes',
  ignorePatterns: ['dist', 'dist-*', 'docs', 'coverage', 'data', 'scripts/mutation/node_modules'],
  allowEmpty: false,
};
