/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/test/tsconfig.json', diagnostics: false }] },
  collectCoverageFrom: ['src/**/*.ts', '!src/**/page/**'],
  coverageDirectory: 'coverage',
  coverageReporters: ['text-summary', 'lcov'],
};
