import type { Annotation } from '../model/records'
import type { AgreedRule } from '../model/review-records'
import { isEnough } from './provenance'

/** Somebody's tag. */
export interface Theirs {
  readonly annotator: string
  readonly tag: Annotation
}

/**
 * The tags that a rule brings in, of groups of matched ones: those that enough of `of` people have alike. Two things that stand
 * in each other's place contend, and the one that more people chose over the other comes in; with as many for either, neither.
 * Whoever has both, as where several tags lie on the same words, chose neither over the other.
 */
export function byRule(
  groups: readonly (readonly Theirs[])[],
  keyOf: (tag: Annotation) => string,
  of: number,
  rule: AgreedRule,
): readonly Theirs[] {
  if (rule.is === 'decided') return []
  const alike = new Map<string, Theirs[]>()
  const contending = new Map<string, Set<string>>()
  for (const group of groups) {
    const keys = new Set(group.map(({ tag }) => keyOf(tag)))
    for (const each of group) alike.set(keyOf(each.tag), [...(alike.get(keyOf(each.tag)) ?? []), each])
    for (const key of keys) contending.set(key, new Set([...(contending.get(key) ?? []), ...keys]))
  }
  const people = new Map(
    [...alike].map(([key, theirs]) => [key, new Set(theirs.map(({ annotator }) => annotator))] as const),
  )
  /** How many have the one and not the other. */
  const choseOver = (one: string, other: string): number =>
    [...people.get(one)!].filter((annotator) => !people.get(other)!.has(annotator)).length
  return [...alike].flatMap(([key, theirs]) => {
    if (!isEnough(people.get(key)!.size, of, rule)) return []
    const loses = [...contending.get(key)!].some((other) => {
      const against = choseOver(other, key)
      return against > 0 && against >= choseOver(key, other)
    })
    return loses ? [] : theirs
  })
}
