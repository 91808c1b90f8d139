import config from '../../jest.config.js';

const [unit] = config.projects;

// What shall kill a mutant of the solver's kernel or of its checker; the long random runs would take minutes a mutant.
export default {
  ...unit,
  rootDir: '../..',
  roots: ['<rootDir>/libs/solver/src'],
  testRegex: '(/solve|/verify-solution|/verify-step|/face-count|/replan/replan)\\.spec\\.ts$',
  testTimeout: 120_000,
};
