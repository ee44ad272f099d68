import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { memoryFolder } from '../../../data/store/memory/memory-folder'
import type { Start } from '../../ipc/contract'
import { firstSettings } from '../settings/first-settings'
import { openSettings } from '../settings/settings-file'
import { Projects } from './projects'

let desk = ''
const at = (name: string) => join(desk, name)
beforeEach(() => {
  desk = mkdtempSync(join(tmpdir(), 'parley-projects-'))
})
afterEach(() => rmSync(desk, { recursive: true }))

const settingsFolder = () => memoryFolder()

/** The program as it starts: with these settings, and a folder for documents. */
async function started(kept = settingsFolder()) {
  const opened: Start[] = []
  const projects = new Projects({
    settings: await openSettings(kept, firstSettings, () => {}),
    home: at('home'),
    sampleHomes: [at('documents'), at('home/documents')],
    version: '1.2.3',
    leaving: async () => {},
    opened: (start) => opened.push(start),
    told: () => {},
    backedUp: () => {},
    recorded: () => {},
    recordProgram: at('no program'),
    log: () => {},
    kept: () => {},
  })
  const shown = async () => {
    const { project, problem, recent } = await projects.start()
    return { name: project?.project.name, problem: problem?.kind, recent: recent.map(({ name }) => name) }
  }
  return { projects, opened, shown, kept }
}

it('opens a copy of the sample at first, and the same copy again', async () => {
  const first = await started()
  expect(await first.projects.openFirst(null)).toEqual({ ok: true, value: null })
  expect((await first.projects.start()).project?.articles.length).toBeGreaterThanOrEqual(8)
  expect(readdirSync(at('documents'))).toEqual(['Parley sample'])
  await first.projects.close()

  const second = await started(first.kept)
  await second.projects.openFirst(null)
  expect((await second.projects.start()).project?.folder).toBe(at('documents/Parley sample'))
  expect(readdirSync(at('documents'))).toEqual(['Parley sample'])
  await second.projects.close()
})

it('numbers the copy when something else has its name', async () => {
  mkdirSync(at('documents/Parley sample'), { recursive: true })
  writeFileSync(at('documents/Parley sample/notes.txt'), 'mine')
  const { projects } = await started()
  await projects.openSample()
  expect(readdirSync(at('documents'))).toEqual(['Parley sample', 'Parley sample 2'])
  expect(readdirSync(at('documents/Parley sample'))).toEqual(['notes.txt'])
  await projects.close()
})

it('copies the sample into its own folder when there is no place among the documents', async () => {
  writeFileSync(at('documents'), 'a file where the folder should be')
  const { projects } = await started()
  expect((await projects.openSample()).ok).toBe(true)
  expect(readdirSync(at('home/documents'))).toEqual(['Parley sample'])
  await projects.close()
})

it('makes a project in a folder that is missing or empty, named after it', async () => {
  mkdirSync(at('empty'))
  const { projects, shown } = await started()
  await projects.openFirst(at('empty'))
  expect((await shown()).name).toBe('empty')
  await projects.openNamed(at('new/talks'))
  expect(await shown()).toEqual({ name: 'talks', problem: undefined, recent: ['talks', 'empty'] })
  await projects.close()
})

it('says so when the folder holds other things, and touches nothing', async () => {
  mkdirSync(at('pictures'))
  writeFileSync(at('pictures/a.png'), 'png')
  const { projects, opened, shown } = await started()
  await projects.openFirst(at('pictures'))
  expect(await shown()).toEqual({ name: undefined, problem: 'not-a-project', recent: [] })
  expect(opened.at(-1)?.problem?.kind).toBe('not-a-project')
  expect(readdirSync(at('pictures'))).toEqual(['a.png'])
})

it('keeps the open project when another cannot be opened', async () => {
  mkdirSync(at('broken'))
  writeFileSync(at('broken/project.json'), '{')
  const { projects, shown } = await started()
  await projects.make(at('talks'))
  const answer = await projects.open(at('broken'))
  expect(!answer.ok && answer.error.kind).toBe('bad-file')
  expect((await shown()).name).toBe('talks')
  await projects.close()
})

it('lists what was opened, and opens the last one by itself', async () => {
  const first = await started()
  await first.projects.make(at('one'))
  await first.projects.make(at('two'))
  const [, one] = (await first.projects.start()).recent
  await first.projects.open(one!.folder)
  expect((await first.shown()).name).toBe('one')
  await first.projects.close()

  const second = await started(first.kept)
  await second.projects.openFirst(null)
  expect((await second.shown()).name).toBe('one')
  await second.projects.close()
})

it('opens the sample when the last project is gone', async () => {
  const first = await started()
  await first.projects.make(at('one'))
  await first.projects.close()
  rmSync(at('one'), { recursive: true })
  const second = await started(first.kept)
  await second.projects.openFirst(null)
  expect(existsSync(at('documents/Parley sample/project.json'))).toBe(true)
  await second.projects.close()
})

it('brings the last change into the folder before it closes', async () => {
  const { projects } = await started()
  await projects.openSample()
  const { articles } = projects.store!.view()
  const article = articles[0]!.summary.id
  const spans = [{ start: 0, end: 5 }]
  await projects.store!.carryOut({ do: 'annotate', article, spans, label: 'actor' })
  expect(await projects.close()).toEqual({ state: 'saved' })
  expect(readdirSync(at('documents/Parley sample/work'))).toHaveLength(3)
})

it('answers what it was being asked about a project once the next is shown, so that nobody sees it fail', async () => {
  const { projects, opened } = await started()
  await projects.make(at('first'))
  const shownBy = projects
    .record!.ask({ name: 'learntNames' })
    .then(({ ok }) => [ok, opened.at(-1)?.project?.folder])
  await projects.make(at('second'))
  expect(await shownBy).toEqual([false, at('second')])
  await projects.close()
})
