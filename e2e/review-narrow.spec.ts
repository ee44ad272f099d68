import type { Locator } from '@playwright/test'
import { passes } from './axe'
import { Differences } from './differences'
import { expect, test } from './workbench'

/** The box of something on screen, in CSS pixels. */
const boxOf = async (of: Locator) => (await of.boundingBox())!

test('in a small window, or a large one at 200 %, review has room for the article, and nothing lies over its tabs', async ({
  parley,
}) => {
  await parley.start()
  const { page } = parley
  const differences = new Differences(parley)
  await differences.open('Two ministers, one customs house')
  for (const width of [720, 640]) {
    await parley.resize(width, 480)
    for (const name of ['Differences', 'Agreement', 'Agreed set', 'Progress', 'Definitions']) {
      const tab = page.getByRole('tab', { name })
      await tab.click()
      await expect(tab).toHaveAttribute('aria-selected', 'true')
      for (const each of await page.getByRole('tab').all())
        await each.click({ trial: true, position: { x: 2, y: 12 } })
      const last = await boxOf(page.getByRole('tab').last())
      await page
        .getByRole('tab')
        .last()
        .click({ trial: true, position: { x: last.width - 2, y: 12 } })
    }
    await page.getByRole('tab', { name: 'Differences' }).click()
    const text = await boxOf(differences.article('Two ministers'))
    expect(text.width).toBeGreaterThan(250)
    for (const part of [differences.list, differences.detail]) {
      const { x, width: wide, height } = await boxOf(part)
      expect(x + wide).toBeLessThanOrEqual(text.x)
      expect(height).toBeGreaterThan(80)
    }
    await passes(parley, `review in a window ${width} wide`)
    await differences.press('3')
    const form = differences.detail.getByRole('region', { name: 'Change to' })
    const side = await boxOf(differences.detail)
    for (const part of [form, ...(await form.getByRole('button').all())]) {
      const { x, width: wide } = await boxOf(part)
      expect(x).toBeGreaterThanOrEqual(side.x)
      expect(x + wide).toBeLessThanOrEqual(side.x + side.width)
    }
    await differences.press('Escape')
    await differences.press('1')
    await expect(differences.count).toHaveText('5 open of 6')
    await differences.press('Control+z')
    await expect(differences.count).toHaveText('6 open of 6')
  }
})
