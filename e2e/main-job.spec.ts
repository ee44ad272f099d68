import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from './desk'
import { placesIn, rowsIn, setIn, tagsIn, wrongQuotes } from './sets'
import { expect, ownArticle, test } from './workbench'

/** Real newswire lies beside the repository on some desks; it is not ours to carry along. */
const newswire = join(repository, '..', 'shared', 'articles')
const realArticles = existsSync(newswire)
  ? readdirSync(newswire)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => join(newswire, name))
  : []
const ours = ['ferry-strike.txt', 'quota-vote.txt', 'harbour-report.txt']

/** A speaker whose accents are combining marks. */
const speaker = 'Rene\u0301e A\u0308strand'

test('the reader shows every paragraph of every file as it is', async ({ parley }) => {
  const files = [...realArticles, ...ours.map(ownArticle)]
  await parley.start(parley.desk.path('project'))
  await parley.importFiles(...files)
  await expect(parley.articles).toHaveCount(files.length)

  const shown: (readonly string[])[] = []
  for (const title of await parley.articles.locator('[id$=-title]').allTextContents()) {
    await parley.openArticle(title)
    shown.push((await parley.reader.paragraphs.allTextContents()).map((text) => text.trim()))
  }
  const byText = (a: readonly string[], b: readonly string[]) => (a.join() < b.join() ? -1 : 1)
  expect(shown.toSorted(byText)).toEqual(files.map(paragraphsIn).toSorted(byText))
})

/** The paragraphs of a file: its lines, or what blank lines part where the lines are broken to a width. */
function paragraphsIn(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8')
  const parts = file.endsWith('harbour-report.txt') ? text.split(/\n\s*\n/) : text.split('\n')
  return parts.map((part) => part.trim()).filter(Boolean)
}

test('twelve tags are made, saved, found again after a restart, and exported', async ({ parley }) => {
  const { reader } = await parley.startReading('ferry-strike.txt')

  await test.step('by key alone', async () => {
    await reader.selectByKey('Ferry crews')
    await parley.tagByKey('Actor')
    await reader.selectByKey('if the timetable stays at home')
    await parley.tagByKey('Claim')
  })
  await test.step('an accented name by a drag, an emoji by two clicks', async () => {
    await reader.drag(speaker)
    await parley.tagByKey('Actor')
    await reader.doubleClick('🙂')
    await parley.tagByButton('Claim')
  })
  await test.step('three labels that overlap on one word', async () => {
    await reader.drag('said that the timetable')
    await parley.tagByButton('Claim')
    await reader.drag('timetable would stand')
    await parley.tagByKey('Position')
    await reader.doubleClick('timetable', 1)
    await parley.tagByKey('Actor')
  })
  await test.step('across two paragraphs', async () => {
    await reader.drag('“The islands cannot', { to: 'No boats, no bread' })
    await parley.tagByButton('Claim')
  })
  await test.step('with Shift, by two clicks, and from the context menu', async () => {
    await reader.click('We will not sail')
    await reader.doubleClick('We')
    await reader.shiftClickAfter('short of two hands')
    await parley.tagByButton('Position')
    await reader.doubleClick('Thursday')
    await parley.tagByKey('Position')
    await reader.click('Mediators', { button: 'right' })
    await parley.page.getByRole('menuitem', { name: 'Actor' }).click()
    await expect(parley.tags).toHaveCount(11)
    await parley.tag('Actor', 'Dorian Pell')
  })
  await expect(parley.tags).toHaveCount(12)
  await expect(reader.tags).toHaveCount(12)
  await parley.saved()
  const before = setIn(await parley.exportAs('parley', { file: 'before.json' }))

  await parley.restart()
  await expect(parley.tags).toHaveCount(12)
  await expect(reader.tags).toHaveCount(12)
  await parley.saved()
  const after = setIn(await parley.exportAs('parley', { file: 'after.json' }))

  expect(after).toEqual(before)
  expect(after.articles.map(({ text }) => text)).toEqual([
    readFileSync(ownArticle('ferry-strike.txt'), 'utf8'),
  ])
  expect(wrongQuotes(after)).toEqual([])
  expect(tagsIn(after)).toEqual([
    'actor “Ferry crews”',
    `actor “${speaker}”`,
    'position “We will not sail a ship that is short of two hands”',
    'actor “Dorian Pell”',
    'claim “said that the timetable”',
    'actor “timetable”',
    'position “timetable would stand”',
    expect.stringMatching(/^claim ““The islands cannot[^\n]+\n\n[^\n]+No boats, no bread”$/),
    'claim “🙂”',
    'actor “Mediators”',
    'position “Thursday”',
    'claim “if the timetable stays at home”',
  ])

  const ranges = after.annotations.map(({ target }) => target[0]!)
  const rows = rowsIn(await parley.exportAs('csv'))
  expect(rows.map(({ start_u16, quote }) => `${start_u16} ${quote}`).toSorted()).toEqual(
    ranges.map(({ start, quote }) => `${start} ${quote}`).toSorted(),
  )
  const places = placesIn(await parley.exportAs('w3c'))
  expect(new Set(places)).toEqual(
    new Set(
      ranges.map(({ startCodePoint, endCodePoint, quote }) => ({
        exact: quote,
        start: startCodePoint,
        end: endCodePoint,
      })),
    ),
  )
})
