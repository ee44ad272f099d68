import { untilRecordIsMade } from './bench/window/record-made'
import { annotators, plainFolder, writeWorkload } from './bench/workload/write-workload'
import { expect, test } from './workbench'

/** Two people’s tags, so many that to align them for γ takes longer on any machine than it takes to cancel it. */
const ARTICLES = 60
const TAGS = 300

test('a long agreement says how far it is, is cancelled, and is there when it is asked for again', async ({
  parley,
}) => {
  test.setTimeout(240_000)
  const root = parley.desk.path('project')
  const articles = Array.from({ length: ARTICLES }, () => ({ words: 600, tags: TAGS }))
  await writeWorkload(root, { seed: 1, articles, annotators: annotators(2) }, () => {}, plainFolder(root))
  await parley.start(root)
  await expect(parley.articles).not.toHaveCount(0)
  const { page } = parley
  await untilRecordIsMade(page)
  await page.keyboard.press('Control+5')
  await page.getByRole('tab', { name: 'Agreement' }).click()

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
