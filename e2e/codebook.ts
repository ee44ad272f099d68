import { expect, type Locator } from '@playwright/test'
import type { Workbench } from './workbench'

/** The screen of the codebook, as somebody uses it. */
export class Codebook {
  readonly #parley: Workbench

  constructor(parley: Workbench) {
    this.#parley = parley
  }

  get #window() {
    return this.#parley.page
  }

  async open(): Promise<void> {
    await this.#window
      .getByRole('navigation', { name: 'Modes' })
      .getByRole('button', { name: 'Codebook' })
      .click()
    await expect(this.page).toBeVisible()
  }

  async leave(): Promise<void> {
    await this.#window
      .getByRole('navigation', { name: 'Modes' })
      .getByRole('button', { name: 'Read' })
      .click()
    await expect(this.page).toBeHidden()
  }

  /** The part in the middle. */
  get page(): Locator {
    return this.#window.getByRole('region', { name: 'Part of the codebook' })
  }

  /** The list of all parts. */
  get parts(): Locator {
    return this.#window.getByRole('complementary', { name: 'Parts of the codebook' })
  }

  get form(): Locator {
    return this.page.getByRole('form')
  }

  field(name: string): Locator {
    return this.form.getByRole('textbox', { name, exact: true })
  }

  get revisions(): Locator {
    return this.#window.getByRole('region', { name: 'Revisions' }).getByRole('listitem')
  }

  async show(list: 'Labels' | 'Attributes' | 'Links', name: string): Promise<void> {
    await this.#window
      .getByRole('region', { name: list, exact: true })
      .getByRole('button', { name: new RegExp(`^(\\S+ )?${name}`) })
      .click()
    await expect(this.form).toHaveAccessibleName(name)
  }

  async write(field: string, words: string): Promise<void> {
    await this.field(field).fill(words)
    await this.field(field).blur()
  }

  async choose(group: string, name: string): Promise<void> {
    await this.form.getByRole('radiogroup', { name: group }).getByRole('radio', { name }).click()
  }

  async addLabel(name: string): Promise<void> {
    await this.#window.getByRole('button', { name: 'New label' }).click()
    await this.#parley.dialog('New label').getByRole('textbox').fill(name)
    await this.#window.keyboard.press('Enter')
    await expect(this.form).toHaveAccessibleName(name)
  }

  async addAttribute(name: string, values: string): Promise<void> {
    await this.#window.getByRole('button', { name: 'New attribute' }).click()
    const dialog = this.#parley.dialog('New attribute')
    await dialog.getByRole('combobox', { name: 'Values' }).selectOption(values)
    await dialog.getByRole('textbox').fill(name)
    await this.#window.keyboard.press('Enter')
    await expect(this.form).toHaveAccessibleName(name)
  }

  /** Puts the draft in force by key, when its preview says all of this. */
  async putInForce(...said: readonly string[]): Promise<void> {
    await expect(this.#window.getByRole('dialog')).toHaveCount(0)
    await this.#window.keyboard.press('Control+Enter')
    const dialog = this.#parley.dialog('Put the codebook in force')
    for (const words of said) await expect(dialog).toContainText(words)
    await dialog.getByRole('button', { name: 'Put in force' }).click()
    await expect(dialog).toBeHidden()
    await expect(this.#parley.notice(/^The codebook is in force\./)).toBeVisible()
  }
}
