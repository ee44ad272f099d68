import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, type Locator } from '@playwright/test'
import type { Workbench } from './workbench'

/** The SHA-256 of every file below a project folder, by its path; but for who works there at the moment. */
export function hashesIn(root: string): Readonly<Record<string, string>> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name !== 'meta.json',
  )
  const hashes = files.map((entry) => {
    const file = join(entry.parentPath, entry.name)
    return [relative(root, file), createHash('sha256').update(readFileSync(file)).digest('hex')] as const
  })
  return Object.fromEntries(hashes.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** Files below a folder whose paths match, by their whole paths. */
export const filesBelow = (root: string, shape: RegExp): readonly string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => shape.test(file))
    .toSorted()

/** Turns one bit in the middle of a file. */
export function flipOneBit(file: string): void {
  const bytes = readFileSync(file)
  bytes[bytes.length >> 1]! ^= 1
  writeFileSync(file, bytes)
}

/** The dialog Backups, as a person has it. */
export class Backups {
  readonly #parley: Workbench

  constructor(parley: Workbench) {
    this.#parley = parley
  }

  get dialog(): Locator {
    return this.#parley.dialog('Backups')
  }

  /** One row each, newest first. */
  get rows(): Locator {
    return this.dialog.getByRole('group', { name: 'Backups' }).getByRole('radio')
  }

  /** What is said of the chosen one. */
  get detail(): Locator {
    return this.dialog.getByRole('region', { name: /^Backup of / })
  }

  async open(): Promise<void> {
    await this.#parley.chooseInMenu('Backups…')
    await expect(this.dialog).toBeVisible()
  }

  async close(): Promise<void> {
    await this.#parley.page.keyboard.press('Escape')
    await expect(this.dialog).toBeHidden()
  }

  /** Backs up, and waits until the new backup is listed as verified. */
  async backUp(): Promise<void> {
    const before = await this.rows.count()
    await this.dialog.getByRole('button', { name: 'Back up now' }).click()
    await expect(this.rows).toHaveCount(before + 1)
    await expect(this.rows.first()).toHaveAccessibleName(/Verified$/)
  }

  /** Opens what differs in an article. */
  async look(title: string): Promise<void> {
    await this.detail.getByRole('button', { name: new RegExp(`^${title}`) }).click()
  }

  /** Restores the chosen backup into this folder. */
  async restoreInto(folder: string): Promise<void> {
    await this.#parley.answerSave(folder)
    await this.dialog.getByRole('button', { name: 'Restore as a new folder…' }).click()
    await expect(this.dialog.getByText(/^Restored /)).toBeVisible()
  }
}
