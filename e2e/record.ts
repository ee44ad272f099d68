import type { Locator, Page } from '@playwright/test'
import { expect, type Workbench } from './workbench'

/** The screen "Statements", by what is seen and said there. */
export class Statements {
  readonly #parley: Workbench

  constructor(parley: Workbench) {
    this.#parley = parley
  }

  get page(): Page {
    return this.#parley.page
  }

  /** The table, grouped or not. */
  get table(): Locator {
    return this.page.getByRole('grid', { name: 'Statements' }).or(this.groups)
  }

  get groups(): Locator {
    return this.page.getByRole('treegrid', { name: 'Statements' })
  }

  /** The lines that are drawn, without the head. */
  get lines(): Locator {
    return this.table.getByRole('row').filter({ has: this.page.getByRole('gridcell') })
  }

  /** The line one stands at. */
  get reached(): Locator {
    return this.table.getByRole('row', { selected: true })
  }

  get count(): Locator {
    return this.page
      .getByRole('main')
      .getByRole('status')
      .filter({ hasText: /statements?$/ })
  }

  get preview(): Locator {
    return this.page.getByRole('region', { name: 'The words in their place' })
  }

  head(name: string): Locator {
    return this.table.getByRole('columnheader', { name, exact: true })
  }

  /** The names of the columns that are shown, from the first to the last. */
  heads(): Promise<readonly string[]> {
    return this.table
      .getByRole('columnheader')
      .evaluateAll((heads) => heads.map((head) => head.getAttribute('aria-label') ?? ''))
  }

  /** What stands in a column of the lines that are drawn, in their order. */
  async column(name: string): Promise<readonly string[]> {
    const at = (await this.heads()).indexOf(name)
    const cells = await this.lines.evaluateAll(
      (rows, place) =>
        rows
          .toSorted(
            (a, b) => Number(a.getAttribute('aria-rowindex')) - Number(b.getAttribute('aria-rowindex')),
          )
          .map((row) => row.querySelectorAll('[role=gridcell]')[place]?.textContent ?? ''),
      at,
    )
    return cells
  }

  /** Shows the statements by key, and waits until they are there. */
  async show(): Promise<void> {
    await this.page.keyboard.press('Control+4')
    await expect(this.table).toBeFocused()
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Filters by a column and these values, all by key. */
  async filter(column: string, ...values: readonly string[]): Promise<void> {
    await this.press('f')
    const columns = this.page.getByRole('combobox', { name: 'Filter by' })
    await expect(columns).toBeFocused()
    await this.page.keyboard.type(column)
    await this.press('Enter')
    const field = this.page.getByRole('combobox', { name: column, exact: true })
    for (const value of values) {
      await expect(field).toBeFocused()
      await field.fill(value)
      await this.press('Enter')
      await expect(this.page.getByRole('option', { name: value })).toHaveAttribute('aria-selected', 'true')
    }
    await this.press('Escape')
    await expect(this.page.getByRole('dialog')).toHaveCount(0)
    await this.table.focus()
  }
}
