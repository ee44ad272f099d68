import type { Annotation } from '../model/records'
import type {
  AgreedRule,
  DecisionAction,
  DecisionReason,
  LinkReading,
  Named,
  Task,
} from '../model/review-records'
import type { Span } from '../model/span'

/** What a tag should be, as a reviewer says it. */
export interface AskedReading extends Pick<Annotation, 'label' | 'attributes' | 'means'> {
  readonly spans: readonly Span[]
  /** Of contested readings: how much speaks for it, 0 to 1. All of a decision have one, or none has. */
  readonly weight?: number
}

/** What a person can ask for about others' work on an article. */
export type ReviewCommand = Readonly<
  /**
   * Says what a reviewer makes of tags or links, their own or others'. It takes the place of what the same reviewer decided
   * on the same records before, and of that part of earlier decisions that was on any of them.
   */
  | {
      do: 'decide'
      article: string
      action: DecisionAction
      on: readonly Named[]
      readings: readonly AskedReading[]
      links: readonly LinkReading[]
      reason: DecisionReason | null
      note: string
    }
  | { do: 'withdraw-decision'; article: string; decision: string }
  | { do: 'answer'; article: string; decision: string; text: string }
  | { do: 'take-back-answer'; article: string; answer: string }
  /** With `off` they need not any more. */
  | { do: 'assign'; article: string; person: string; to: Task; off: boolean }
  /** Says that I have been through everybody's tags on the article, or with `take-up-review` that I have not after all. */
  | { do: 'mark-reviewed'; article: string; agreed: boolean }
  | { do: 'take-up-review'; article: string }
  /** Makes my own tags and links what somebody's decision says they should be. */
  | { do: 'take-over'; article: string; decision: string }
>

/** Says how the project is reviewed; what is not given stays. */
export type SetReview = Readonly<{
  do: 'set-review'
  blind?: boolean
  threshold?: number
  rule?: AgreedRule
}>
