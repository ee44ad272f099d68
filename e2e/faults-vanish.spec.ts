import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './faults'

/** The one file below a folder whose path ends so. */
const fileIn = (folder: string, ending: RegExp): string => {
  const name = readdirSync(folder, { recursive: true })
    .map(String)
    .find((path) => ending.test(path))
  if (name === undefined) throw new Error(`Nothing in ${folder} ends in ${ending}.`)
  return join(folder, name)
}
const workFile = /[a-z2-7]{26}\.json$/

test('what vanishes behind its back comes back with the next save, and nothing is made in the place of the project', async ({
  parley,
}) => {
  const { desk } = parley
  const project = desk.path('project')
  await parley.startReading('ferry-strike.txt')
  await parley.tag('Actor', 'Dorian Pell')
  await parley.saved()

  rmSync(fileIn(join(project, 'work'), workFile))
  await parley.tag('Claim', 'the timetable would stand')
  await parley.saved()
  expect(existsSync(fileIn(join(project, 'work'), workFile))).toBe(true)

  rmSync(desk.path('home', 'projects'), { recursive: true })
  await parley.tag('Actor', 'Ferry crews')
  await parley.saved()

  renameSync(project, desk.path('away'))
  await parley.tag('Actor', 'Islanders')
  await expect(parley.status).toHaveText(
    `Kept on this computer. “${project}” cannot be reached, because it is gone. Nothing is lost; once it is back, the work is saved by itself.`,
  )
  expect(existsSync(project)).toBe(false)
  renameSync(desk.path('away'), project)
  await parley.saved()

  await parley.kill()
  rmSync(desk.path('home', 'projects'), { recursive: true })
  await parley.startAgain()
  await expect(parley.tags).toHaveCount(4)
})

test('an article that vanishes takes no tags with it, and the others can be read', async ({ parley }) => {
  const { desk } = parley
  await parley.startWith('ferry-strike.txt', 'quota-vote.txt')
  await parley.openArticle('Ferry crews')
  await parley.tag('Actor', 'Dorian Pell')
  await parley.saved()
  renameSync(desk.path('project', 'articles'), desk.path('articles'))

  await parley.tag('Claim', 'the timetable would stand')
  await parley.saved()
  await parley.articles.filter({ hasText: 'Quota' }).click()
  await expect(parley.notice(/is not there, or not any more\. Nothing was changed\./)).toBeVisible()

  renameSync(desk.path('articles'), desk.path('project', 'articles'))
  await parley.openArticle('Quota')
  await parley.restart()
  await parley.openArticle('Ferry crews')
  await expect(parley.tags).toHaveCount(2)
})
