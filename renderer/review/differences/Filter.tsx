import type { ReactNode } from 'react'
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
  const one = (value: string): readonly string[] | undefined => (value === '' ? undefined : [value])

  return (
    <div className={styles['rows']} role="group" aria-label="Filters of the differences">
      <Row name="State">
        <Select
          label="State"
          value={filter.standings?.[0] ?? ''}
          options={[
            { value: '', name: 'Open and decided' },
            ...Object.entries(standingNames).map(([value, name]) => ({ value, name })),
          ]}
          onChange={(value) =>
            set({ standings: value === '' ? undefined : standings.filter((each) => each === value) })
          }
        />
      </Row>
      <Row name="Kind">
        <Select
          label="Kind"
          value={filter.kinds?.[0] ?? ''}
          options={[
            { value: '', name: 'Any' },
            ...differenceKinds.map((value) => ({ value, name: kindNames[value] })),
          ]}
          onChange={(value) =>
            set({ kinds: value === '' ? undefined : differenceKinds.filter((each) => each === value) })
          }
        />
      </Row>
      <Row name="Label">
        <Select
          label="Label"
          value={filter.labels?.[0] ?? ''}
          options={[
            { value: '', name: 'Any' },
            ...activeLabels(codebook).map(({ id, name }) => ({ value: id, name })),
          ]}
          onChange={(value) => set({ labels: one(value) })}
        />
      </Row>
      {sides.length > 2 && (
        <Row name="Person">
          <Select
            label="Person"
            value={filter.of?.[0] ?? ''}
            options={[
              { value: '', name: 'Any of them' },
              ...sides.map((id) => ({ value: id, name: named(id) })),
            ]}
            onChange={(value) => set({ of: one(value) })}
          />
        </Row>
      )}
    </div>
  )
}

const Row = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div className={styles['row']}>
    <span aria-hidden="true">{name}</span>
    {children}
  </div>
)
