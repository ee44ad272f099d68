import type { Page } from '@playwright/test'
import { expect, test } from './workbench'

test('I get through a project: done by key, on to the next, taken up again, and all of it after a restart', async ({
  parley,
}) => {
  await parley.startWith('ferry-strike.txt', 'quota-vote.txt', 'harbour-report.txt')
  const { page } = parley
  const done = page.getByRole('button', { name: 'Done', exact: true })
  const progressIn = (window: Page) => window.getByRole('progressbar', { name: 'Articles done' })
  const progress = progressIn(page)
  const row = (title: string) => parley.articles.filter({ hasText: title })

  await parley.openArticle('Herring quota passes by one vote')
  await expect(progress).toHaveAttribute('aria-valuetext', '0 of 3 done')
  await parley.tag('Actor', 'Marit Oslund')
  await expect(progress).toHaveAttribute('aria-valuetext', '0 of 3 done, 1 in progress')

  await test.step('done, and not after all', async () => {
    await page.keyboard.press('d')
    await expect(done).toHaveAttribute('aria-pressed', 'true')
    await expect(row('Herring quota')).toHaveAccessibleDescription(/^Done/)
    await expect(progress).toHaveAttribute('aria-valuetext', '1 of 3 done')
    await parley.undo()
    await expect(done).toHaveAttribute('aria-pressed', 'false')
    await expect(row('Herring quota')).toHaveAccessibleDescription(/^In progress/)
    await parley.redo()
    await expect(done).toHaveAttribute('aria-pressed', 'true')
  })
  await test.step('on to the next that is not done, until there is none', async () => {
    await page.keyboard.press('Shift+d')
    await expect(page.getByRole('article', { name: 'Herring quota' })).toBeHidden()
    const second = await page.getByRole('article').getAttribute('aria-label')
    await page.keyboard.press('Shift+d')
    await expect(progress).toHaveAttribute('aria-valuetext', '2 of 3 done')
    await expect(page.getByRole('article', { name: second! })).toBeHidden()
    await page.keyboard.press('Shift+d')
    await expect(parley.notice('You are done with every article.')).toBeVisible()
    await expect(progress).toHaveAttribute('aria-valuetext', '3 of 3 done')
  })
  await test.step('one is taken up again, and stands first in what is to do', async () => {
    await parley.openArticle('Herring quota passes by one vote')
    await done.click()
    await expect(done).toHaveAttribute('aria-pressed', 'false')
    await page.getByRole('combobox', { name: 'Order of the articles' }).selectOption('To do first')
    await expect(parley.articles.first()).toHaveAccessibleDescription(/^In progress/)
  })
  await parley.saved()
  await parley.restart()
  await expect(progressIn(parley.page)).toHaveAttribute('aria-valuetext', '2 of 3 done, 1 in progress')
})
