import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { explain } from '../../model/explain'
import { driver } from './testing/driver/driven'
import { temporaryFolder } from './testing/temporary-folder'

const start = driver()

/** Root may write everywhere, so the program runs as nobody in particular. */
const asUser = process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : []

/** A project with one tag that is “Saved”, open in a program of its own. */
async function atWork(command: readonly string[] = []) {
  const folder = await temporaryFolder()
  chmodSync(folder, 0o777)
  const [project, home] = [join(folder, 'talks'), join(folder, 'home')]
  const program = start(command)
  const open = () => program.tell({ do: 'open', project, home })
  const tag = () => program.tell({ do: 'tag' })
  const becomes = async (state: 'saved' | 'kept') =>
    (await program.tell({ do: 'wait', state, atMost: 9_000 })).saving
  const inFolder = async () => (await program.tell({ do: 'count' })).tags
  expect(await open()).toMatchObject({ ok: true })
  expect(await tag()).toMatchObject({ ok: true })
  expect(await becomes('saved')).toEqual({ state: 'saved' })
  return { folder, project, home, program, open, tag, becomes, inFolder }
}

const mayWrite = (folder: string, may: boolean) =>
  void execFileSync('chmod', ['-R', may ? 'u+w' : 'a-w', folder])

/** Where the one work document lies. */
const workIn = (project: string) => {
  const name = readdirSync(join(project, 'work'), { recursive: true })
    .map(String)
    .find((path) => /[a-z2-7]{26}\.json$/.test(path))
  return join(project, 'work', name ?? 'nowhere')
}

describe('a folder that may not be written', () => {
  it('of the project keeps the work on this computer, and gets it once it may', async () => {
    const { project, tag, becomes, inFolder, program, open } = await atWork(asUser)
    mayWrite(project, false)
    for (let n = 0; n < 3; n++) expect(await tag()).toMatchObject({ ok: true })
    const saving = await becomes('kept')
    expect(saving).toMatchObject({ state: 'kept', problem: { why: 'permission was denied' } })
    expect(await inFolder()).toBe(1)
    mayWrite(project, true)
    expect(await becomes('saved')).toEqual({ state: 'saved' })
    expect(await inFolder()).toBe(4)
    await program.tell({ do: 'close' })
    expect(await open()).toMatchObject({ ok: true, tags: 4, troubles: [] })
  })

  it('of the application lets the project take the work; with both, a change is refused', async () => {
    const { project, home, tag, inFolder } = await atWork(asUser)
    mayWrite(home, false)
    expect(await tag()).toMatchObject({ ok: true })
    expect(await inFolder()).toBe(2)
    mayWrite(project, false)
    const refused = await tag()
    expect(refused).toMatchObject({ ok: false, tags: 2, problem: { kind: 'not-saved' } })
    expect(explain(refused.problem!)).toContain(
      'permission was denied, so it was not done. What was saved before is safe',
    )
    expect(await inFolder()).toBe(2)
    mayWrite(project, true)
    mayWrite(home, true)
    expect(await tag()).toMatchObject({ ok: true, tags: 3 })
  })
})

