import { AGREED_SET as AGREED } from '../review/agreed/agreed-now'
import { labelInForce } from '../../data/model/labels-in-force'
import { useShallow } from 'zustand/react/shallow'
import { useKeys } from '../commands/commands-now'
import { ReadingSettings } from '../comfort/ReadingSettings'
import { DoneButton } from '../progress/DoneButton'
import { openDialog, showAlongside, toggleLabel } from '../state/actions'
import { shownArticle } from '../state/past'
import type { OpenedArticle, State } from '../state/state'
import { useShownSoon } from '../state/soon'
import { besideIn, countsIn, hasTags } from '../state/tags'
import { IconButton } from '../ui/Button'
import { LabelChip } from '../ui/LabelChip'
import { Pattern } from '../ui/Pattern'
import { ReaderMode } from './ReaderMode'
import { Select } from '../ui/Select'
import { whose } from '../ui/whose'

/** Over the article: the labels with their marks and counts, each of which can be hidden, and whose tags are shown. */
export function ReaderHead() {
  const codebook = useShownSoon((state) => state.project?.codebook)
  const historyKeys = useKeys('article.history')
  const counts = useShownSoon(useShallow(countsShown))
  const beside = useShownSoon(useShallow(annotatorsBeside))
  const alongside = useShownSoon((state) => state.alongside)
  const hidden = useShownSoon((state) => state.hiddenLabels)
  const people = useShownSoon((state) => state.project?.people) ?? []
  // Its place is kept from the first frame on, so that the text does not move when it comes.
  if (counts.length === 0 || !codebook) return <div className="reader-head" />
  const countOf = (shown: string): number => {
    const own = codebook.labels.filter(({ id }) => labelInForce(codebook, id) === shown)
    return counts.reduce((sum, of) => own.reduce((all, { id }) => all + (of.get(id) ?? 0), sum), 0)
  }
  // Of those that are retired, what is drawn can still be hidden.
  const labels = codebook.labels.filter(
    ({ id, retired }) => !retired || (labelInForce(codebook, id) === id && countOf(id) > 0),
  )
  const others = beside.map((annotator) =>
    annotator === AGREED
      ? { value: AGREED, name: 'with the agreed set' }
      : {
          value: annotator,
          name: `with ${whose(people.find(({ id }) => id === annotator)?.name ?? annotator)}`,
        },
  )

  return (
    <div className="reader-head">
      <div className="legend" role="group" aria-label="Labels shown">
        {labels.map((label) => (
          <button
            key={label.id}
            type="button"
            aria-pressed={!hidden.has(label.id)}
            title={hidden.has(label.id) ? `Show ${label.name} tags` : `Hide ${label.name} tags`}
            onClick={() => toggleLabel(label.id)}
          >
            <LabelChip label={label} />
            <span className="legend-name">{label.name}</span>
            <Pattern label={label} />
            <span className="count">{countOf(label.id)}</span>
          </button>
        ))}
      </div>
      <ReaderMode />
      <div className="reader-ways">
        {others.length > 0 && (
          <label className="alongside">
            <span>My tags</span>
            <Select
              label="Tags shown beside mine"
              quiet
              value={alongside ?? ''}
              options={[{ value: '', name: 'alone' }, ...others]}
              onChange={(annotator) => showAlongside(annotator || null)}
            />
          </label>
        )}
        <DoneButton />
        <ReadingSettings />
        <IconButton
          icon="history"
          label="History of the article"
          keys={historyKeys}
          onClick={() => openDialog('article-history')}
        />
      </div>
    </div>
  )
}

/** How many tags of each label are shown: mine, and those of the person alongside; empty when no article is open. */
function countsShown(state: State): ReadonlyMap<string, number>[] {
  const open = shownArticle(state)
  const theirs = open && besideIn(open).find(({ annotator }) => annotator === state.alongside)
  return [open?.mine, theirs].flatMap((set) => (set ? [countsIn(set.records)] : []))
}

/** Everybody else with tags on the article, now or as it is shown; and, where there are any, the agreed set. */
const annotatorsBeside = (state: State): string[] => {
  const people = [...new Set([state.open, shownArticle(state)].flatMap(annotatorsOf))]
  return people.length > 0 && !state.past ? [...people, AGREED] : people
}

/** Who only reviews has nothing to show. */
const annotatorsOf = (open: OpenedArticle | null): string[] =>
  open?.others.flatMap(({ annotator, records }) => (hasTags(records) ? annotator : [])) ?? []
