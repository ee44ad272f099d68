import type { Locator } from '@playwright/test'
import { expect, type Workbench } from './workbench'

/** The screen on which people's tags are compared and decided on. */
export class Differences {
  readonly #parley: Workbench

  constructor(parley: Workbench) {
    this.#parley = parley
  }

  /** Opens it on an article, by keys from then on. */
  async open(title: string): Promise<void> {
    await this.#parley.openArticle(title)
    await this.press('Control+5')
    await expect(this.list).toBeVisible()
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#parley.page.keyboard.press(key)
  }

  get list(): Locator {
    return this.#parley.page.getByRole('list', { name: 'Differences' })
  }

  get rows(): Locator {
    return this.list.getByRole('listitem')
  }

  /** Turns the wheel over the list until a row is there. */
  async scrollTo(row: Locator): Promise<void> {
    await this.rows.first().hover()
    await expect(async () => {
      await this.#parley.page.mouse.wheel(0, 400)
      await expect(row).toBeVisible({ timeout: 200 })
    }).toPass()
  }

  /** The row that one stands at. */
  get at(): Locator {
    return this.list.locator('[aria-current]')
  }

  /** The column that says what differs, and in which one decides. */
  get detail(): Locator {
    return this.#parley.page.getByRole('complementary', { name: 'Difference', exact: true })
  }

  get count(): Locator {
    return this.#parley.page.getByRole('complementary', { name: 'Differences between' }).getByRole('status')
  }

  /** What became of each difference, by the end of what its row is called. */
  async became(): Promise<readonly string[]> {
    const names = await this.list
      .getByRole('button')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''))
    return names.map((name) => name.slice(name.lastIndexOf('”') + 3))
  }

  /** The article that is compared; the reader has it too, beneath. */
  article(title: string): Locator {
    return this.#parley.page.getByRole('tabpanel').getByRole('article', { name: title })
  }

  /** The number in the margin beside the words of a difference. */
  number(of: number): Locator {
    return this.#parley.page.getByRole('button', { name: new RegExp(`^Difference ${of}(, decided)?$`) })
  }
}
