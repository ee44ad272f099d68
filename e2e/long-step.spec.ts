import { plainFolder, writeArticle, writeProject } from './bench/workload/write-workload'
import { expect, test, type Workbench } from './workbench'

/** As many as are listed at most, so that the step takes longer on any machine than it takes to cancel it. */
const COUNT = 5_000

/** A project of short reports, each of which names the same man once. */
async function writeReports(root: string): Promise<void> {
  const folder = plainFolder(root)
  await writeProject(root, { seed: 1, annotators: [] }, folder)
  for (let number = 0; number < COUNT; number++) {
    const title = `Report ${number}`
    await writeArticle(folder, { title, text: `${title}\n\nDorian Pell said so on day ${number}.\n` }, number)
  }
}

/** Asks for a tag on the name in every article, and gives the dialog that says how far that is. */
async function tagEverywhere(parley: Workbench) {
  const panel = parley.dialog('Tag all occurrences')
  await parley.reader.drag('Dorian Pell')
  await parley.page.keyboard.press('Shift+A')
  await panel.getByRole('radio', { name: /^All 5,?000 articles$/ }).check()
  await expect(panel.getByRole('status', { name: 'What was found' })).toHaveText(/5,?000 ticked$/)
  await parley.page.keyboard.press('Control+Enter')
  return parley.dialog('Changing many articles')
}

test('a tag on five thousand articles says how far it is, and is cancelled with nothing done', async ({
  parley,
}) => {
  test.setTimeout(240_000)
  const root = parley.desk.path('project')
  await writeReports(root)
  await parley.start(root)
  await parley.openArticle('Report 0')
  await expect(parley.page.getByRole('option', { name: /^Report 1\b/ })).toBeVisible()

  const dialog = await tagEverywhere(parley)
  await expect(dialog.getByRole('progressbar', { name: 'Articles made ready' })).toBeVisible()
  await expect(dialog.getByText(/^[\d,]+ of 5,000 articles are ready\.$/)).toBeVisible()
  await parley.page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  // The list is there as it was, for another try.
  await expect(parley.dialog('Tag all occurrences').getByText(/5,?000 ticked$/)).toBeVisible()
  await parley.page.keyboard.press('Escape')
  await expect(parley.tags).toHaveCount(0)
  await parley.saved()
  await parley.restart()
  await parley.openArticle('Report 0')
  await expect(parley.tags).toHaveCount(0)
})
