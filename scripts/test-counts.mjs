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

/** The files of Vitest's JSON report in which something failed, by their paths. */
export function failedFiles({ testResults = [] }) {
  return testResults.filter(({ status }) => status === 'failed').map(({ name }) => name)
}

/**
 * The report of a whole run after some of its files ran again alone: what they hold now stands for what they held. `again` are the
 * tests that failed in the whole run and passed alone, each by file and title.
 */
export function ranAgain(whole, alone) {
  const now = new Map(alone.testResults.map((file) => [file.name, file]))
  const testResults = whole.testResults.map((file) => now.get(file.name) ?? file)
  const all = testResults.flatMap(({ assertionResults }) => assertionResults)
  const count = (wanted) => all.filter(({ status }) => status === wanted).length
  const again = whole.testResults.flatMap((file) => {
    const passes = new Set(now.get(file.name)?.assertionResults.filter(isPassed).map(titleOf))
    const failed = file.assertionResults.filter((test) => test.status === 'failed')
    return failed.filter((test) => passes.has(titleOf(test))).map((test) => `${file.name} › ${titleOf(test)}`)
  })
  return { numPassedTests: count('passed'), numFailedTests: count('failed'), testResults, again }
}

const isPassed = ({ status }) => status === 'passed'
const titleOf = ({ fullName }) => fullName
