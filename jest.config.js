/** @type {import('jest').Config} */
module.exports = {
  // What is tested, and jest's own matchers, are loaded once per worker: loading was more than half of the work.
  testEnvironment: '<rootDir>/test/runner/environment.js',
  runtime: '<rootDir>/test/runner/runtime.js',
  testSequencer: '<rootDir>/test/runner/longest-first.js',
  // Every core: most of the time goes into servers on loopback, and jest alone would leave one of two cores idle.
  maxWorkers: '100%',
  // Loading the Bot Framework takes seconds while every core is at work.
  testTimeout: 30_000,
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/test/tsconfig.json', diagnostics: false }] },
  collectCoverageFrom: ['src/**/*.ts', '!src/**/page/**'],
  coverageDirectory: 'coverage',
  coverageReporters: ['text-summary', 'lcov'],
};
