import { expect, type Locator } from '@playwright/test'
import type { Workbench } from './workbench'

/** The screen of the registries: all actors and positions to the left, the one that is looked at beside them. */
export class Registries {
  readonly #parley: Workbench

  constructor(parley: Workbench) {
    this.#parley = parley
  }

  get #page() {
    return this.#parley.page
  }

  /** Shows the screen, and the actors or the positions on it. */
  async open(tab: 'Actors' | 'Positions' = 'Actors'): Promise<void> {
    await this.#page
      .getByRole('navigation', { name: 'Modes' })
      .getByRole('button', { name: 'Registry' })
      .click()
    await this.#page.getByRole('tab', { name: tab }).click()
  }

  /** Goes back to the article. */
  async leave(): Promise<void> {
    await this.#page.getByRole('navigation', { name: 'Modes' }).getByRole('button', { name: 'Read' }).click()
  }

  get search(): Locator {
    return this.#page.getByRole('searchbox', { name: /Name or alias|Question or answer/ })
  }

  /** The rows of the list that is shown. */
  get rows(): Locator {
    return this.#page.getByRole('listbox', { name: /^(Actors|Positions)$/ }).getByRole('option')
  }

  row(name: string | RegExp): Locator {
    return this.rows.filter({ hasText: name })
  }

  /** The page of the entry that is looked at. */
  page(name: string): Locator {
    return this.#page.getByRole('region', { name, exact: true })
  }

  /** A part of the page: "Roles", "Called", "Positions". */
  part(entry: string, name: string): Locator {
    return this.page(entry).getByRole('region', { name, exact: true })
  }

  /** Chooses the first row that has these words. */
  async look(words: string): Promise<void> {
    const row = this.row(words).first()
    await row.click()
    await expect(row).toHaveAttribute('aria-selected', 'true')
  }

  /** Writes into a field of the page and leaves it with Enter. */
  async write(entry: string, field: string, words: string): Promise<void> {
    const box = this.page(entry).getByRole('textbox', { name: field, exact: true })
    await box.fill(words)
    await box.press('Enter')
  }

  /** Adds an actor by key, with nothing but its name. */
  async addActor(name: string): Promise<void> {
    await this.open()
    await this.#page.keyboard.press('n')
    const dialog = this.#parley.dialog('New actor')
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
    await this.#page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(this.page(name)).toBeVisible()
  }
}
