import { basename, dirname, join } from 'node:path'
import { formats } from '../../data/formats'
import type { Problem } from '../../data/model/problem'
import { failed, ok, type Result } from '../../data/model/result'
import { packArticle } from '../../data/store/packed-article'
import type { Store } from '../../data/store/store'
import type { Reply } from '../../data/store/views'
import type { MenuKeys, Theme, WindowEvent, Zoom } from '../ipc/contract'
import type { Preferences } from '../ipc/preferences'
import type { Handlers } from './answer'
import { backupHandlers } from './backup/backup-handlers'
import { codebookHandlers } from './codebook/codebook-handlers'
import type { Dialogs } from './dialogs'
import { exportView } from './exchange/export-view'
import { prepareExport } from './exchange/export-set'
import { receiveSetFile } from './exchange/receive-set-file'
import type { Imports } from './import/imports'
import { fileSources, textSources } from './import/source'
import { folderKind } from './project/folder-kind'
import { packedStart } from './project/packed-start'
import { printHandlers } from './print/print-handlers'
import type { Printer } from './print/printer'
import type { Projects } from './project/projects'
import { occurrenceHandlers } from './occurrences/occurrence-handlers'
import { recordHandlers } from './record/record-handlers'
import { LongSteps } from './steps/long-steps'

export interface HandlerPorts {
  readonly projects: Projects
  readonly imports: Imports
  readonly openRecent: (id: string) => Promise<Result<null, Problem>>
  readonly dialogs: () => Dialogs
  readonly documents: string
  readonly printer: () => Printer
  readonly tell: (event: WindowEvent) => void
  /** Something that was begun and answered has failed later. */
  readonly broke: (what: string, error: unknown) => void
  readonly renamed: (name: string) => Promise<void>
  readonly left: () => void
  readonly setTheme: (theme: Theme) => void
  readonly prefer: (parts: Partial<Preferences>) => void
  readonly zoom: (how: Zoom) => void
  readonly showKeys: (keys: MenuKeys) => void
  readonly showMenu: () => void
}

/** No project is open, so there is nothing that could be changed. */
const noProject: Problem = { kind: 'no-project' }

