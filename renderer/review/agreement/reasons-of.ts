import type { Agreement } from '../../../data/review/agreement'
import type { CoefficientName, WhyUndefined } from '../../../data/review/figures'
import { coefficients, isChanceCorrected } from './coefficients'
import type { LayerRow } from './layers'
import { choicesOf } from './matrix'
import type { AgreementNames } from './use-agreement-names'
import { reasonFor, type Reason } from './why-undefined'

/** Why each figure of a layer that is not defined is not; `slice`: of a part of the work, why it is not there. */
export function reasonsOf(
  row: LayerRow,
  { confusions, shares, query }: Pick<Agreement, 'confusions' | 'shares' | 'query'>,
  names: Pick<AgreementNames, 'short' | 'value'>,
  slice: WhyUndefined | null = null,
): ReadonlyMap<CoefficientName | undefined, Reason> {
  const confusion = confusions.find(({ layer }) => layer === row.layer)?.confusion
  const chosen = confusion ? choicesOf(confusion).filter(({ count }) => count > 0) : []
  const silent = query.annotators.flatMap((id, i) =>
    (shares.find(({ annotator }) => annotator === id)?.tags ?? 0) === 0 ? [names.short[i]!] : [],
  )
  return new Map(
    row.figures.flatMap(({ name, measured }) => {
      const why = slice ?? measured.why
      if (why === null) return []
      const reason = reasonFor(why, {
        symbol: coefficients[name].symbol,
        things: row.things,
        n: row.n,
        people: names.short,
        silent: slice === null ? silent : [],
        value: slice === null && chosen.length === 1 ? names.value(row.layer, chosen[0]!.value) : null,
        threshold: query.threshold,
        isChanceCorrected: isChanceCorrected(name),
      })
      return [[name, reason] as const]
    }),
  )
}
