/** Ends a run with one plain line that people and machines read alike. A file that could not run counts as a failure. */
class CountReporter {
  onRunComplete(_contexts, results) {
    const passed = results.numPassedTests;
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const line = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`;
    // Jest always adds its own summary after every other reporter; only the exit comes later.
    process.once('exit', () => process.stdout.write(line));
  }
}

module.exports = CountReporter;
