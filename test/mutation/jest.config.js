import config from '../../jest.config.js';

const [unit] = config.projects;

// What shall kill a mutant of the solver's kernel or of its checker: the specs beside them. The search's own specs would kill
// some more and take a hundred times as long for each.
export default {
  ...unit,
  rootDir: '../..',
  roots: ['<rootDir>/libs/solver/src'],
  testRegex: '(/kernel/[a-z.-]+|/verify-solution|/verify-step)\\.spec\\.ts$',
  testTimeout: 120_000,
};
