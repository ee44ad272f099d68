import { actionInWords, reasonInWords } from '../../../data/review/decision-words'
import type { Provenance } from '../../../data/review/provenance'
import { listed } from '../agreement/people-names'

/** "Ada’s and Jonas’s; Ruth changed it, boundary." */
export function provenanceInWords(
  { from, decisions, by, weight }: Provenance,
  nameOf: (annotator: string) => string,
): string {
  const whose = listed([...new Set(from.map(({ annotator }) => `${nameOf(annotator)}’s`))])
  const how =
    by === 'decided'
      ? decisions
          .map(
            ({ by: reviewer, action, reason }) =>
              `${nameOf(reviewer)} ${actionInWords(action)} it${reason ? `, ${reasonInWords(reason)}` : ''}`,
          )
          .join('; ')
      : by === 'unanimous'
        ? 'all who tagged the article have it alike'
        : 'a majority has it alike'
  const share = weight === null ? '' : `, ${Math.round(100 * weight)} % for this reading`
  return `${whose}; ${how}${share}.`
}