describe('what vanishes behind its back', () => {
  it('the project: nothing is made in its place, and it gets the work when it is back', async () => {
    const { project, tag, becomes, inFolder } = await atWork()
    renameSync(project, `${project}-away`)
    for (let n = 0; n < 3; n++) expect(await tag()).toMatchObject({ ok: true })
    expect(await becomes('kept')).toMatchObject({ state: 'kept', problem: { kind: 'folder-unreachable' } })
    expect(existsSync(project)).toBe(false)
    renameSync(`${project}-away`, project)
    expect(await becomes('saved')).toEqual({ state: 'saved' })
    expect(await inFolder()).toBe(4)
  })

  it.each(['the file of the work', 'all work', 'the article', 'all articles'])(
    '%s: the next save puts back what is this person’s',
    async (what) => {
      const { folder, project, program, open, tag, becomes, inFolder } = await atWork()
      const articles = join(project, 'articles')
      const kept = join(folder, 'kept')
      if (what === 'the file of the work') rmSync(workIn(project))
      if (what === 'all work') rmSync(join(project, 'work'), { recursive: true })
      if (what === 'the article' || what === 'all articles') {
        const shard = what === 'the article' ? join(articles, readdirSync(articles)[0]!) : articles
        renameSync(shard, kept)
        expect(await tag()).toMatchObject({ ok: true })
        expect(await becomes('saved')).toEqual({ state: 'saved' })
        renameSync(kept, shard)
      } else expect(await tag()).toMatchObject({ ok: true })
      expect(await becomes('saved')).toEqual({ state: 'saved' })
      expect(await inFolder()).toBe(2)
      await program.tell({ do: 'close' })
      expect(await open()).toMatchObject({ ok: true, tags: 2 })
    },
  )

  it.each(['is gone', 'is a file'])(
    'the application’s own folder %s: the project takes the work',
    async (what) => {
      const { home, tag, becomes, inFolder } = await atWork()
      rmSync(home, { recursive: true })
      if (what === 'is a file') writeFileSync(home, '')
      expect(await tag()).toMatchObject({ ok: true })
      expect(await tag()).toMatchObject({ ok: true })
      expect(await becomes('saved')).toEqual({ state: 'saved' })
      expect(await inFolder()).toBe(3)
    },
  )
})

describe('what vanishes while the project is away', () => {
  it('the journal: nothing more is promised, and what is in memory reaches the project', async () => {
    const { project, home, tag, becomes, inFolder } = await atWork()
    renameSync(project, `${project}-away`)
    expect(await tag()).toMatchObject({ ok: true, tags: 2 })
    rmSync(home, { recursive: true })
    expect(await tag()).toMatchObject({ ok: false, tags: 2 })
    renameSync(`${project}-away`, project)
    expect(await becomes('saved')).toEqual({ state: 'saved' })
    expect(await inFolder()).toBe(2)
  })
})

describe('a clock that is wrong', () => {
  /** Puts the clock of a whole program forward by so many days, before anything of it runs. */
  const shifted = (days: number): readonly string[] => {
    const source = `const by = ${days} * 86400000; const Real = Date
      globalThis.Date = class extends Real {
        constructor(...given) { given.length ? super(...given) : super(Real.now() + by) }
        static now() { return Real.now() + by }
      }`
    return ['env', `NODE_OPTIONS=--import=data:text/javascript,${encodeURIComponent(source)}`]
  }

  it('changes no winner: what was done last stands, by whatever date', async () => {
    const first = await atWork()
    expect(await first.program.tell({ do: 'relabel', label: 'position' })).toMatchObject({ ok: true })
    await first.program.tell({ do: 'close' })
    const { project, home } = first
    const days = [365 * 14, -2, -365 * 60, 0]
    const labels = ['claim', 'actor', 'position', 'claim']
    for (const [i, by] of days.entries()) {
      const program = start(shifted(by))
      expect(await program.tell({ do: 'open', project, home })).toMatchObject({ ok: true, troubles: [] })
      expect(await program.tell({ do: 'relabel', label: labels[i]! })).toMatchObject({ ok: true })
      expect(await program.tell({ do: 'tag' })).toMatchObject({ ok: true, tags: 2 + i })
      // One session is killed, so that its journal decides, too.
      if (i === 1) await program.kill()
      else await program.tell({ do: 'close' })
    }
    const program = start()
    expect(await program.tell({ do: 'open', project, home })).toMatchObject({ ok: true, troubles: [] })
    expect((await program.tell({ do: 'look' })).labels).toEqual(['claim', 'actor', 'actor', 'actor', 'actor'])
    expect((await program.tell({ do: 'count' })).labels).toHaveLength(5)
  })
})
