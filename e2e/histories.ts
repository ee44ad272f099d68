import { readdirSync } from 'node:fs'
import { workDocument } from '../data/model/document'
import type { Annotation, WorkRecord } from '../data/model/records'
import { encodeDocument } from '../data/store/encode-document'
import { encodeSteps, type LoggedStep } from '../data/store/history-log'
import type { Desk } from './desk'
import { expect, type Workbench } from './workbench'

/** The project's only article: its id and its text. */
function onlyArticle(desk: Desk): { readonly id: string; readonly text: string } {
  const files = readdirSync(desk.path('project', 'articles'), { recursive: true, encoding: 'utf8' })
  const file = files.find((each) => each.endsWith('article.json'))
  if (!file) throw new Error('The project has no article.')
  return JSON.parse(desk.read('project', 'articles', file)) as { id: string; text: string }
}

/**
 * Puts a colleague's work on the project's only article into it, with a history of so many steps, one a minute up to
 * now: they tag these words, and write one note after another.
 */
export function writeHistory(parley: Workbench, name: string, words: string, count: number): void {
  const { desk } = parley
  const { id: article, text } = onlyArticle(desk)
  const annotator = name.toLowerCase().replace(' ', '-')
  const device = 'abcdefghij'
  const start = text.indexOf(words)
  const first = Date.now() - count * 60_000
  const timeOf = (n: number) => new Date(first + n * 60_000).toISOString()
  const id = '01890a5d-ac96-774b-bcce-b302099a8057'
  const noteOf = (n: number): Annotation => ({
    is: 'annotation',
    id,
    created: timeOf(1),
    modified: timeOf(n),
    article,
    label: 'claim',
    target: [{ start, end: start + words.length, quote: words, prefix: '', suffix: '' }],
    attributes: {},
    note: n === 1 ? '' : `Reading ${n}`,
    means: null,
    codebook: 'a'.repeat(26),
  })
  const steps = Array.from({ length: count }, (_, i): LoggedStep<WorkRecord> => {
    const n = i + 1
    const before: Record<string, WorkRecord | null> = { [id]: n === 1 ? null : noteOf(n - 1) }
    const items = { [id]: { rev: [n, device] as const, record: noteOf(n) } }
    return { at: timeOf(n), did: n === 1 ? 'annotate' : 'write-note', items, before }
  })
  const header = { project: projectId(desk), annotator, device, article }
  const folder = `project/work/${annotator}/${device}/${article.slice(-2)}`
  const person = { format: 'parley/person', schema: 1, id: annotator, name }
  desk.write(`project/people/${annotator}.json`, JSON.stringify(person))
  desk.write(`${folder}/${article}.log`, encodeSteps(steps))
  const items = steps.at(-1)?.items ?? {}
  desk.write(`${folder}/${article}.json`, encodeDocument(workDocument(header, items, count)))
}

const projectId = (desk: Desk): string =>
  (JSON.parse(desk.read('project', 'project.json')) as { readonly id: string }).id

/** The history of the article, opened from the reader's head. */
export async function openHistory(parley: Workbench) {
  await parley.page.getByRole('button', { name: 'History of the article', exact: true }).click()
  const dialog = parley.dialog('History of')
  await expect(dialog).toBeVisible()
  return {
    dialog,
    steps: dialog
      .getByRole('list', { name: 'Steps' })
      .getByRole('listitem')
      .filter({ has: dialog.page().getByRole('button') }),
    step: dialog.getByRole('region', { name: 'Step' }),
  }
}

/** What is over an article that is shown as it was. */
export const banner = (parley: Workbench) =>
  parley.page.getByRole('region', { name: 'The article as it was' })

/** The history of the selected tag, which is unfolded. */
export async function tagHistory(parley: Workbench) {
  const region = parley.page.getByRole('region', { name: 'History of the tag' })
  const fold = region.getByRole('button', { name: /^History/ }).first()
  if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click()
  return region.getByRole('list', { name: /^History of the tag/ }).getByRole('listitem')
}
