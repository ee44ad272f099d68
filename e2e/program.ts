import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test'
import { electronArgs, electronEnv, electronProgram } from '../scripts/run-electron.mjs'
import { repository } from './desk'

/** Chromium draws on the processor, as it does wherever no graphics card is, and does not look for one first. */
const drawing = ['--disable-gpu', '--disable-software-rasterizer']

/** How a start of Parley is told where everything of the story is. */
const argsFor = (home: string, args: readonly string[]): string[] =>
  electronArgs([...drawing, '.', ...args, `--user-data-dir=${home}`])

/** `electron . ARGS` while the program runs already; resolves when this second one has ended. */
export async function startSecond(home: string, args: readonly string[]): Promise<void> {
  const second = spawn(electronProgram(), argsFor(home, args), {
    cwd: repository,
    env: electronEnv(),
    stdio: 'ignore',
  })
  await once(second, 'exit')
}

/** The window, when it shows something and its fonts are there. */
async function readyWindow(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow()
  // The first start on a busy machine takes longest.
  await expect(page.getByRole('main')).toBeVisible({ timeout: 60_000 })
  await expect.poll(() => page.evaluate(() => innerHeight)).toBeGreaterThan(0)
  await page.evaluate(() => document.fonts.ready)
  return page
}

/** One run of Parley, from its start to its end, wherever its window is. */
export interface Program {
  readonly page: Page
  /** Errors and warnings of the page; a story in which there are any has failed. */
  readonly complaints: string[]
  /** Electron's own side; a program without one throws. */
  readonly app: ElectronApplication
  /** Closes the window, as a person does, and waits until the program has ended. */
  quit(): Promise<void>
  /** Ends the program and its helpers at once: none of them gets to do anything more. */
  kill(): Promise<void>
  /** What the user will choose in the system's dialogs that open something; nothing: they press Cancel. */
  answerOpen(paths: readonly string[]): Promise<void>
  /** Where the user will save to. */
  answerSave(path: string): Promise<void>
  /** Chooses an item of the application menu by its words, at whatever depth. */
  chooseInMenu(words: string): Promise<void>
  /** The keys that an item of the application menu shows. */
  keysInMenu(label: string): Promise<string | null>
  /** Makes the window's inside so large, in CSS pixels. */
  resize(width: number, height: number): Promise<void>
}

/** Parley as it is: a process of Electron with a window. */
export class ElectronProgram implements Program {
  readonly #app: ElectronApplication
  readonly page: Page
  /** Resolves when the process is gone. */
  readonly #ended: Promise<void>
  readonly complaints: string[]

  private constructor(app: ElectronApplication, page: Page, complaints: string[], ended: Promise<void>) {
    this.#app = app
    this.page = page
    this.complaints = complaints
    this.#ended = ended
  }

  /** `electron . ARGS`, with the application's own folder in `home`. */
  static async start(home: string, args: readonly string[]): Promise<ElectronProgram> {
    const app = await _electron.launch({
      cwd: repository,
      args: argsFor(home, args),
      env: electronEnv(),
      // Else Playwright would choose the theme.
      colorScheme: null,
    })
    const ended = new Promise<void>((resolve) => app.process().once('exit', () => resolve()))
    const complaints: string[] = []
    app.context().on('weberror', (fault) => complaints.push(fault.error().message))
    app.context().on('console', (said) => {
      if (['error', 'warning'].includes(said.type())) complaints.push(said.text())
    })
    try {
      return new ElectronProgram(app, await readyWindow(app), complaints, ended)
    } catch (problem) {
      app.process().kill('SIGKILL')
      throw problem
    }
  }

  get app(): ElectronApplication {
    return this.#app
  }

  async quit(): Promise<void> {
    await this.#app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await this.#ended
  }

  async kill(): Promise<void> {
    const { pid } = this.#app.process()
    if (process.platform === 'win32' || pid === undefined) this.#app.process().kill('SIGKILL')
    else process.kill(-pid, 'SIGKILL')
    await this.#ended
  }

  async answerOpen(paths: readonly string[]): Promise<void> {
    await this.#app.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths: [...filePaths] })
    }, paths)
  }

  async answerSave(filePath: string): Promise<void> {
    await this.#app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: path })
    }, filePath)
  }

  async chooseInMenu(words: string): Promise<void> {
    await this.#app.evaluate(({ BrowserWindow, Menu }, label) => {
      const items = (menu: Electron.Menu | null | undefined): Electron.MenuItem[] =>
        menu?.items.flatMap((item) => [item, ...items(item.submenu)]) ?? []
      const item = items(Menu.getApplicationMenu()).find((each) => each.label.startsWith(label))
      if (!item?.enabled) throw new Error(`The menu has no “${label}” that can be chosen.`)
      item.click(undefined, BrowserWindow.getAllWindows()[0])
    }, words)
  }

  keysInMenu(label: string): Promise<string | null> {
    return this.#app.evaluate(({ Menu }, words) => {
      const items = (menu: Electron.Menu | null | undefined): Electron.MenuItem[] =>
        menu?.items.flatMap((item) => [item, ...items(item.submenu)]) ?? []
      return items(Menu.getApplicationMenu()).find((item) => item.label === words)?.accelerator ?? null
    }, label)
  }

  async resize(width: number, height: number): Promise<void> {
    await this.#app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
      { width, height },
    )
  }
}
