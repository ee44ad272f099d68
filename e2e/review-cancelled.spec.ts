import { untilRecordIsMade } from './bench/window/record-made'
import { annotators, plainFolder, writeWorkload } from './bench/workload/write-workload'
import { expect, test, type Workbench } from './workbench'

/** Two people’s tags, so many that to align them for γ takes longer on any machine than it takes to cancel it. */
const long = { people: 2, articles: 60, tags: 300 }
/** Enough people that a second thread is asked to help, and articles that there is something for it. */
const many = { people: 30, articles: 40, tags: 30 }

test('a long agreement says how far it is, is cancelled, and is there when it is asked for again', async ({
  parley,
}) => {
  test.setTimeout(240_000)
  await showAgreement(parley, long)
  const { page } = parley
  const progress = page.getByRole('progressbar', { name: 'Comparing' })
  await expect(progress).toHaveAttribute('aria-valuetext', /^Comparing 60 articles: \d+$/)
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect(
    page.getByRole('status').filter({ hasText: 'Stopped before anything was compared.' }),
  ).toBeVisible()
  await expect(progress).toBeHidden()
  const figures = page.getByRole('grid', { name: 'Agreement by layer' })
  await expect(figures).toBeHidden()

  // Nothing of what was stopped stands in the way of the same question.
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await expect(progress).toBeVisible()
  await expect(figures).toBeVisible({ timeout: 180_000 })
  await expect(page.getByRole('heading', { name: 'Annotator 1 and Annotator 2' })).toBeVisible()
})

test('what many people agree on is collected by two threads, and neither has anything to complain of', async ({
  parley,
}) => {
  test.setTimeout(240_000)
  await showAgreement(parley, many)
  const figures = parley.page.getByRole('grid', { name: 'Agreement by layer' })
  await expect(figures).toBeVisible({ timeout: 180_000 })
  await expect(parley.page.getByText(`${many.articles} articles`).first()).toBeVisible()
})

/** A project of so many people with so many tags each on every article, opened at their agreement. */
async function showAgreement(parley: Workbench, { people, articles, tags }: typeof long): Promise<void> {
  const root = parley.desk.path('project')
  const each = Array.from({ length: articles }, () => ({ words: 600, tags }))
  const workload = { seed: 1, articles: each, annotators: annotators(people) }
  await writeWorkload(root, workload, () => {}, plainFolder(root))
  await parley.start(root)
  await expect(parley.articles).not.toHaveCount(0)
  await untilRecordIsMade(parley.page)
  await parley.page.keyboard.press('Control+5')
  await parley.page.getByRole('tab', { name: 'Agreement' }).click()
}
