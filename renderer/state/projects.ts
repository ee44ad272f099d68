import type { PackedStart, Start } from '../../electron/ipc/contract'
import type { Problem } from '../../data/model/problem'
import type { Result } from '../../data/model/result'
import { explain } from '../../data/model/explain'
import { noRecord } from '../../data/record/query'
import { unpackList } from '../../data/store/packed-list'
import type { ExportRequest } from '../../electron/ipc/export'
import { say, show } from './notices'
import { openArticle } from './reading'
import { sameProject } from './same-project'
import { store } from './store'
import { firstAlongside, firstArticle } from './where-to-begin'
import { workbench } from './workbench'

const shown = (answer: Result<null, Problem> | null): void => {
  if (answer && !answer.ok) show(answer.error)
}

export const newProject = async (): Promise<void> => shown(await workbench.newProject())
export const openProject = async (): Promise<void> => shown(await workbench.openProject())
export const openSample = async (): Promise<void> => shown(await workbench.openSample())
export const openRecent = async (id: string): Promise<void> => shown(await workbench.openRecent(id))

/** Shows another project, or none, with an article open, so that there is something to read. */
export function takeStart(packed: PackedStart): void {
  const start = unpacked(packed)
  const { project, problem } = start
  // A copy of the project that was open has its id too, and nothing that was kept of the one is true of the other.
  store.setState({ mode: 'read', project: null, open: null })
  store.setState({
    start,
    preferences: start.preferences,
    project,
    mode: 'read',
    open: null,
    opening: null,
    history: project?.history ?? { undo: null, redo: null },
    past: null,
    trail: null,
    mySteps: null,
    selected: null,
    sticky: null,
    reshaping: null,
    pointedAt: null,
    hiddenLabels: new Set(),
    alongside: project && firstAlongside(project),
    notice: null,
    dialog: null,
    importing: null,
    backups: null,
    record: noRecord,
    drawer: null,
  })
  if (problem) show(problem)
  const first = project && firstArticle(project)
  if (first) void openArticle(first.summary.id)
}

const unpacked = (start: PackedStart): Start => ({
  ...start,
  project: start.project && { ...start.project, articles: unpackList(start.project.articles) },
})

/** Says my name to the others. Gives the reason when it could not be kept. */
export async function rename(name: string): Promise<Problem | null> {
  const answer = await workbench.rename(name)
  if (!answer.ok) return answer.error
  const { project } = store.getState()
  if (!project) return null
  const me = { ...project.me, name }
  const people = project.people.map((person) => (person.id === me.id ? me : person))
  store.setState({ project: { ...project, me, people } })
  return null
}

/** Writes a set. Gives the reason when it could not be written; the dialog closes when it was. */
export async function exportSet(request: ExportRequest): Promise<Problem | null> {
  const isStill = sameProject()
  const answer = await workbench.exportSet(request)
  if (!answer) return null
  if (!answer.ok) return answer.error.kind === 'cancelled' ? null : answer.error
  const { file, tags } = answer.value
  // Meanwhile another project may have been opened, with a dialog of its own.
  if (isStill()) store.setState({ dialog: null })
  say(`Exported ${tags === 1 ? '1 tag' : `${tags} tags`} to ${file}.`)
  return null
}

/** Receives annotation sets from files, and says what came. */
export async function importSets(): Promise<void> {
  const answers = await workbench.importSets()
  if (!answers || answers.length === 0) return
  const failed = answers.filter((answer) => !answer.ok)
  const came = answers.filter((answer) => answer.ok).map(({ value }) => value)
  const sentences = [...came.map(cameInWords), ...failed.map(({ error }) => explain(error))]
  store.setState({
    notice: { text: sentences.join(' '), tone: failed.length > 0 ? 'bad' : 'quiet', undo: false },
  })
}

function cameInWords({ file, tags, isNew }: { file: string; tags: number; isNew: boolean }): string {
  if (!isNew) return `${file} was here already.`
  if (tags === 0) return `${file} has no tags in it. What else it holds was received.`
  return `Received ${tags === 1 ? '1 tag' : `${tags} tags`} from ${file}.`
}
