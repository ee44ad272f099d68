import { ipcMain, nativeTheme, screen, session, type App } from 'electron'
import { join, resolve } from 'node:path'
import { makeRoot, nodeFolder } from '../../data/store/files/node-folder'
import type { Problem } from '../../data/model/problem'
import { failed } from '../../data/model/result'
import type { MenuKeys, Theme, WindowEvent } from '../ipc/contract'
import { eventWire } from '../ipc/wire'
import { answerWindow } from './answer'
import { systemDialogs } from './dialogs'
import { allWritten } from './exchange/write-durably'
import { handlers } from './handlers'
import { Imports } from './import/imports'
import type { Log } from './log'
import { popUpMenu, setMenu } from './menu/show-menu'
import { appPage } from './origin'
import type { Places } from './places'
import { printerOf } from './print/printer'
import { packedStart } from './project/packed-start'
import { openRecent } from './project/open-recent'
import { Projects } from './project/projects'
import { serveApp } from './security/app-protocol'
import { isFromOwnPage } from './security/own-page'
import { refuseDownloads } from './security/refuse-downloads'
import { refuseNetwork } from './security/refuse-network'
import { refusePermissions } from './security/refuse-permissions'
import { refuseSpellChecking } from './security/refuse-spell-checking'
import { firstSettings } from './settings/first-settings'
import { openSettings } from './settings/settings-file'
import { fittingBounds } from './window/bounds'
import { awaitBriefly, leave } from './window/close-window'
import { createWindow } from './window/create-window'
import { keepBounds } from './window/keep-bounds'
import { LastWords } from './window/last-words'
import { reviveWindow } from './window/revive-window'
import { zoomed } from './window/zoom'

interface Setting {
  readonly app: App
  readonly log: Log
  /** The address of the page. */
  readonly page: string
  readonly places: Places
  /** The project folder on the command line. */
  readonly named: string | null
}

/** Puts the program together: settings, projects, the window and its messages. */
export async function startApp({ app, log, page, places, named }: Setting): Promise<void> {
  const readingSettings = makeRoot(places.home).then(() =>
    openSettings(nodeFolder(places.home), firstSettings, log),
  )
  await app.whenReady()
  const settings = await readingSettings
  nativeTheme.themeSource = settings.now().theme

  const served = page === appPage ? null : page
  await secure(served)

  const area = screen.getAllDisplays().map(({ workArea }) => workArea)
  const preload = join(import.meta.dirname, '../preload/index.cjs')
  const window = createWindow(fittingBounds(settings.now().window, area), preload, served !== null)
  if (settings.now().maximized) window.maximize()
  keepBounds(window, settings)
  reviveWindow(window, log)

  const tell = (event: WindowEvent) => {
    if (!window.isDestroyed()) window.webContents.send(eventWire, event)
  }
  const imports = new Imports(
    () => projects.store,
    (event) => tell({ is: 'importing', event }),
    (error) => log('An import failed', error),
  )
  const lastWords = new LastWords(() => tell({ is: 'leaving' }))
  const projects = new Projects({
    settings,
    home: places.home,
    sampleHomes: places.sampleHomes,
    version: app.getVersion(),
    leaving: () => (window.isDestroyed() ? Promise.resolve() : lastWords.wait()),
    opened(start) {
      imports.cancel()
      window.setTitle(start.project?.project.name ?? 'Parley')
      drawMenu()
      tell({ is: 'opened', start: packedStart(start) })
    },
    told: tell,
    backedUp: (view) => tell({ is: 'backups', view }),
    recorded: (state) => tell({ is: 'record', state }),
    recordProgram: join(import.meta.dirname, 'record.js'),
    log,
    kept: (problem) => tell({ is: 'problem', problem }),
  })

  const openAndTell = async (opening: ReturnType<Projects['open']>) => {
    const opened = await opening
    if (!opened.ok) tell({ is: 'problem', problem: opened.error })
  }
  const openFormer = async (id: string) => {
    const recent = settings.now().recent.find((project) => project.id === id)
    if (!recent) return failed<Problem>({ kind: 'not-a-project', folder: id })
    return openRecent(projects, recent.folder, places.home, systemDialogs(window))
  }
  const setTheme = (theme: Theme) => {
    nativeTheme.themeSource = theme
    void settings.change({ theme })
    drawMenu()
  }
  let menuKeys: MenuKeys = {}
  const drawMenu = () =>
    setMenu(
      {
        isMac: process.platform === 'darwin',
        development: served !== null,
        recent: settings.now().recent,
        theme: settings.now().theme,
        hasProject: projects.store !== null,
        keys: menuKeys,
      },
      {
        send: (command) => tell({ is: 'menu', command }),
        openRecent: (id) => void openAndTell(openFormer(id)),
      },
    )
  drawMenu()

  let closing = false
  answerWindow(
    ipcMain,
    handlers({
      projects,
      imports,
      openRecent: openFormer,
      dialogs: () => systemDialogs(window),
      documents: places.documents,
      printer: () => printerOf(window.webContents),
      tell,
      broke: log,
      renamed: (name) => settings.change({ annotator: { ...settings.now().annotator, name } }),
      left: () => lastWords.given(),
      setTheme,
      prefer(parts) {
        void settings.change({ preferences: { ...settings.now().preferences, ...parts } })
      },
      zoom(how) {
        window.webContents.zoomLevel = zoomed(window.webContents.zoomLevel, how)
      },
      showKeys(keys) {
        menuKeys = keys
        drawMenu()
      },
      showMenu: () => popUpMenu(window),
    }),
    {
      isOurs: (event) => isFromOwnPage(event, window.webContents, page),
      isClosing: () => closing,
      badRequest: (channel, where) =>
        tell({ is: 'problem', problem: { kind: 'bad-request', channel, where } }),
      log,
    },
  )

  const close = async () => {
    const saving = await projects.close()
    await settings.written()
    return saving
  }
  window.on('close', (event) => {
    if (closing) return
    event.preventDefault()
    closing = true
    void leave(window, close)
      .then(() => awaitBriefly(allWritten()))
      .finally(() => window.destroy())
  })
  app.on('window-all-closed', () => app.quit())
  app.on('second-instance', (_event, _argv, _folder, given) => {
    if (window.isMinimized()) window.restore()
    window.focus()
    const other = namedIn(given)
    if (other !== null) void openAndTell(projects.openNamed(other))
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    void openAndTell(projects.openNamed(resolve(path)))
  })

  void projects.openFirst(named)
  await window.loadURL(page)
}

async function secure(served: string | null): Promise<void> {
  const ours = session.defaultSession
  refusePermissions(ours)
  refuseDownloads(ours)
  refuseSpellChecking(ours)
  if (served === null) serveApp(ours, join(import.meta.dirname, '../renderer'))
  await refuseNetwork(ours, served)
}

/** The folder that a second start handed over; it is plain data from another process of this user. */
const namedIn = (given: unknown): string | null => {
  const named = typeof given === 'object' && given !== null && 'named' in given ? given.named : null
  return typeof named === 'string' ? named : null
}
