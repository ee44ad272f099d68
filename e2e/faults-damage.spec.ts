import { cpSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, filesIn, test } from './faults'

const zeros = (path: string) => writeFileSync(path, new Uint8Array(readFileSync(path).length))
const garbage = (path: string) =>
  writeFileSync(
    path,
    Uint8Array.from({ length: 999 }, (_, i) => (i * 77) % 251),
  )
const cut = (path: string) => truncateSync(path, Math.floor(readFileSync(path).length / 2))
const empty = (path: string) => writeFileSync(path, '')

const isWork = (path: string) => /[a-z2-7]{26}\.json$/.test(path)

/** Paths below a folder that end so. */
const pathsIn = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(folder, { recursive: true })
    .map((name) => String(name).replaceAll('\\', '/'))
    .filter((name) => ending.test(name))
    .toSorted()
    .map((name) => join(folder, name))

test('one damaged file of each kind: each is told of and left as it is, and the rest works', async ({
  parley,
}) => {
  await parley.start()
  await parley.openArticle('Three villages')
  await parley.tag('Actor', 'Foreign Secretary')
  await parley.tag('Claim', 'Nine engineers, for a start')
  await parley.saved()
  await parley.quit()

  const { folder } = parley.desk
  const [project = ''] = pathsIn(folder, /project\.json$/).map((path) => dirname(path))
  const only = (ending: RegExp) => {
    const paths = pathsIn(folder, ending)
    expect(paths, String(ending)).toHaveLength(1)
    return paths[0]!
  }
  const mine = pathsIn(join(project, 'work'), /[a-z2-7]{26}\.json$/).find(
    (path) => !path.includes('-sample'),
  )!
  const theirs = pathsIn(join(project, 'work', 'tobias-varga-sample'), /[a-z2-7]{26}\.json$/)[0]!
  const article = basename(theirs, '.json')
  const other = pathsIn(join(project, 'articles'), /article\.json$/).find(
    (path) => !path.includes(article) && !path.includes(basename(mine, '.json')),
  )!
  cut(mine)
  empty(theirs)
  zeros(other)
  garbage(join(project, 'people', 'tobias-varga-sample.json'))
  writeFileSync(only(/ines-holloway-sample.*registry\.json$/), '[]')
  cut(only(/codebook.*\.json$/))
  const vault = dirname(only(/vault.steps\.log$/))
  zeros(join(vault, 'steps.log'))
  mkdirSync(join(vault, 'cache'), { recursive: true })
  writeFileSync(join(vault, 'cache', 'shelf.json'), '{"version":1}\n[]')
  const journal = join(vault, '..', 'journal')
  mkdirSync(journal, { recursive: true })
  writeFileSync(join(journal, '000000000000001-000001.1-aaa.ndjson'), 'not a line\nnor this\n')
  const before = filesIn(project)

  await parley.startAgain()
  await parley.openArticle('Three villages')
  await expect(parley.tags).toHaveCount(2)
  const told = () => parley.page.getByRole('region', { name: 'What could not be read' })
  for (const words of [
    '“people/tobias-varga-sample.json” is not as it should be: at line 1, column 1, a value was expected.',
    /“codebook\/[a-z2-7]+\.json” is not as it should be: at line \d+, column \d+, .* was expected\./,
    /^Ines Holloway’s actors and positions could not be read\. The file was .*; /,
    /“articles\/.*\/article\.json” is not as it should be: at line 1, column 1, a value was expected\./,
    `${basename(theirs)}” is damaged: its content does not match its check sum. The file was left as it is, and the rest works.`,
    'This computer’s journal has 2 lines that could not be read. What the project folder has is safe; the journal was kept aside.',
    /^Your tags on “ANALYSIS \| Three villages.*” could not be read\. The file was set aside unchanged; all 2 tags came back/,
  ])
    await expect(told().getByText(words)).toBeVisible()
  await expect(parley.articles).toHaveCount(9)
  expect(filesIn(project)).toEqual(before)
  const asideIn = (place: string) => [...filesIn(join(vault, place)).values()]
  expect(asideIn('quarantine')).toContain(before.get(mine.slice(project.length + 1)))

  await parley.tag('Position', 'still in his Upper Tesk overalls')
  await parley.saved()
  const changed = [...filesIn(project)].filter(([path, content]) => before.get(path) !== content)
  expect(changed.map(([path]) => join(project, path)).filter(isWork)).toEqual([mine])
  await expect.poll(() => pathsIn(journal, /\.ndjson$/)).toEqual([])
  expect(readFileSync(only(/\.ndjson\.damaged$/), 'utf8')).toBe('not a line\nnor this\n')

  await parley.restart()
  await parley.openArticle('Three villages')
  await expect(parley.tags).toHaveCount(3)
  await expect(told().getByText(/^Your tags/)).toBeHidden()
})

