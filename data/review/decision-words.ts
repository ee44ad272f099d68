import type { AgreedRule, DecisionAction, DecisionReason } from '../model/review-records'

const actions: Readonly<Record<DecisionAction, string>> = {
  accept: 'accepted',
  reject: 'rejected',
  change: 'changed',
  merge: 'merged',
  split: 'split',
  contested: 'contested',
}

const reasons: Readonly<Record<DecisionReason, string>> = {
  boundary: 'boundary',
  'wrong-label': 'wrong label',
  'wrong-actor': 'wrong actor',
  'wrong-position': 'wrong position',
  'wrong-stance': 'wrong stance',
  'not-a-claim': 'not a claim',
  duplicate: 'duplicate',
  missed: 'missed',
  'codebook-gap': 'codebook gap',
  'ambiguous-text': 'ambiguous text',
}

/** What was decided, as the end of a sentence: "rejected". */
export const actionInWords = (action: DecisionAction): string => actions[action]

/** Why: "wrong actor". */
export const reasonInWords = (reason: DecisionReason): string => reasons[reason]

/** What the agreed set has by a rule, as a sentence. */
export function ruleInWords(rule: AgreedRule): string {
  switch (rule.is) {
    case 'decided':
      return 'Only what reviewers decided is in it.'
    case 'unanimous':
      return 'What reviewers decided is in it, and what all who tagged an article have alike.'
    case 'majority': {
      const share = Math.round(100 * rule.share)
      return `What reviewers decided is in it, and what at least ${share} % of those who tagged an article have alike.`
    }
  }
}
