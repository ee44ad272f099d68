// Everything that must hold, quickest first, up to the first failure; the last line counts tests.
//   npm test                      all of it
//   npm run check                 what needs no build: format, lint, types, unit tests
//   npm test -- --stories [ARGS]  the stories of e2e/ alone; ARGS go to Playwright
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build, buildIfStale } from './build-if-stale.mjs'
import { withDisplay } from './display.mjs'
import { electronEnv } from './run-electron.mjs'
import { ensureNodeModules } from './setup/node-modules.mjs'
import { root, tool } from './setup/run.mjs'
import { runScript, say, step, Stop } from './setup/say.mjs'
import { ensureTestPrograms } from './setup/test-programs.mjs'
import { failedFiles, passedAtSecondTry, playwrightCounts, ranAgain, vitestCounts } from './test-counts.mjs'

const [mode, ...rest] = process.argv.slice(2)
const counted = { passed: 0, failed: 0 }
/** How many files of unit tests CI runs once more, alone: more than these are no bad luck. */
const MOST_AGAIN = 3

await runScript(async () => {
  await ensureNodeModules()
  try {
    await ensureTestPrograms(mode === '--quick' ? ['git'] : undefined)
    if (mode === '--stories') {
      await buildIfStale()
      await stories(rest)
    } else {
      await checks()
      await unitTests()
      if (mode !== '--quick') {
        await build()
        await stories([])
      }
    }
  } catch (problem) {
    if (problem instanceof Stop) say(`\n${problem.message}`)
    else throw problem
    counted.failed = Math.max(counted.failed, 1)
  }
  process.stdout.write(`\n${counted.passed} passed, ${counted.failed} failed\n`)
  return counted.failed === 0 ? 0 : 1
})

/**
 * Prettier takes longest, and one processor; meanwhile the others check the rest. What any of them finds is told.
 */
async function checks() {
  const types = ['tsconfig.json', 'data/tsconfig.json'].filter((project) => existsSync(join(root, project)))
  const others = async () => {
    const found = [await fault('Lint', 'oxlint/bin/oxlint', ['--type-aware'])]
    for (const project of types) {
      found.push(await fault(`Types of ${project}`, 'typescript/bin/tsc', ['--noEmit', '-p', project]))
    }
    return found
  }
  const format = () => {
    const args = ['--check', '.', '--log-level=warn']
    return fault('Format (to mend it: npm run format)', 'prettier/bin/prettier.cjs', args)
  }
  const found = await step('Format, lint and types…', () => Promise.all([format(), others()]))
  const faults = found.flat().filter((words) => words !== null)
  if (faults.length > 0) throw new Stop(faults.join('\n\n'))
}

/** What a tool has found, or null. Nothing else is shown of it. */
async function fault(name, path, args) {
  const { code, output } = await tool(path, args)
  if (code !== 0) return `${output.trim()}\n\nFailed: ${name}.`
  if (/Found [1-9]\d* warning/.test(output)) say(output.trim())
  return null
}

async function unitTests() {
  const run = (report, files) => {
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...files]
    return () => tool('vitest/vitest.mjs', args, { stdio: 'inherit' })
  }
  const whole = await suite('Unit tests', 'out/vitest.json', run('out/vitest.json', []))
  const failed = failedFiles(whole.report ?? {})
  if (!process.env.CI || failed.length === 0 || failed.length > MOST_AGAIN) {
    return count('Unit tests', whole, vitestCounts, [])
  }
  const alone = await suite('Unit tests again', 'out/vitest-again.json', run('out/vitest-again.json', failed))
  const report = ranAgain(whole.report, alone.report ?? { testResults: [] })
  count('Unit tests', { code: alone.code, report }, vitestCounts, report.again)
}

async function stories(args) {
  const report = 'out/playwright.json'
  const all = ['test', '--reporter=list,json', ...args]
  const name = 'Stories in the real window'
  const told = await suite(name, report, () =>
    withDisplay(() => {
      const env = { ...electronEnv(), PLAYWRIGHT_JSON_OUTPUT_FILE: join(root, report) }
      return tool('@playwright/test/cli.js', all, { stdio: 'inherit', env })
    }),
  )
  count(name, told, playwrightCounts, passedAtSecondTry(told.report ?? {}))
}

/** A test runner that shows its progress itself and leaves a report to count from. */
async function suite(name, report, work) {
  const path = join(root, report)
  mkdirSync(join(root, 'out'), { recursive: true })
  rmSync(path, { force: true })
  say(`\n${name}…`)
  const began = Date.now()
  const { code } = await work()
  say(`${name}: ${Math.round((Date.now() - began) / 1000)} s`)
  return { code, report: existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null }
}

/** @param again what passed only when it ran once more */
function count(name, { code, report }, counts, again) {
  const { passed, failed } = report ? counts(report) : { passed: 0, failed: 1 }
  for (const test of again) say(`Passed only when told again, to be mended: ${test}`)
  counted.passed += passed
  counted.failed += code === 0 ? failed : Math.max(failed, 1)
  if (counted.failed > 0) throw new Stop(`Failed: ${name}.`)
}
