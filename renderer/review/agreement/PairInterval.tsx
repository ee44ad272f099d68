import { useState } from 'react'
import { explain } from '../../../data/model/explain'
import type { Problem } from '../../../data/model/problem'
import { unpack } from '../../../data/record/packed'
import type { AgreementFigures } from '../../../data/review/agreement'
import { Button } from '../../ui/Button'
import { Select } from '../../ui/Select'
import { Working } from '../Working'
import { coefficients } from './coefficients'
import { coefficientInFigures, countInFigures, intervalInFigures } from './in-figures'
import type { LayerRow } from './layers'
import { pairQuery } from './pair-query'
import { askFigures, stopComparing } from './ports'
import type { AgreementNames } from './use-agreement-names'
import figures from './Figures.module.css'
import styles from './PairInterval.module.css'

interface Props {
  readonly answer: AgreementFigures
  readonly names: AgreementNames
  readonly row: LayerRow
}

type Asked = Readonly<
  | { is: 'asking' }
  | { is: 'there'; of: readonly [string, string]; figures: AgreementFigures }
  | { is: 'failed'; problem: Problem }
>

/** Of one pair its interval too, which would take too long for all of them: the two are compared by themselves. */
export function PairInterval({ answer: { query }, names, row }: Props) {
  const [first = '', second = ''] = query.annotators
  const [pair, setPair] = useState<readonly [string, string]>([first, second])
  const [asked, setAsked] = useState<Asked | null>(null)
  const people = query.annotators.map((id, i) => ({ value: id, name: names.full[i]! }))
  const choose = (next: readonly [string, string]) => {
    setPair(next)
    setAsked(null)
  }
  const ask = async () => {
    setAsked({ is: 'asking' })
    const told = await askFigures(pairQuery(query, pair))
    if (!told.ok) return setAsked({ is: 'failed', problem: told.error })
    const there = unpack(told.value)
    setAsked(there && { is: 'there', of: pair, figures: there })
  }
  return (
    <div className={styles['pair']} role="group" aria-label="The interval of one pair">
      <span aria-hidden="true">Interval of</span>
      <Select
        label="One of the pair"
        value={pair[0]}
        options={people.filter(({ value }) => value !== pair[1])}
        onChange={(one) => choose([one, pair[1]])}
      />
      <span aria-hidden="true">and</span>
      <Select
        label="The other of the pair"
        value={pair[1]}
        options={people.filter(({ value }) => value !== pair[0])}
        onChange={(other) => choose([pair[0], other])}
      />
      {asked?.is === 'asking' ? (
        <Working doing="Comparing" atFirst="Comparing the two" onCancel={stopComparing} />
      ) : (
        <Button onClick={() => void ask()}>Compute</Button>
      )}
      {asked?.is === 'failed' && <p role="alert">{explain(asked.problem)}</p>}
      {asked?.is === 'there' && (
        <p role="status" className={figures['hint']}>
          {inWords(asked.figures, row)}
        </p>
      )}
    </div>
  )
}

function inWords({ layers }: AgreementFigures, { layer, main }: LayerRow): string {
  const there = layers.find((each) => each.layer === layer)
  const figure = there?.figures.find(({ name }) => name === main?.name)
  if (!there || figure?.measured.value == null) return 'Not defined for the two of them.'
  const value = `${coefficients[figure.name].symbol} ${coefficientInFigures(figure.measured.value)}`
  const interval = figure.interval
    ? `95 % interval ${intervalInFigures(figure.interval)}`
    : 'too few articles to draw an interval from'
  // γ is told of two people alone.
  const gamma = there.figures.find(({ name }) => name === 'gamma')?.measured.value
  const further = gamma == null ? '' : `, ${coefficients.gamma.symbol} ${coefficientInFigures(gamma)}`
  return `${value}, ${interval}${further}, n ${countInFigures(there.n)}`
}
