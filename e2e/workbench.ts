import { test as base, expect, type Locator, type Page, type TestInfo } from '@playwright/test'
import { existsSync } from 'node:fs'
import { Desk, ownArticle } from './desk'
import { ChromiumProgram } from './chromium/chromium-program'
import { ElectronProgram, startSecond, type Program } from './program'
import { Reader } from './reader'

export { expect } from '@playwright/test'
export { ownArticle } from './desk'

/** In what the window runs: Electron, or a newer Chromium with the main process beside it. */
export type Engine = 'electron' | 'chromium'

export type LabelName = 'Actor' | 'Position' | 'Claim'

/** The formats of the Export dialog, by what it calls them. */
export const formats = {
  parley: 'Parley annotation set (JSON)',
  csv: 'Table of tags (CSV)',
  w3c: 'Web Annotations (W3C JSON-LD)',
} as const

/**
 * Parley as a person at a desk has it: what they see, by role and name, and what they do. Starts nothing by itself;
 * the first verb of a story is `start`.
 */
export class Workbench {
  readonly desk = new Desk()
  readonly engine: Engine
  /** What a story expects to be complained about in the page's console: everything else fails it. */
  expectedComplaints: RegExp | null = null
  /** Whether the story makes the program log a fault. */
  expectsFaults = false
  readonly #complaints: string[] = []
  #program: Program | null = null
  #args: readonly string[] = []

  constructor(engine: Engine = 'electron') {
    this.engine = engine
  }

  // Starting and ending

  /** Starts the program on a folder, or without one as from the desktop. */
  async start(...args: readonly string[]): Promise<void> {
    this.#args = args
    const engine = this.engine === 'chromium' ? ChromiumProgram : ElectronProgram
    this.#program = await engine.start(this.desk.home, args)
  }

  /** Starts it on an empty folder, which becomes a project, and imports texts of ours into it. */
  async startWith(...names: readonly string[]): Promise<void> {
    await this.start(this.desk.path('project'))
    await this.importFiles(...names.map(ownArticle))
  }

  /** The same with one text, which is then open. */
  async startReading(name: string): Promise<this> {
    await this.startWith(name)
    await expect(this.reader.article).toBeVisible()
    return this
  }

  /** Starts it once more while it runs. The second program ends by itself. */
  async startSecond(...args: readonly string[]): Promise<void> {
    await startSecond(this.desk.home, args)
  }

  /** Closes the window and waits for the program to end, with whatever it still has to write. */
  async quit(): Promise<void> {
    await this.#end((program) => program.quit())
  }

  /** The power goes, as far as the program is concerned. */
  async kill(): Promise<void> {
    await this.#end((program) => program.kill())
  }

  /** Starts it again as it was started last. */
  async startAgain(): Promise<void> {
    await this.start(...this.#args)
  }

  async restart(): Promise<void> {
    await this.quit()
    await this.startAgain()
  }

  async #end(how: (program: Program) => Promise<void>): Promise<void> {
    await how(this.program)
    this.#complaints.push(...this.program.complaints)
    this.#program = null
  }

