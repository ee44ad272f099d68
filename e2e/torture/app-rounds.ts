import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { pick, randomFrom } from '../../data/store/files/kill/random'
import { electronArgs, electronEnv, electronProgram } from '../../scripts/run-electron.mjs'
import { Desk, repository } from '../desk'
import { ElectronProgram, type Program } from '../program'
import { lookInto, titleOf, writeProject } from './app-project'
import type { Killed, Torture } from './torture'
import { tagsOn, watchPage, type Shown } from './watch-page'

/** So few that all of them are on the screen, in the list. */
const ARTICLES = 12

/** In so many rounds the status has read "Saved" with a tag on the screen, unless nobody sees it. */
const ENOUGH = 10

/** One round's word: which tags were drawn, which of them the program called safe, and which when it read "Saved". */
interface Told {
  readonly drawn: Set<string>
  /** Those that the disk has. */
  readonly tags: Set<string>
  saved: ReadonlySet<string>
}

/**
 * Tags in the real window by key as fast as it goes, kills the program with all its helpers, starts it again, and
 * looks on the screen and in the folder for what had been on the screen while the status was not busy. A tag that was
 * drawn at the very last and was not on the disk yet may be gone, which is told and not counted.
 */
export async function appRounds(rounds: number, { seed, say }: Torture): Promise<Killed> {
  const random = randomFrom(seed)
  const desk = new Desk()
  const project = desk.path('project')
  const everything = new Set<string>()
  const missing = new Set<string>()
  let unreadable = 0
  let saved = 0
  const miss = (ids: Iterable<string>, there: ReadonlySet<string>, what: string) => {
    for (const id of ids) {
      if (there.has(id)) continue
      missing.add(id)
      say(`${what}: ${id}`)
    }
  }
  const look = async () => {
    const found = await lookInto(project)
    for (const problem of found.problems) say(`Not whole: ${JSON.stringify(problem)}`)
    unreadable += found.problems.length
    return found.tags
  }

  let program: Program | null = null
  try {
    await writeProject(project, ARTICLES)
    program = await ElectronProgram.start(desk.home, [project])
    for (let round = 1; round <= rounds; round++) {
      const told = await tagAndKill(program, round, random)
      for (const id of told.tags) everything.add(id)
      saved += told.saved.size
      miss(told.saved, await look(), 'Was “Saved” and is not in the folder')
      // Now and then it is killed once more, while it starts and replays the journal.
      if (random() < 0.2) await startAndKill(desk.home, project, 300 + random() * 1500)
      program = await ElectronProgram.start(desk.home, [project])
      await open(program, round)
      const there = await tagsWhenSaved(program, told.tags.size)
      miss(told.tags, there, 'Was safe and is not on the screen after the next start')
      const unsafe = [...told.drawn].filter((id) => !told.tags.has(id))
      const gone = unsafe.filter((id) => !there.has(id)).length
      say(
        `Round ${round}: ${told.drawn.size} tags were on the screen, ${told.tags.size} of them safe, ${told.saved.size} “Saved”; ${gone} of the other ${unsafe.length} are gone.`,
      )
    }
    await program.quit()
    miss(everything, await look(), 'Was safe and is not in the folder at the end')
  } finally {
    // It has ended already unless something went wrong.
    await program?.kill().catch(() => {})
    desk.clear()
  }
  // Otherwise nothing that was “Saved” was ever looked for, and this says less than it seems to.
  if (rounds >= ENOUGH && saved === 0) throw new Error('The status never read “Saved” before a kill.')
  return { rounds, acknowledged: everything.size, lost: missing.size, unreadable }
}

async function open({ page }: Program, round: number): Promise<void> {
  const name = titleOf(round % ARTICLES)
  await page.getByRole('listbox', { name: 'Articles' }).getByRole('option', { name }).first().click()
  await expect(page.getByRole('article', { name })).toBeVisible()
}

/** What is on the screen once as much is there as should be, and the folder has it. */
async function tagsWhenSaved({ page }: Program, expected: number): Promise<ReadonlySet<string>> {
  await expect(page.getByRole('contentinfo').getByRole('status')).toHaveText('Saved')
  const deadline = Date.now() + 10_000
  for (;;) {
    const tags = new Set(await tagsOn(page))
    if (tags.size >= expected || Date.now() > deadline) return tags
    await sleep(50)
  }
}

const keys = ['1', '2', '3']

async function tagAndKill(program: Program, round: number, random: () => number): Promise<Told> {
  const { page } = program
  await open(program, round)
  const told: Told = { drawn: new Set(), tags: new Set(), saved: new Set() }
  await watchPage(page, (shown: Shown) => {
    if (shown.is === 'saved') told.saved = new Set(told.tags)
    else for (const id of shown.ids) (shown.is === 'drawn' ? told.drawn : told.tags).add(id)
  })
  await page.getByRole('article').locator('.text').focus()
  await page.keyboard.press('Home')

  const life = new AbortController()
  const dies = async () => {
    await sleep(300 + random() * 3700)
    life.abort()
    await program.kill()
  }
  const death = dies()
  try {
    while (!life.signal.aborted) {
      for (let word = random() * 3; word > 0; word--) await page.keyboard.press('Shift+ArrowRight')
      await page.keyboard.press(pick(random, keys)!)
      await page.keyboard.press('ArrowRight')
      if (random() < 0.1) await sleep(random() * 900)
    }
  } catch (error) {
    // What was asked of a page that is gone fails, and is no matter.
    if (!life.signal.aborted) throw error
  }
  await death
  return told
}

/** Starts the program and kills it before it has said anything. */
async function startAndKill(home: string, project: string, milliseconds: number): Promise<void> {
  const args = electronArgs(['.', project, `--user-data-dir=${home}`])
  const running = spawn(electronProgram(), args, {
    cwd: repository,
    env: electronEnv(),
    stdio: 'ignore',
    detached: process.platform !== 'win32',
  })
  const ended = once(running, 'exit')
  await sleep(milliseconds)
  if (process.platform === 'win32' || running.pid === undefined) running.kill('SIGKILL')
  else process.kill(-running.pid, 'SIGKILL')
  await ended
}