/** The answers to everything that the window may ask. */
export function handlers(ports: HandlerPorts): Handlers {
  const { projects, imports, dialogs } = ports
  /** Where the user exported to last, to be proposed again. */
  let exports = ports.documents

  const inProject = async <T>(
    ask: (store: Store) => Result<T, Problem> | Promise<Result<T, Problem>>,
  ): Promise<Result<T, Problem>> => (projects.store ? ask(projects.store) : failed(noProject))

  const long = new LongSteps({
    tell: (now) => ports.tell({ is: 'step', step: now }),
    now: () => performance.now(),
  })

  /** A step of mine is in the record of all articles at once. */
  const step = async (ask: (store: Store) => Promise<Result<Reply, Problem>>) => {
    const reply = await inProject(ask)
    if (reply.ok) projects.record?.took(reply.value)
    return reply
  }

  return {
    start: async () => packedStart(await projects.start()),
    async newProject() {
      const folder = await dialogs().newProject(join(ports.documents, 'New project'))
      return folder === null ? null : projects.make(folder)
    },
    async openProject() {
      const folder = await dialogs().openProject()
      return folder === null ? null : projects.open(folder)
    },
    openRecent: (id) => ports.openRecent(id),
    openSample: () => projects.openSample(),
    rename: (name) =>
      inProject(async (store) => {
        const renamed = await store.rename(name)
        if (renamed.ok) await ports.renamed(name)
        return renamed
      }),

    openArticle: (article) =>
      inProject(async (store) => {
        const opened = await store.openArticle(article)
        return opened.ok ? ok(packArticle(opened.value)) : opened
      }),
    async readAhead(article) {
      const ahead = await projects.store?.readAhead(article)
      // It is the very object that opening gives, if nothing is changed until then, so that it is packed already.
      if (ahead) packArticle(ahead)
      return null
    },
    async lookedAt(article, records) {
      await projects.store?.lookedAt(article, records)
      return null
    },
    carryOut: (command, given) =>
      step((store) => long.watched('do', (watch) => store.carryOut(command, given, watch))),
    mySteps: () => inProject(async (store) => ok(await store.mySteps())),
    historyOf: (article) => inProject((store) => store.historyOf(article)),
    cameFrom: (article, record) => inProject((store) => store.cameFrom(article, record)),
    asItWas: (article, at) => inProject((store) => store.asItWas(article, at)),
    bringBack: (article, at, only) => step((store) => bringBack(store, article, at, only)),
    undo: () => step((store) => long.watched('undo', (watch) => store.undo(watch))),
    redo: () => step((store) => long.watched('redo', (watch) => store.redo(watch))),
    stopStep() {
      long.stop()
      return null
    },
    left() {
      ports.left()
      return null
    },

    async chooseArticles(what) {
      if (!projects.store) return tellProblem(ports, noProject)
      const paths = await dialogs().articles(what)
      if (paths) imports.add(fileSources(paths))
      return null
    },
    readTexts(texts) {
      if (!projects.store) return tellProblem(ports, noProject)
      imports.add(textSources(texts))
      return null
    },
    async readDropped(paths) {
      const [only, ...more] = paths
      if (only !== undefined && more.length === 0) {
        const kind = await folderKind(only)
        if (kind.ok && kind.value === 'project') return projects.open(only)
      }
      return inProject(() => {
        imports.add(fileSources(paths))
        return ok(null)
      })
    },
    correctImport: (row, correction) => imports.correct(row, correction),
    stopReading() {
      imports.stop()
      return null
    },
    finishImport: (rows) => imports.finish(rows),
    cancelImport() {
      imports.cancel()
      return null
    },

    exportChoices: () => exportView(formats),
    exportSet: async (request) => {
      const prepared = await inProject((store) => prepareExport(store, request))
      if (!prepared.ok) return prepared
      const { name, extension, tags, write } = prepared.value
      const path = await dialogs().exportTo(join(exports, name + extension), extension)
      if (path === null) return null
      exports = dirname(path)
      const written = await write(path)
      return written.ok ? ok({ file: basename(path), tags }) : written
    },
    async importSets() {
      const { store } = projects
      if (!store) return [failed(noProject)]
      const paths = await dialogs().sets()
      if (!paths) return null
      await projects.backups?.backUpBriefly('before-set')
      const answers = []
      for (const path of paths) answers.push(await receiveSetFile(store, path))
      return answers
    },

    ...codebookHandlers(ports),
    ...printHandlers(ports),
    ...backupHandlers(ports),
    ...recordHandlers(ports),
    ...occurrenceHandlers(ports),

    setTheme(theme) {
      ports.setTheme(theme)
      return null
    },
    prefer(parts) {
      ports.prefer(parts)
      return null
    },
    zoom(how) {
      ports.zoom(how)
      return null
    },
    showKeys(keys) {
      ports.showKeys(keys)
      return null
    },
    showMenu() {
      ports.showMenu()
      return null
    },
  }
}

/** My tags and links as they were then; with `only` these, and the others as they are now. */
async function bringBack(
  store: Store,
  article: string,
  at: string,
  only: readonly string[] | null,
): Promise<Result<Reply, Problem>> {
  const [then, now] = [await store.asItWas(article, at), await store.openArticle(article)]
  if (!then.ok) return then
  if (!now.ok) return now
  const [before = [], present = []] = [then.value[0]?.records, now.value.sets[0]?.records]
  return store.bringBack(article, before, only ?? [...before, ...present].map(({ id }) => id))
}

function tellProblem({ tell }: HandlerPorts, problem: Problem): null {
  tell({ is: 'problem', problem })
  return null
}
