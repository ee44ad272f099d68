import { join } from 'node:path'
import { repository } from '../desk'
import { Differences } from '../differences'
import { expect, test, type Workbench } from '../workbench'

const article = 'Marenza, Caldria agree to open valley road'

test('the pictures of the README: the sample as one of its annotators sees it', async ({ parley }) => {
  await startAsInes(parley)
  await parley.openArticle(article)
  await parley.tags.filter({ hasText: 'A road that is open' }).getByRole('button').click()
  await expect(parley.reader.linkWords).toHaveText([/addressed to/, /made by/])
  await picture(parley, 'reader-light.png')

  const differences = new Differences(parley)
  await differences.open(article)
  await differences.press('j')
  await expect(differences.at).toHaveAccessibleName(/^2, Only Ines/)
  // Nothing that is pointed at is marked.
  await parley.page.mouse.move(860, 20)
  await picture(parley, 'review-light.png')
})

/** The sample belongs to nobody at first: here Ines Holloway works on it, as she does on another computer. */
async function startAsInes(parley: Workbench): Promise<void> {
  const { desk } = parley
  await parley.start()
  await expect(parley.reader.article).toBeVisible()
  await parley.quit()
  const settings = JSON.parse(desk.read('home', 'settings.json')) as object
  const annotator = { id: 'ines-holloway-sample', name: 'Ines Holloway' }
  desk.write('home/settings.json', JSON.stringify({ ...settings, annotator }))
  await parley.startAgain()
  await parley.resize(1440, 900)
  await parley.setTheme('Light')
  await parley.saved()
}

async function picture(parley: Workbench, name: string): Promise<void> {
  await parley.page.screenshot({ path: join(repository, 'docs', name), animations: 'disabled' })
}
