import { appendFileSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test'
import { electronArgs, electronEnv } from '../../scripts/run-electron.mjs'
import { Desk, repository } from '../desk'

export interface HostileWishes {
  /** The text of a script that the page loads beside its own, from the app's own origin. */
  readonly script?: string
  /** What the preload script does besides. */
  readonly preload?: string
  /** Whether Chromium leaves the content security policy aside, to see what stands without it. */
  readonly withoutPolicy?: boolean
  /** Words of the built main process, and what stands in their place. */
  readonly changes?: Readonly<Record<string, string>>
}

/**
 * A copy of the built app of which a part has fallen into bad hands, started on a desk of its own: the real program
 * and the real window, with every guard but what is said in the wishes.
 */
export class HostileParley {
  readonly desk: Desk
  readonly app: ElectronApplication
  readonly page: Page

  private constructor(desk: Desk, app: ElectronApplication, page: Page) {
    this.desk = desk
    this.app = app
    this.page = page
  }

  static async start(wishes: HostileWishes = {}): Promise<HostileParley> {
    const desk = new Desk()
    const copy = copyOfTheApp(desk, wishes)
    const app = await _electron.launch({
      cwd: desk.folder,
      args: electronArgs([copy, `--user-data-dir=${desk.home}`]),
      env: electronEnv(),
      bypassCSP: wishes.withoutPolicy ?? false,
      colorScheme: null,
    })
    const page = await app.firstWindow()
    // Playwright's locators wait for ever when a script has tried to lead the page away; one that nothing stops may
    // have written over the whole page before anybody looks.
    const isThere = () => document.querySelector('main') !== null || 'outcomes' in window
    await expect.poll(() => page.evaluate(isThere)).toBe(true)
    return new HostileParley(desk, app, page)
  }

  /** Ends it at once and clears the desk. */
  async end(): Promise<void> {
    const program = this.app.process()
    const ended = new Promise((resolve) => program.once('exit', resolve))
    if (process.platform === 'win32' || program.pid === undefined) program.kill('SIGKILL')
    else process.kill(-program.pid, 'SIGKILL')
    await ended
    this.desk.clear()
  }
}

function copyOfTheApp(desk: Desk, { script, preload, changes = {} }: HostileWishes): string {
  const copy = desk.path('app')
  for (const part of ['main', 'preload', 'renderer'])
    cpSync(join(repository, 'out', part), join(copy, 'out', part), { recursive: true })
  cpSync(join(repository, 'package.json'), join(copy, 'package.json'))
  if (script !== undefined) {
    writeFileSync(join(copy, 'out/renderer/assets/attack.js'), script)
    change(join(copy, 'out/renderer/index.html'), {
      '</head>': '<script type="module" src="./assets/attack.js"></script></head>',
    })
  }
  if (preload !== undefined) appendFileSync(join(copy, 'out/preload/index.cjs'), preload)
  const main = join(copy, 'out/main')
  const parts = readdirSync(main, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  )
  for (const [words, others] of Object.entries(changes)) {
    const holders = parts.filter((name) => readFileSync(join(main, name), 'utf8').includes(words))
    expect(holders, `files of the main process with ${words}`).toHaveLength(1)
    change(join(main, holders[0]!), { [words]: others })
  }
  return copy
}

function change(file: string, changes: Readonly<Record<string, string>>): void {
  let text = readFileSync(file, 'utf8')
  for (const [words, others] of Object.entries(changes)) text = text.replace(words, () => others)
  writeFileSync(file, text)
}
