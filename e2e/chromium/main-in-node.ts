import type { IpcMain } from 'electron'
import { join } from 'node:path'
import { makeRoot, nodeFolder } from '../../data/store/files/node-folder'
import { failed } from '../../data/model/result'
import type { Problem } from '../../data/model/problem'
import { answerWindow } from '../../electron/main/answer'
import type { Dialogs } from '../../electron/main/dialogs'
import { handlers } from '../../electron/main/handlers'
import { Imports } from '../../electron/main/import/imports'
import { menuTemplate } from '../../electron/main/menu/template'
import { openRecent } from '../../electron/main/project/open-recent'
import { packedStart } from '../../electron/main/project/packed-start'
import { Projects } from '../../electron/main/project/projects'
import { firstSettings } from '../../electron/main/settings/first-settings'
import { openSettings } from '../../electron/main/settings/settings-file'
import { LastWords } from '../../electron/main/window/last-words'
import type { ChannelName, MenuKeys, Theme, WindowEvent } from '../../electron/ipc/contract'
import { wireName } from '../../electron/ipc/wire'

/** What a window outside Electron needs of the main process. */
export interface MainInNode {
  ask(channel: ChannelName, args: readonly unknown[]): Promise<unknown>
  readonly menu: () => ReturnType<typeof menuTemplate>
  /** Brings everything into the project folder. */
  close(): Promise<void>
}

export interface WindowSide {
  readonly tell: (event: WindowEvent) => void
  readonly setTheme: (theme: Theme) => void
  readonly dialogs: Dialogs
  readonly log: (what: string) => void
}

type Listener = Parameters<IpcMain['handle']>[1]

/**
 * The main process without Electron: the same settings, projects, imports and answers, put together as
 * `electron/main/start-app.ts` does it, for a window that is a page of another browser.
 */
export async function startMain(home: string, named: string | null, side: WindowSide): Promise<MainInNode> {
  const { tell, dialogs } = side
  const log = (what: string, error: unknown) => side.log(`${what}: ${String(error)}`)
  await makeRoot(home)
  const settings = await openSettings(nodeFolder(home), firstSettings, log)
  const documents = join(home, 'documents')
  const setTheme = (theme: Theme) => {
    side.setTheme(theme)
    void settings.change({ theme })
  }
  const lastWords = new LastWords(() => tell({ is: 'leaving' }))
  const imports = new Imports(
    () => projects.store,
    (event) => tell({ is: 'importing', event }),
    (error) => log('An import failed', error),
  )
  const projects = new Projects({
    settings,
    home,
    sampleHomes: [documents],
    version: '0.0.0',
    leaving: () => lastWords.wait(),
    opened(start) {
      imports.cancel()
      tell({ is: 'opened', start: packedStart(start) })
    },
    told: tell,
    backedUp: (view) => tell({ is: 'backups', view }),
    recorded: (state) => tell({ is: 'record', state }),
    recordProgram: join(import.meta.dirname, '../../out/main/record.js'),
    log,
    kept: (problem) => tell({ is: 'problem', problem }),
  })

  let keys: MenuKeys = {}
  const listeners = new Map<string, Listener>()
  answerWindow(
    { handle: (name, listener) => void listeners.set(name, listener) },
    handlers({
      projects,
      imports,
      openRecent: async (id) => {
        const recent = settings.now().recent.find((project) => project.id === id)
        if (!recent) return failed<Problem>({ kind: 'not-a-project', folder: id })
        return openRecent(projects, recent.folder, home, dialogs)
      },
      dialogs: () => dialogs,
      documents,
      printer: () => ({
        pdf: async () => failed<Problem>({ kind: 'not-printed', why: 'there is no Electron' }),
        print: async () => failed<Problem>({ kind: 'not-printed', why: 'there is no Electron' }),
      }),
      tell,
      broke: log,
      renamed: (name) => settings.change({ annotator: { ...settings.now().annotator, name } }),
      left: () => lastWords.given(),
      setTheme,
      prefer(parts) {
        void settings.change({ preferences: { ...settings.now().preferences, ...parts } })
      },
      zoom: () => undefined,
      showKeys(shown) {
        keys = shown
      },
      showMenu: () => undefined,
    }),
    {
      isOurs: () => true,
      isClosing: () => false,
      badRequest: (channel, where) => side.log(`${channel}: ${where}`),
      log,
    },
  )
  side.setTheme(settings.now().theme)
  const opening = projects.openFirst(named)

  return {
    async ask(channel, args) {
      await opening
      // The answers never look at the event: the guard that does is the one above.
      return Reflect.apply(listeners.get(wireName(channel))!, undefined, [{}, ...args])
    },
    menu: () =>
      menuTemplate(
        {
          isMac: false,
          development: false,
          recent: settings.now().recent,
          theme: settings.now().theme,
          hasProject: projects.store !== null,
          keys,
        },
        {
          send: (command) => tell({ is: 'menu', command }),
          openRecent: () => undefined,
        },
      ),
    async close() {
      await projects.close()
      await settings.written()
    },
  }
}
