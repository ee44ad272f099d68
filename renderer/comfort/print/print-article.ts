import type { Problem } from '../../../data/model/problem'
import type { Result } from '../../../data/model/result'
import { say } from '../../state/actions'
import { shownArticle } from '../../state/past'
import { store } from '../../state/store'
import { workbench } from '../../state/workbench'
import { compose } from './compose'
import type { PrintChoice } from './what-to-print'

/** What becomes of it: `printed`, `cancelled`, or why not. */
export type PrintOutcome = 'printed' | 'cancelled' | Problem

/** How far it is, from 0 to 1; `null` while the system has the pages. */
export type PrintProgress = (share: number | null) => void

/**
 * Lays the open article out beside the window, and has the pages printed, or written as a PDF. They are gone from the
 * page afterwards. `signal` stops it at any time: nothing is written then.
 */
export async function printArticle(
  to: 'print' | 'save-pdf',
  choice: PrintChoice,
  progress: PrintProgress,
  signal: AbortSignal,
): Promise<PrintOutcome> {
  const { project } = store.getState()
  const open = shownArticle(store.getState())
  if (!project || !open) return 'cancelled'
  const { people, codebook, registry } = project
  const nameOf = (annotator: string) => people.find(({ id }) => id === annotator)?.name ?? annotator
  const scenery = { codebook, registry, nameOf, project: project.project.name }

  const root = document.createElement('div')
  // Its pages are tagged for those who hear them; an open dialog hides what is not of its layer.
  root.dataset['reactAriaTopLayer'] = 'true'
  document.body.append(root)
  document.documentElement.classList.add('printing')
  const { title } = document
  const stop = () => void workbench.stopPdf()
  try {
    const pages = await compose(root, { open, scenery, choice }, progress, signal)
    await document.fonts.ready
    progress(null)
    // The name of the document, as the printer and the PDF have it.
    document.title = open.article.title
    signal.addEventListener('abort', stop)
    const answer = await hand(to, open.article.id, choice)
    if (!answer || signal.aborted) return 'cancelled'
    if (!answer.ok) return answer.error
    if (answer.value) say(`Saved ${pages === 1 ? '1 page' : `${pages} pages`} as ${answer.value.file}.`)
    return 'printed'
  } catch (error) {
    if (signal.aborted) return 'cancelled'
    throw error
  } finally {
    signal.removeEventListener('abort', stop)
    document.title = title
    root.remove()
    document.documentElement.classList.remove('printing')
  }
}

const hand = (
  to: 'print' | 'save-pdf',
  article: string,
  { paper }: PrintChoice,
): Promise<Result<{ readonly file: string } | null, Problem> | null> =>
  to === 'print' ? workbench.printPages(paper) : workbench.savePdf(article, paper)
