import { activeLabels } from '../../../data/model/labels-in-force'
import { differenceKinds } from '../../../data/review/comparison'
import { useScenery } from '../../inspector/use-scenery'
import { Select } from '../../ui/Select'
import {
  setDifferenceFilter,
  standings,
  useReviewUi,
  type DifferenceFilter,
  type Standing,
} from '../review-ui'
import { kindNames } from './difference-words'
import { useReview } from './review-now'
import { useNamed } from './use-called'
import styles from './Filter.module.css'

/** Whether a filter leaves anything out that the list shows by itself. */
export const isNarrow = (filter: DifferenceFilter): boolean =>
  Object.keys(filter).some((part) => part !== 'people' && part !== 'articles')

const standingNames: Readonly<Record<Standing, string>> = {
  open: 'Open',
  decided: 'Decided',
  alike: 'What all have alike',
}

/** By what the list is narrowed: state, kind, label, person, article. */
export function FilterRows() {
  const { codebook } = useScenery()
  const filter = useReviewUi((ui) => ui.filter)
  const sides = useReview((review) => review?.sides) ?? []
  const named = useNamed()
  const set = (parts: { readonly [Part in keyof DifferenceFilter]?: DifferenceFilter[Part] | undefined }) => {
    const { title: _, keys: __, ...rest } = filter
    setDifferenceFilter(
      Object.fromEntries(Object.entries({ ...rest, ...parts }).filter(([, value]) => value !== undefined)),
    )
  }

  return (
    <div className={styles['rows']} role="group" aria-label="Filters of the differences">
      <Row
        name="State"
        any="Open and decided"
        chosen={filter.standings}
        options={standings.map((value) => ({ value, name: standingNames[value] }))}
        onChoose={(only) => set({ standings: only })}
      />
      <Row
        name="Kind"
        chosen={filter.kinds}
        options={differenceKinds.map((value) => ({ value, name: kindNames[value] }))}
        onChoose={(kinds) => set({ kinds })}
      />
      <Row
        name="Label"
        chosen={filter.labels}
        options={activeLabels(codebook).map(({ id, name }) => ({ value: id, name }))}
        onChoose={(labels) => set({ labels })}
      />
      {sides.length > 2 && (
        <Row
          name="Person"
          any="Any of them"
          chosen={filter.of}
          options={sides.map((id) => ({ value: id, name: named(id) }))}
          onChoose={(of) => set({ of })}
        />
      )}
    </div>
  )
}

interface RowProps<Value extends string> {
  readonly name: string
  /** What stands where nothing is left out. */
  readonly any?: string
  /** Of what the filter lets through, the first is shown. */
  readonly chosen: readonly Value[] | undefined
  readonly options: readonly { readonly value: Value; readonly name: string }[]
  /** `undefined`: nothing is left out. */
  readonly onChoose: (chosen: readonly Value[] | undefined) => void
}

function Row<Value extends string>({ name, any = 'Any', chosen, options, onChoose }: RowProps<Value>) {
  return (
    <div className={styles['row']}>
      <span aria-hidden="true">{name}</span>
      <Select
        label={name}
        value={chosen?.[0] ?? ''}
        options={[{ value: '', name: any }, ...options]}
        onChange={(to) =>
          onChoose(to === '' ? undefined : options.flatMap(({ value }) => (value === to ? [value] : [])))
        }
      />
    </div>
  )
}
