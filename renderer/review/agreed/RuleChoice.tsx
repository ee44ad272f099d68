import { usualReview, type AgreedRule } from '../../../data/model/review-records'
import { ruleInWords } from '../../../data/review/decision-words'
import { carryOut } from '../../state/actions'
import { useShown } from '../../state/store'
import { Select } from '../../ui/Select'
import styles from './Agreed.module.css'

/** The rule by which what nobody has decided on comes in; it is the project’s. */
export function RuleChoice() {
  const rule = useShown(({ project }) => project?.review.rule) ?? usualReview.rule
  const set = (next: AgreedRule) => void carryOut({ do: 'set-review', rule: next })
  const share = rule.is === 'majority' ? Math.round(100 * rule.share) : 60
  const choices: readonly (readonly [AgreedRule, string])[] = [
    [{ is: 'decided' }, 'Only what reviewers decided'],
    [{ is: 'unanimous' }, 'And what all have alike'],
    [{ is: 'majority', share: share / 100 }, 'And what a majority has alike'],
  ]
  return (
    <fieldset className={styles['rule']}>
      <legend>What is in the agreed set</legend>
      <div className={styles['choices']}>
        {choices.map(([choice, name]) => (
          <label key={choice.is} className={styles['choice']}>
            <input type="radio" name="rule" checked={rule.is === choice.is} onChange={() => set(choice)} />
            {name}
          </label>
        ))}
        {rule.is === 'majority' && (
          <Select
            label="Share of those who tagged the article"
            value={String(share)}
            options={sharesWith(share).map((each) => ({ value: String(each), name: `at least ${each} %` }))}
            onChange={(value) => set({ is: 'majority', share: Number(value) / 100 })}
          />
        )}
      </div>
      <p className={styles['quiet']}>{ruleInWords(rule)} The rule holds for everybody in this project.</p>
    </fieldset>
  )
}

const sharesWith = (share: number): number[] =>
  [...new Set([50, 60, 67, 75, 80, 90, share])].toSorted((a, b) => a - b)
