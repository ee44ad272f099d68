import type { Locator } from '@playwright/test'
import { Differences } from './differences'
import { DistantColleague, tagging } from './distant-colleague'
import { expect, test } from './workbench'

const title = 'Herring quota passes by one vote'
/** Names with no room for them anywhere: of many words, and of one. */
const names = [
  `Maximiliana ${'of the Very Long House '.repeat(12)}of Dalmere`,
  `Olga${'Ö'.repeat(280)}`,
  'Person Number One Smith',
  'Person Number Two Smith',
]

/** By how many CSS pixels what stands in an element is wider than it. */
const excessOf = (of: Locator) => of.evaluate((element) => element.scrollWidth - element.clientWidth)

test('people with very long names are compared, decided on and named in the agreed set, and nothing runs out of its place', async ({
  parley,
}) => {
  await parley.startReading('quota-vote.txt')
  await parley.saved()
  for (const [i, name] of names.entries())
    await new DistantColleague(parley.desk.path('project'), name).does(
      title,
      tagging('Marit Oslund', i === 0 ? 'position' : 'actor'),
      tagging('late, small and better than nothing', 'claim'),
    )
  await parley.restart()
  const { page } = parley
  await page
    .getByRole('combobox', { name: 'Tags shown beside mine' })
    .selectOption({ label: `with ${names[1]}’s` })
  for (const label of await page.getByRole('group', { name: 'Labels shown' }).getByRole('button').all())
    await label.click({ trial: true })
  const differences = new Differences(parley)
  await differences.open(title)

  await page.getByRole('button', { name: '2 of 4 compared' }).click()
  const people = page.getByRole('group', { name: 'Whose tags are compared' })
  const [list, inside] = [(await people.boundingBox())!, await page.evaluate(() => innerWidth)]
  expect(list.x).toBeGreaterThanOrEqual(0)
  expect(list.x + list.width).toBeLessThanOrEqual(inside)
  for (const box of await people.getByRole('checkbox').all()) if (await box.isEnabled()) await box.check()
  await page.keyboard.press('Escape')

  await expect(differences.detail.getByRole('list', { name: 'Readings' }).getByRole('listitem')).toHaveCount(
    4,
  )
  await expect(differences.detail).toContainText('Position Maximiliana')
  const decide = differences.detail.getByRole('region', { name: 'Decide' })
  for (const part of [
    ...(await differences.detail.getByRole('listitem').all()),
    ...(await differences.detail.getByRole('cell').all()),
    ...(await decide.getByRole('button').all()),
  ])
    expect(await excessOf(part), String(part)).toBeLessThanOrEqual(0)

  await page.getByRole('tab', { name: 'Agreed set' }).click()
  await page.getByRole('radio', { name: 'And what a majority has alike' }).click()
  const row = page.getByRole('region', { name: 'In the agreed set' }).getByRole('listitem').first()
  await expect(row).toContainText('Olga')
  expect(await excessOf(row)).toBeLessThanOrEqual(0)
})