  get program(): Program {
    if (!this.#program) throw new Error('Parley is not running: the story starts it first.')
    return this.#program
  }

  get page(): Page {
    return this.program.page
  }

  // What is on screen

  /** The same object for all runs of the program in the story. */
  readonly reader = new Reader(() => this.page)

  get articles(): Locator {
    return this.page.getByRole('listbox', { name: 'Articles' }).getByRole('option')
  }

  /** The list "Tags" of the inspector. */
  get tags(): Locator {
    return this.page.getByRole('list', { name: 'Tags' }).getByRole('listitem')
  }

  /** The inspector's card on the selected tag. */
  get selectedTag(): Locator {
    return this.page.getByRole('region', { name: 'Selected tag' })
  }

  get status(): Locator {
    return this.page.getByRole('contentinfo').getByRole('status')
  }

  /** The sentence at the foot of the window. */
  notice(words: string | RegExp): Locator {
    return this.page.locator('[aria-live]').getByText(words)
  }

  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name })
  }

  // Articles

  async openArticle(title: string): Promise<void> {
    await this.articles.filter({ hasText: title }).first().click()
    await expect(this.page.getByRole('article', { name: title })).toBeVisible()
  }

  /** Imports all of these files: chooses them in the system's dialog, and takes what the guesses are. */
  async importFiles(...paths: readonly string[]): Promise<void> {
    await this.chooseFiles(...paths)
    await this.finishImport(paths.length)
  }

  /** Asks for articles by key and chooses these in the system's dialog. The dialog of the import stays open. */
  async chooseFiles(...paths: readonly string[]): Promise<void> {
    await this.answerOpen(...paths)
    await this.page.keyboard.press('Control+i')
    await expect(this.dialog('Import articles')).toBeVisible()
  }

  /** Copies a text elsewhere on the computer. */
  async copy(text: string): Promise<void> {
    await this.program.app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text)
  }

  /** Drags files or folders of the disk onto the window and lets them go. */
  async dropFromDisk(...paths: readonly string[]): Promise<void> {
    const browser = await this.page.context().newCDPSession(this.page)
    const data = { items: [], files: [...paths], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await browser.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data })
  }

  /** Drops files on the window that were dragged out of a mail or a page, so that they have no path. */
  async drop(files: Readonly<Record<string, string>>): Promise<void> {
    const dragged = await this.page.evaluateHandle((contents) => {
      const data = new DataTransfer()
      for (const [name, text] of Object.entries(contents)) data.items.add(new File([text], name))
      return data
    }, files)
    const target = this.page.getByRole('main')
    for (const step of ['dragenter', 'dragover', 'drop'])
      await target.dispatchEvent(step, { dataTransfer: dragged })
  }

  get importRows(): Locator {
    return this.dialog('Import articles').getByRole('row')
  }

  /** Presses the button that says how many articles go into the project. */
  async finishImport(articles: number): Promise<void> {
    const counted = articles === 1 ? '1 article' : `${articles} articles`
    await this.dialog('Import articles')
      .getByRole('button', { name: `Import ${counted}` })
      .click()
    await expect(this.dialog('Import articles')).toBeHidden()
  }

  // Tags

  /** Tags what is selected by its key, and waits until the tag is on screen. */
  async tagByKey(label: LabelName): Promise<void> {
    const keys = { Actor: '1', Position: '2', Claim: '3' }
    await this.#tagging(label, () => this.page.keyboard.press(keys[label]))
  }

  async tagByButton(label: LabelName): Promise<void> {
    await this.#tagging(label, () => this.reader.toolbar.getByRole('button', { name: label }).click())
  }

  async #tagging(label: LabelName, act: () => Promise<void>): Promise<void> {
    const before = await this.tags.count()
    await act()
    await expect(this.tags).toHaveCount(before + 1)
    await expect(this.selectedTag.getByRole('heading', { name: label })).toBeVisible()
  }

  /** Drags over words and tags them by key: the least that a story needs to have a tag. */
  async tag(label: LabelName, words: string, to?: string): Promise<void> {
    await this.reader.drag(words, to === undefined ? {} : { to })
    await this.tagByKey(label)
  }

  async undo(): Promise<void> {
    await this.page.keyboard.press('Control+z')
  }

  async redo(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+z')
  }

  async saved(): Promise<void> {
    await expect(this.status).toHaveText('Saved')
  }

  // Myself, and getting about

  /** Says who I am, as others see it. */
  async rename(name: string): Promise<void> {
    await this.page.getByRole('button', { name: /./ }).and(this.page.getByTitle('Change the name')).click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('textbox').fill(name)
    await this.page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(this.page.getByRole('button', { name, exact: true })).toBeVisible()
  }

  /** Presses Tab until something has the focus. */
  async tabTo(target: Locator): Promise<void> {
    for (let i = 0; !(await target.evaluate((element) => element === document.activeElement)); i++) {
      if (i > 80) throw new Error('Tab does not lead there.')
      await this.page.keyboard.press('Tab')
    }
  }

  // Sets and exports

  /** Exports by the button "Export…" into a file of the desk, and gives what it holds. */
  async exportAs(
    format: keyof typeof formats,
    { file = `export-${format}`, whole = false, people = [] as readonly string[] } = {},
  ): Promise<string> {
    await this.answerSave(this.desk.path(file))
    await this.page.getByRole('button', { name: 'Export…' }).click()
    const dialog = this.dialog('Export')
    await dialog.getByRole('radio', { name: formats[format] }).check()
    if (whole) await dialog.getByRole('radio', { name: 'The whole project' }).check()
    for (const person of people) await dialog.getByRole('checkbox', { name: person }).check()
    await dialog.getByRole('button', { name: 'Export', exact: true }).click()
    await expect(dialog).toBeHidden()
    await expect(this.notice(/^Exported \d+ tags? to /)).toBeVisible()
    return this.desk.read(file)
  }

  /** Chooses files in the menu's "Import Annotation Set…". */
  async importSets(...paths: readonly string[]): Promise<void> {
    await this.answerOpen(...paths)
    await this.chooseInMenu('Import Annotation Set…')
  }

  // The system's own dialogs and menu

  /** What the user will choose in the system's dialogs that open something; nothing: they press Cancel. */
  async answerOpen(...paths: readonly string[]): Promise<void> {
    await this.program.answerOpen(paths)
  }

  async answerSave(filePath: string): Promise<void> {
    await this.program.answerSave(filePath)
  }

  /** The user reads every message of the system and presses its button. Gives what was said so far. */
  async answerMessages(): Promise<() => Promise<readonly string[]>> {
    const said = this.desk.path('messages.txt')
    await this.program.app.evaluate(async ({ dialog }, file) => {
      const { appendFileSync } = process.getBuiltinModule('node:fs')
      dialog.showMessageBox = async (...args: unknown[]) => {
        const { message, detail } = args.at(-1) as Electron.MessageBoxOptions
        appendFileSync(file, `${message} ${detail}\n`)
        return { response: 0, checkboxChecked: false }
      }
    }, said)
    return async () => (existsSync(said) ? this.desk.read('messages.txt').trim().split('\n') : [])
  }

  /** Chooses an item of the application menu by its words, at whatever depth. */
  async chooseInMenu(words: string): Promise<void> {
    await this.program.chooseInMenu(words)
  }

  async setTheme(theme: 'Light' | 'Dark'): Promise<void> {
    await this.chooseInMenu(theme)
    await expect(this.page.locator('html')).toHaveAttribute('data-theme', theme.toLowerCase())
  }

  /** Makes the window's inside so large, in CSS pixels. */
  async resize(width: number, height: number): Promise<void> {
    await this.program.resize(width, height)
    await expect
      .poll(() => this.page.evaluate(() => `${innerWidth} × ${innerHeight}`))
      .toBe(`${width} × ${height}`)
  }

  // The end of the story

  /** Leaves a picture of the window as it is, if the program still runs and answers. */
  async picture(path: string): Promise<void> {
    await this.#program?.page.screenshot({ path, timeout: 5000 }).catch(() => null)
  }

  /** Ends what still runs and clears the desk. Gives what the page complained about and the program logged. */
  async clearUp(): Promise<{ readonly complaints: readonly string[]; readonly log: string }> {
    if (this.#program) await this.kill()
    const log = existsSync(this.desk.path('home', 'parley.log')) ? this.desk.read('home', 'parley.log') : ''
    this.desk.clear()
    const complaints = this.#complaints.filter((words) => !this.expectedComplaints?.test(words))
    return { complaints, log: this.expectsFaults ? '' : log }
  }
}

/** A desk with the program for one story, cleared when that ends; the story fails on what was complained about. */
async function atDesk(
  engine: Engine,
  story: TestInfo,
  use: (parley: Workbench) => Promise<void>,
): Promise<void> {
  const parley = new Workbench(engine)
  await use(parley)
  const failed = story.status !== story.expectedStatus
  if (failed) await parley.picture(story.outputPath('the-window-at-the-end.png'))
  const { complaints, log } = await parley.clearUp()
  expect(complaints, 'what the page complained about').toEqual([])
  expect(log, 'what the program logged').toBe('')
}

/** A story: `parley` is the program with a desk of its own, `colleague` another person at another desk. */
export const test = base.extend<{ parley: Workbench; colleague: Workbench; engine: Engine }>({
  engine: ['electron', { option: true }],
  parley: ({ engine }, use, story) => atDesk(engine, story, use),
  colleague: ({ engine }, use, story) => atDesk(engine, story, use),
})
