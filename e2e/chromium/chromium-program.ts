import { chromium, expect, type BrowserContext, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { runnerImport } from 'vite'
import { channelNames, type ChannelName, type WindowEvent } from '../../electron/ipc/contract'
import { fileHeaders, pageHeaders } from '../../electron/main/security/page-headers'
import { repository } from '../desk'
import type { Program } from '../program'
import { chosenByUser } from './dialogs'
import { chromiumProgram } from '../../scripts/find-chromium.mjs'
import type * as InNode from './main-in-node'

const origin = 'https://parley.test'
const renderer = join(repository, 'out', 'renderer')
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
}

/**
 * One run of Parley's window in a Chromium that is newer than Electron's, with a main process in Node behind it. What
 * a person does in the window is the same; what is Electron's own (menu bar, system dialogs, processes) is not here.
 */
export class ChromiumProgram implements Program {
  readonly page: Page
  readonly complaints: string[] = []
  readonly #context: BrowserContext
  readonly #main: InNode.MainInNode
  readonly #user: ReturnType<typeof chosenByUser>

  private constructor(
    context: BrowserContext,
    page: Page,
    main: InNode.MainInNode,
    user: ReturnType<typeof chosenByUser>,
  ) {
    this.#context = context
    this.page = page
    this.#main = main
    this.#user = user
  }

  static async start(home: string, args: readonly string[]): Promise<ChromiumProgram> {
    const context = await chromium.launchPersistentContext(join(home, 'chromium'), {
      executablePath: chromiumProgram(),
      viewport: { width: 1280, height: 840 },
      colorScheme: null,
      args: [
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    })
    const page = context.pages()[0] ?? (await context.newPage())
    const user = chosenByUser()
    const complaints: string[] = []
    let telling = Promise.resolve()
    const { startMain } = await mainInNode()
    const main = await startMain(home, args[0] ?? null, {
      tell(event) {
        telling = telling.then(() => hear(page, event))
      },
      setTheme: (theme) => void page.emulateMedia({ colorScheme: theme === 'system' ? null : theme }),
      dialogs: user.dialogs,
      log: (what) => complaints.push(what),
    })
    const program = new ChromiumProgram(context, page, main, user)
    program.complaints.push(...complaints)
    context.on('weberror', (fault) => program.complaints.push(fault.error().message))
    context.on('console', (said) => {
      if (['error', 'warning'].includes(said.type())) program.complaints.push(said.text())
    })
    await context.route(`${origin}/**`, (route) =>
      route.fulfill(fileAt(new URL(route.request().url()).pathname)),
    )
    await context.exposeBinding('askMain', (_, name: ChannelName, given: unknown[]) => main.ask(name, given))
    await context.addInitScript(connect, [...channelNames])
    await page.goto(`${origin}/index.html`)
    await expect(page.getByRole('main')).toBeVisible()
    await page.evaluate(() => document.fonts.ready)
    return program
  }

  get app(): never {
    throw new Error('This story asks for Electron, and there is none in a browser.')
  }

  async quit(): Promise<void> {
    await this.#main.close()
    await this.#context.close()
  }

  /** A page of a browser has no process to be killed with its work half done: it is closed. */
  kill(): Promise<void> {
    return this.quit()
  }

  async answerOpen(paths: readonly string[]): Promise<void> {
    this.#user.opens(paths)
  }

  async answerSave(path: string): Promise<void> {
    this.#user.saves(path)
  }

  async chooseInMenu(words: string): Promise<void> {
    const item = this.#menuItems().find(({ label }) => label?.startsWith(words))
    if (!item?.click || item.enabled === false)
      throw new Error(`The menu has no “${words}” that can be chosen.`)
    // None of our items looks at what it is given.
    Reflect.apply(item.click, undefined, [])
  }

  async keysInMenu(words: string): Promise<string | null> {
    return (
      this.#menuItems()
        .find(({ label }) => label === words)
        ?.accelerator?.toString() ?? null
    )
  }

  #menuItems() {
    const items = this.#main.menu().flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
    return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? item.submenu : [])])
  }

  async resize(width: number, height: number): Promise<void> {
    await this.page.setViewportSize({ width, height })
  }
}

/** Loaded as the build does it, once a process: articles of the sample are imported as text. */
let loading: Promise<typeof InNode> | undefined
const mainInNode = () =>
  (loading ??= runnerImport<typeof InNode>(join(import.meta.dirname, 'main-in-node.ts'), {
    configFile: false,
    logLevel: 'warn',
  }).then(({ module }) => module))

/** Runs in the page before anything of ours: what the preload script gives in Electron. */
function connect(names: readonly string[]): void {
  const ask =
    (name: string) =>
    (...args: unknown[]) =>
      Reflect.get(window, 'askMain')(name, args)
  const listen = (listener: (event: unknown) => void) => {
    const hearing = (event: Event) => event instanceof CustomEvent && listener(event.detail)
    window.addEventListener('main-tells', hearing)
    return () => window.removeEventListener('main-tells', hearing)
  }
  const { readDropped: _, ...questions } = Object.fromEntries(names.map((name) => [name, ask(name)]))
  Object.assign(window, { workbench: Object.freeze({ ...questions, listen }) })
}

/** What is told while the page loads it asks for by itself when it begins. */
const hear = (page: Page, event: WindowEvent): Promise<void> =>
  page
    .evaluate((detail) => void window.dispatchEvent(new CustomEvent('main-tells', { detail })), event)
    .catch(() => undefined)

function fileAt(path: string): { status: number; headers?: Record<string, string>; body?: Buffer | string } {
  const file = normalize(path)
  const type = types[extname(file)]
  if (!type) return { status: 404 }
  const body = readFileSync(join(renderer, file))
  if (extname(file) !== '.html') return { status: 200, headers: { ...fileHeaders(type) }, body }
  const nonce = 'nonce-of-the-story'
  return {
    status: 200,
    headers: { ...fileHeaders(type), ...pageHeaders(nonce) },
    body: body.toString().replace('CSP_NONCE', nonce),
  }
}
