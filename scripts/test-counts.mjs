/** What Vitest's JSON report counts. A file that does not even load counts as one failure. */
export function vitestCounts({ numPassedTests, numFailedTests, testResults }) {
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  return { passed: numPassedTests, failed: numFailedTests + broken.length }
}

/** What Playwright's JSON report counts. A story that passed only when tried again has passed. */
export function playwrightCounts({ stats, errors }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length }
}

/** The stories in Playwright's JSON report that passed only when told again, each by file and title. */
export function passedAtSecondTry({ suites = [] }) {
  return suites.flatMap((suite) => [
    ...passedAtSecondTry(suite),
    ...(suite.specs ?? [])
      .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
      .map(({ title }) => `${suite.file} › ${title}`),
  ])
}
