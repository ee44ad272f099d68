import type { Finding, OverlapAsked, ReviewQuery } from '../../../data/review/agreement'
import { showDifferences, standings } from '../review-ui'
import { comparedBy } from './evidence'
import { coefficientInFigures, countInFigures } from './in-figures'
import { useGridKeys } from './use-grid-keys'
import figures from './Figures.module.css'

interface Props {
  readonly findings: readonly Finding[]
  readonly query: ReviewQuery
  /** In the order of the query. */
  readonly people: readonly string[]
}

const asked: Readonly<Record<OverlapAsked, string>> = {
  any: 'any',
  half: 'half of the longer',
  exact: 'the same words exactly',
}

/** Up to so many people have a column each; of more, those who missed it are counted together. */
const COLUMNS = 3

/** Whether tags were found by both, by how much of them must overlap for that. A number opens its tags. */
export function FindingTable({ findings, query, people }: Props) {
  const isWide = people.length > COLUMNS
  const only = isWide ? ['Only one of two'] : people.map((name) => `Only ${name}`)
  const { grid, place } = useGridKeys(findings.length, only.length + 1)
  const whole = comparedBy(query)
  return (
    <table className={figures['table']} role="grid" aria-label="Found by whom" {...grid}>
      <thead>
        <tr>
          <th scope="col">Overlap asked for</th>
          <th scope="col" className={figures['number']}>
            Both
          </th>
          {only.map((name) => (
            <th key={name} scope="col" className={figures['number']}>
              {name}
            </th>
          ))}
          <th scope="col" className={figures['number']}>
            F1
          </th>
        </tr>
      </thead>
      <tbody>
        {findings.map((finding, i) => {
          const counts = isWide ? [finding.only.reduce((sum, n) => sum + n, 0)] : finding.only
          return (
            <tr key={finding.overlap}>
              <th scope="row">{asked[finding.overlap]}</th>
              <td className={figures['number']}>
                <button
                  type="button"
                  className={figures['open']}
                  aria-label={`Both, ${asked[finding.overlap]}: ${countInFigures(finding.both)}`}
                  onClick={() => showDifferences({ ...whole, standings, title: 'Tags of any of them' })}
                  {...place(i, 0)}
                >
                  {countInFigures(finding.both)}
                </button>
              </td>
              {counts.map((count, who) => (
                <td key={who} className={figures['number']}>
                  <button
                    type="button"
                    className={figures['open']}
                    aria-label={`${only[who]}, ${asked[finding.overlap]}: ${countInFigures(count)}`}
                    onClick={() =>
                      showDifferences({
                        ...whole,
                        kinds: finding.overlap === 'any' ? ['missed'] : ['missed', 'boundary'],
                        ...(!isWide && { of: [query.annotators[who]!] }),
                        title: only[who]!,
                      })
                    }
                    {...place(i, who + 1)}
                  >
                    {countInFigures(count)}
                  </button>
                </td>
              ))}
              <td className={figures['number']}>
                {finding.f1.value === null ? (
                  <span className={figures['quiet']}>not defined</span>
                ) : (
                  <b>{coefficientInFigures(finding.f1.value)}</b>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
