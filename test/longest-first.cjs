// The order of the suites: those that take minutes begin first, so that no worker is left alone with one at the end.
const { statSync } = require('node:fs');

/** Suites that kill an act at each of its writes, then those that drive a browser; of the others the largest file. */
const LONG = [/crash/, /[\\/]e2e[\\/]/];

class LongestFirst {
  sort(tests) {
    const rank = ({ path }) => LONG.findIndex((pattern) => pattern.test(path)) + 1 || LONG.length + 1;
    const size = ({ path }) => statSync(path).size;
    return [...tests].sort((a, b) => rank(a) - rank(b) || size(b) - size(a));
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {
    // The order hangs on nothing that was measured: it is the same on a fresh clone.
  }
}

module.exports = LongestFirst;
