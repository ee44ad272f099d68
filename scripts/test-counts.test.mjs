import { describe, expect, it } from 'vitest'
import { passedAtSecondTry, playwrightCounts, vitestCounts } from './test-counts.mjs'

describe('the closing line', () => {
  it('counts a test file that does not load as one failure', () => {
    const testResults = [
      { status: 'passed', assertionResults: [{}, {}] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'failed', assertionResults: [] },
    ]
    const report = { numPassedTests: 2, numFailedTests: 1, testResults }
    expect(vitestCounts(report)).toEqual({ passed: 2, failed: 2 })
  })

  it('counts a story that passed at the second try as passed, and an error outside the stories as failed', () => {
    const stats = { expected: 3, flaky: 1, unexpected: 2, skipped: 0 }
    expect(playwrightCounts({ stats, errors: [{}] })).toEqual({ passed: 4, failed: 3 })
  })

  it('names what passed only at the second try, at any depth', () => {
    const spec = (title, status) => ({ title, tests: [{ status }] })
    const deep = { file: 'b.spec.ts', specs: [spec('slow once', 'flaky'), spec('wrong', 'unexpected')] }
    const suites = [{ file: 'a.spec.ts', specs: [spec('quick', 'expected')], suites: [deep] }]
    expect(passedAtSecondTry({ suites })).toEqual(['b.spec.ts › slow once'])
  })
})
