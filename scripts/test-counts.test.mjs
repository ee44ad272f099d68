import { describe, expect, it } from 'vitest'
import { failedFiles, passedAtSecondTry, playwrightCounts, ranAgain, vitestCounts } from './test-counts.mjs'

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

  it('counts unit tests that ran again alone by what they did then, and names those that passed only then', () => {
    const file = (name, ...tests) => ({
      name,
      status: tests.some(([, status]) => status === 'failed') ? 'failed' : 'passed',
      assertionResults: tests.map(([fullName, status]) => ({ fullName, status })),
    })
    const testResults = [
      file('a', ['one', 'passed']),
      file('b', ['two', 'failed'], ['three', 'failed'], ['four', 'passed']),
      { name: 'c', status: 'failed', assertionResults: [] },
    ]
    expect(failedFiles({ testResults })).toEqual(['b', 'c'])

    const alone = {
      testResults: [
        file('b', ['two', 'passed'], ['three', 'failed'], ['four', 'passed']),
        file('c', ['five', 'passed']),
      ],
    }
    const report = ranAgain({ testResults }, alone)
    expect(vitestCounts(report)).toEqual({ passed: 4, failed: 1 })
    expect(report.again).toEqual(['b › two'])
  })

  it('leaves a file failed that did not run again', () => {
    const testResults = [
      { name: 'b', status: 'failed', assertionResults: [{ fullName: 'two', status: 'failed' }] },
    ]
    const report = ranAgain({ testResults }, { testResults: [] })
    expect(vitestCounts(report)).toEqual({ passed: 0, failed: 1 })
    expect(report.again).toEqual([])
  })
})
