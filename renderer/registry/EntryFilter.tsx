import { useMemo } from 'react'
import { actorKinds } from '../../data/model/records'
import type { Registry } from '../../data/model/registry'
import { Select } from '../ui/Select'
import { orders, type Narrowing, type Tab } from './narrowing'
import { narrow } from './registry-state'
import { kindNames } from './registry-words'
import { countriesIn } from './rows'
import styles from './EntryList.module.css'

interface Props {
  readonly registry: Registry
  readonly narrowing: Narrowing
  readonly tab: Tab
}

const orderNames = { tags: 'Most tags', name: 'Name' } as const

/** By what the list is narrowed besides its search, and how it is ordered. */
export function EntryFilter({ registry, narrowing, tab }: Props) {
  const countries = useMemo(() => countriesIn(registry), [registry])
  return (
    <div className={styles['filter']} role="group" aria-label="Filters">
      {tab === 'actors' && (
        <>
          <Select
            label="Kind"
            value={narrowing.kind ?? ''}
            options={[
              { value: '', name: 'Any kind' },
              ...actorKinds.map((kind) => ({ value: kind, name: kindNames[kind] })),
            ]}
            onChange={(value) => narrow({ kind: actorKinds.find((kind) => kind === value) ?? null })}
          />
          <Select
            label="Country"
            value={narrowing.country ?? ''}
            options={[
              { value: '', name: 'Any country' },
              ...countries.map((country) => ({ value: country, name: country })),
            ]}
            onChange={(value) => narrow({ country: value || null })}
          />
        </>
      )}
      <Select
        label="Order"
        value={narrowing.order}
        options={orders.map((order) => ({ value: order, name: orderNames[order] }))}
        onChange={(value) => narrow({ order: orders.find((order) => order === value) ?? 'tags' })}
      />
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={narrowing.only === 'without'}
          onChange={(event) => narrow({ only: event.target.checked ? 'without' : 'all' })}
        />
        Without evidence
      </label>
    </div>
  )
}