test('a file that is damaged while I read is told of below the text, which stands still', async ({
  parley,
}) => {
  await parley.start()
  await parley.openArticle('Two ministers')
  const { reader } = parley
  const before = await reader.boxesOf('sandwiches')
  const [project = ''] = pathsIn(parley.desk.folder, /project\.json$/).map((path) => dirname(path))
  for (const path of pathsIn(join(project, 'work', 'tobias-varga-sample'), /[a-z2-7]{26}\.json$/)) zeros(path)
  const told = parley.page.getByRole('region', { name: 'What could not be read' })
  await expect(told).toContainText('could not be read')
  expect(await reader.boxesOf('sandwiches')).toEqual(before)
})

test('damaged settings: it starts as the same person on the same computer, and keeps the file aside', async ({
  parley,
}) => {
  parley.expectsFaults = true
  await parley.startReading('ferry-strike.txt')
  await parley.rename('Ada Quill')
  await parley.tag('Actor', 'Dorian Pell')
  await parley.saved()
  await parley.quit()
  const settings = parley.desk.path('home', 'settings.json')
  const device = /"device": "[a-z2-7]{10}"/.exec(readFileSync(settings, 'utf8'))![0]
  zeros(settings)
  const spoilt = readFileSync(settings)

  await parley.startAgain()
  await expect(parley.page.getByRole('button', { name: 'Ada Quill', exact: true })).toBeVisible()
  await expect(parley.tags).toHaveCount(1)
  await parley.quit()
  expect(readFileSync(settings, 'utf8')).toContain(device)
  expect(readFileSync(parley.desk.path('home', 'settings.damaged-1.json'))).toEqual(spoilt)
})

test('a damaged project file: the project is not opened and not touched, and the message says why', async ({
  parley,
}) => {
  await parley.startReading('ferry-strike.txt')
  await parley.tag('Actor', 'Dorian Pell')
  await parley.saved()
  const project = parley.desk.path('damaged')
  cpSync(parley.desk.path('project'), project, { recursive: true })
  const file = join(project, 'project.json')
  const good = readFileSync(file, 'utf8')
  const spoilt: readonly (readonly [string, RegExp])[] = [
    ['', /“project\.json” is not as it should be: at line 1, column 1, a value was expected\./],
    [good.slice(0, 40), /“project\.json” is not as it should be: at line \d+, column \d+, .+ was expected\./],
    ['[]', /“project\.json” is not as it should be: at the top level, an object was expected\./],
    [
      good.replace('"schema": 1', '"schema": 9'),
      /“project\.json” was made with a newer Parley\. It was left as it is; to work with it, update Parley\./,
    ],
  ]
  for (const [content, words] of spoilt) {
    writeFileSync(file, content)
    const before = filesIn(project)
    await parley.answerOpen(project)
    await parley.chooseInMenu('Open Project…')
    await expect(parley.notice(words)).toBeVisible()
    await expect(parley.tags).toHaveCount(1)
    expect(filesIn(project)).toEqual(before)
  }
  await parley.quit()
  await parley.start(project)
  await expect(parley.page.getByText(spoilt.at(-1)![1]).first()).toBeVisible()
  await parley.quit()
  writeFileSync(file, good)
  await parley.startAgain()
  await expect(parley.tags).toHaveCount(1)
})
