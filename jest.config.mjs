// Tests run the built bundle on the built host; sources are compiled by the six-line transformer beside this file.
export default {
  testEnvironment: '<rootDir>/test/tells-of-failure.cjs',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  transform: { '\\.(tsx?|mjs)$': '<rootDir>/test/transform.cjs' },
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json'],
  moduleNameMapper: { '^(\\.\\./)+local/(host|workbench)/index$': '<rootDir>/.cache/local/$2.cjs' },
  globalSetup: '<rootDir>/test/build-once.mjs',
  testSequencer: '<rootDir>/test/longest-first.cjs',
  testTimeout: 60_000,
  maxWorkers: 2,
};
