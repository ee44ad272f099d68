import { readdirSync } from 'node:fs'
import { Differences } from './differences'
import { rowsIn, setIn, tagsIn } from './sets'
import { expect, test } from './workbench'

const article = 'Two ministers, one customs house'

test('what a reviewer decided goes out as the agreed set, with whose it was and who decided, and a colleague reads it', async ({
  parley,
  colleague,
}) => {
  await parley.start()
  const differences = new Differences(parley)
  await differences.open(article)
  await expect(differences.at).toHaveAccessibleName(/^1, Only Ines, Actor, “The gentleman, .*open$/)
  // Ines's is accepted; whatever else differs is left open.
  await differences.press('1')
  await expect(differences.count).toHaveText('5 open of 6')
  await parley.saved()

  const people = ['Agreed set']
  const set = setIn(await parley.exportAs('parley', { file: 'agreed.json', people }))
  expect(tagsIn(set)).toEqual([expect.stringMatching(/^actor “The gentleman/)])
  const [tag] = set.annotations
  const { from: whose, decisions, by } = tag!.provenance!
  const nameOf = (id: string) => set.agreed?.people.find((person) => person.id === id)?.name
  expect(whose.map(({ annotator }) => nameOf(annotator))).toEqual(['Ines Holloway'])
  expect(decisions.map(({ action }) => action)).toEqual(['accept'])
  expect([by, set.agreed?.rule]).toEqual(['decided', { is: 'decided' }])
  const [row] = rowsIn(await parley.exportAs('csv', { people }))
  expect(row).toMatchObject({
    annotator: 'Agreed set',
    agreed_rule: 'decided',
    agreed_decisions: decisions[0]!.id,
  })

  await colleague.startWith('ferry-strike.txt')
  await colleague.importSets(parley.desk.path('agreed.json'))
  await expect(colleague.notice('Received 1 tag from agreed.json.')).toBeVisible()
  const back = setIn(await colleague.exportAs('parley', { file: 'back.json', whole: true }))
  expect(back.annotators.map(({ name }) => name)).toContain(`Agreed set (${set.project.name})`)
  expect(tagsIn(back)).toEqual(tagsIn(set))

  // There too one sees whose the tag was, who decided, and by which rule.
  await colleague.openArticle(article)
  await colleague.page
    .getByRole('combobox', { name: 'Tags shown beside mine' })
    .selectOption({ label: `with the agreed set (${set.project.name})` })
  await colleague.reader.click('The gentleman, who runs')
  const from = colleague.page.getByRole('region', { name: 'Where the tag comes from' })
  await expect(from).toContainText(/Ines Holloway’s; .+ accepted it, missed\./)
  await expect(from).toContainText('Only what reviewers decided is in it.')

  // Should what tells it be damaged, that is said, and the tag stands.
  const { desk, page } = colleague
  const files = readdirSync(desk.path('project', 'inbox'), { recursive: true, encoding: 'utf8' })
  desk.write(`project/inbox/${files.find((path) => /\/agreed\/.*\.json$/.test(path))!}`, '{ "format')
  await page.keyboard.press('Escape')
  await expect(from).toBeHidden()
  await colleague.reader.click('The gentleman, who runs')
  await expect(from).toContainText(
    /^From an agreed setThe tag is whole, but where it comes from cannot be told\. “inbox\/.*” is not as it should be/,
  )
})

test('where only decisions count, what all have alike waits too, is led to and accepted', async ({
  parley,
}) => {
  await parley.start()
  const { page } = parley
  const differences = new Differences(parley)
  await differences.open(article)
  for (let left = 5; left >= 0; left--) {
    await differences.press('0')
    await expect(differences.count).toHaveText(`${left} open of 6`)
  }
  await differences.detail.getByRole('button', { name: 'Agreed set' }).click()
  const agreed = page.getByRole('region', { name: 'What is in it' })
  await expect(agreed).toContainText('6 tags on this article wait for a decision')
  await agreed.getByRole('button', { name: 'Decide on them' }).click()
  await expect(differences.at).toHaveAccessibleName(/(same|different at its ends)$/)
  await expect(differences.detail).not.toContainText('Nothing left to decide.')
  await differences.press('1')
  await differences.press('1')
  await page.getByRole('tab', { name: 'Agreed set' }).click()
  await expect(agreed).toContainText('1 tag and')
  await expect(agreed).toContainText('Still open5')
})

test('what is open article by article stands in two columns, the counts and the titles', async ({
  parley,
}) => {
  await parley.start()
  await parley.page.keyboard.press('Control+5')
  await parley.page.getByRole('tab', { name: 'Agreed set' }).click()
  await parley.page.getByRole('combobox', { name: 'Agreed set of' }).selectOption('All articles')
  await parley.page.getByRole('radio', { name: 'And what all have alike' }).click()
  const rows = parley.page.getByRole('region', { name: 'Still open, by article' }).getByRole('listitem')
  await expect(rows).toHaveCount(8)
  const startOf = async (place: 'first' | 'last') =>
    (await rows[place]().getByText(/\p{L}/u).last().boundingBox())!.x
  await expect(rows.first()).toHaveText(/^\d\d/)
  await expect(rows.last()).toHaveText(/^\d\D/)
  expect(await startOf('last')).toBe(await startOf('first'))
})
