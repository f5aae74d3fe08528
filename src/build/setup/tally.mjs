/**
 * @typedef {{ passed: number, failed: number }} Tally
 * @typedef {{ success: boolean, numPassedTests: number, numFailedTests: number,
 *   testResults: { status: string, assertionResults: { status: string }[] }[] }} Report what Vitest's JSON reporter writes
 */

/**
 * Counts tests; a file that breaks before or outside its tests is one failed test, and so is an empty or lost report.
 * @param {Report | undefined} report
 * @param {number} exitCode of the runner
 * @returns {Tally}
 */
export function toTally(report, exitCode) {
  if (!report) return { passed: 0, failed: 1 };
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + broken.length;
  const unexplained = failed === 0 && (exitCode !== 0 || !report.success || passed === 0);
  return { passed, failed: unexplained ? 1 : failed };
}

/**
 * The last line of a test run.
 * @param {Tally} tally
 */
export function toLastLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}
