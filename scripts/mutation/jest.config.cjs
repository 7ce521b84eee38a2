/** As the project's, in jest's own world: Stryker notes there which test runs which line. */
const project = require('../../jest.config.js');
const rooms = require('./rooms.cjs');

const { testEnvironment: _environment, runtime: _runtime, testSequencer: _sequencer, ...shared } = project;
const { tests } = rooms[process.env.MUTATION_ROOM];

module.exports = {
  ...shared,
  rootDir: '../..',
  // Jest finds which tests reach a file over files below its roots alone.
  roots: ['<rootDir>/test', '<rootDir>/src'],
  testMatch: tests.map((glob) => `<rootDir>/${glob}`),
};
