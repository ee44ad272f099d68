import type { AgreedArticle } from '../../../data/review/agreed'
import type { ProjectView } from '../../../data/store/views'
import { Registry } from '../../../data/model/registry'
import type { OpenedArticle, ShownSet } from '../../state/state'
import { showAlongside } from '../../state/looking'
import { say } from '../../state/notices'
import { store } from '../../state/store'

/** Under which name the agreed set stands beside people's; that of `AGREED` in data/review, which is loaded when it is asked for. */
export const AGREED_SET = 'agreed'

/** Milliseconds of rest after a change until it is derived again. */
const REST = 250

/** What the agreed set of an article is made of: while all of it is the same, so is the set. */
type Parts = readonly unknown[]

const partsOf = (open: OpenedArticle, { review, registry, codebook }: ProjectView): Parts => [
  open.article,
  open.mine.records,
  ...open.others.map(({ records }) => records),
  review.rule,
  review.threshold,
  registry,
  codebook,
]

const areSame = (a: Parts, b: Parts): boolean => a.length === b.length && a.every((part, i) => part === b[i])

let last: { readonly of: Parts; readonly agreed: AgreedArticle } | null = null

/** The agreed set on the open article as it is now. */
export async function agreedOnOpen(
  open: OpenedArticle,
  project: ProjectView,
): Promise<{ readonly agreed: AgreedArticle; readonly set: ShownSet }> {
  const { agreedSet, recordsOf, workOn } = await import('../../../data/review/agreed')
  const of = partsOf(open, project)
  if (!last || !areSame(last.of, of)) {
    const sets = [open.mine, ...open.others].map(({ annotator, records }) => ({
      annotator,
      records: [...records.values()],
    }))
    const work = workOn(open.article.id, sets)
    last = { of, agreed: agreedSet(work, project.review, Registry.of(project.registry), project.codebook) }
  }
  const records = new Map(recordsOf(last.agreed).map((record) => [record.id, record]))
  return { agreed: last.agreed, set: { annotator: AGREED_SET, records } }
}

let rest: ReturnType<typeof setTimeout> | undefined
let shownOf: Parts | null = null

/** Puts the agreed set beside mine while it is asked for, a moment after what it is made of was changed. */
async function follow(): Promise<void> {
  const { open, project, alongside, past } = store.getState()
  if (!open || !project || alongside !== AGREED_SET || past) return
  const of = partsOf(open, project)
  const { set } = await agreedOnOpen(open, project)
  const now = store.getState()
  if (now.open?.article !== open.article || now.alongside !== AGREED_SET) return
  shownOf = of
  store.setState({ open: { ...now.open, agreed: set } })
}

store.subscribe(({ open, project, alongside }, before) => {
  if (open === before.open && project === before.project && alongside === before.alongside) return
  if (alongside !== AGREED_SET) {
    if (open?.agreed) {
      const { agreed: _, ...rest } = open
      store.setState({ open: rest })
    }
    return
  }
  if (!open || !project) return
  if (open.agreed && shownOf && areSame(shownOf, partsOf(open, project))) return
  clearTimeout(rest)
  // What stands there is shown until the next is derived; another article begins without.
  rest = setTimeout(() => void follow(), open.agreed ? REST : 0)
})

/** Shows the agreed set above the words of the open article. */
export function showAgreed(): void {
  const { open } = store.getState()
  if (!open) return say('Open an article first.')
  if (open.hidden !== undefined)
    return say(
      'Others’ tags on this article are hidden until you are done with it, so there is no agreed set to show.',
    )
  showAlongside(AGREED_SET)
}
