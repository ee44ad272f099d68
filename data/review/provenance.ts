import type { Annotation, Link } from '../model/records'
import type { AgreedRule, DecisionAction, DecisionReason, Named } from '../model/review-records'

/** Where a tag or link of the agreed set comes from. */
export interface Provenance {
  /** Whose tags or links it comes from, by annotator and id. */
  readonly from: readonly Named[]
  /** The decisions that brought it in, by time; none when a rule did. */
  readonly decisions: readonly Decider[]
  /** By what it came in: a decision, or a rule. */
  readonly by: AgreedRule['is']
  /** Of contested readings: how much speaks for it, 0 to 1. */
  readonly weight: number | null
}

export interface Decider {
  readonly id: string
  /** The reviewer: an annotator's id. */
  readonly by: string
  readonly action: DecisionAction
  readonly reason: DecisionReason | null
}

export interface AgreedTag {
  readonly tag: Annotation
  readonly provenance: Provenance
}

export interface AgreedLink {
  readonly link: Link
  readonly provenance: Provenance
}

/** Whether so many of them suffice for a rule to bring something in. */
export function isEnough(having: number, of: number, rule: AgreedRule): boolean {
  if (rule.is === 'decided' || of === 0) return false
  return rule.is === 'unanimous' ? having === of : having / of >= rule.share - 1e-9
}
