import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { repository } from './desk'
import { expect, filesIn, test } from './faults'
import type { Workbench } from './workbench'

const golden = join(repository, 'data', 'store', 'testing', 'golden')
const article = 'ml4m7mzyev6qgicdkbcvgfaxti'
const work = `work/ines-holloway-sample/fxejtshftq/ti/${article}.json`

/** Ines's project as the first version of the program left it, on her computer. */
async function oldProject({ desk }: Workbench): Promise<string> {
  const project = desk.path('project')
  const put = (from: string, to: string) => {
    mkdirSync(dirname(join(project, to)), { recursive: true })
    cpSync(join(golden, from), join(project, to))
  }
  put('article-1.json', `articles/ti/${article}/article.json`)
  put('work-1.json', work)
  put('registry-1.json', 'work/ines-holloway-sample/fxejtshftq/registry.json')
  const made = { format: 'parley/project', schema: 1, id: 'goldengoldengold', name: 'Talks' }
  desk.write('project/project.json', JSON.stringify({ ...made, created: '2031-11-22T09:00:00.000Z' }))
  const annotator = { id: 'ines-holloway-sample', name: 'Ines Holloway' }
  const settings = { format: 'parley/settings', schema: 1, annotator, device: 'fxejtshftq' }
  desk.write('home/settings.json', JSON.stringify(settings))
  return project
}

const wordsOf = (path: string): Record<string, unknown> => JSON.parse(readFileSync(path, 'utf8'))

/** The same document under another version, sealed as its program would. */
function asVersion(path: string, schema: number, more: object): void {
  const lines = readFileSync(path, 'utf8')
    .replace(/"schema":\d+/, `"schema":${schema}`)
    .split('\n')
    .filter((line) => !line.startsWith('"sum"'))
  const added = Object.entries(more).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)},`)
  lines.splice(
    lines.findIndex((line) => line.startsWith('"project"')),
    0,
    ...added,
  )
  const body = lines.join('\n').replace(/,\n\}/, '\n}')
  const sum = createHash('sha256').update(body).digest('hex')
  writeFileSync(path, body.replace(/\n\}\n?$/, `,\n"sum":"${sum}"\n}\n`))
}

test('work of the first version is read whole, and kept aside as it was when it is first saved', async ({
  parley,
}) => {
  const project = await oldProject(parley)
  const before = readFileSync(join(project, work))
  await parley.start(project)
  const tags = 8
  await parley.articles.first().click()
  await expect(parley.tags).toHaveCount(tags)
  await expect(parley.page.getByRole('region', { name: 'What could not be read' })).toBeHidden()
  expect(readFileSync(join(project, work))).toEqual(before)

  await parley.tag('Actor', 'sandwiches')
  await parley.saved()
  expect(wordsOf(join(project, work))).toMatchObject({ schema: 2 })
  const kept = [...filesIn(parley.desk.path('home', 'projects')).values()]
  expect(kept).toContain(before.toString('base64'))
  await parley.restart()
  await expect(parley.tags).toHaveCount(tags + 1)
})

test('work of a newer version is shown where it may be read, and never written', async ({ parley }) => {
  const project = await oldProject(parley)
  asVersion(join(project, work), 3, { logged: 0, minReader: 2, mood: 'good' })
  const before = filesIn(project)
  await parley.start(project)
  await parley.articles.first().click()
  await expect(parley.tags).toHaveCount(8)
  await parley.reader.drag('sandwiches')
  await parley.page.keyboard.press('1')
  await expect(
    parley.notice(
      `“${work}” was made with a newer Parley. It was left as it is; to work with it, update Parley.`,
    ),
  ).toBeVisible()
  await expect(parley.tags).toHaveCount(8)
  await parley.quit()
  expect([...filesIn(project)].filter(([path]) => path === work)).toEqual(
    [...before].filter(([path]) => path === work),
  )
})
