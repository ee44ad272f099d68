import type { AttributeValue } from '../model/records'
import type { Stance } from './statement'

/** What a choice between words may call a side. */
const sides: Readonly<Record<string, Stance['sign']>> = { for: 1, against: -1, neither: 0, neutral: 0 }

export const onlyFor: Stance = { sign: 1, degree: null }
export const onlyAgainst: Stance = { sign: -1, degree: null }

/** A value of the attribute "stance": −2 is "strongly against", "against" says no more than the side; else `null`. */
export function stanceFrom(value: AttributeValue | undefined): Stance | null {
  if (typeof value === 'number' && Number.isFinite(value))
    return value === 0 ? { sign: 0, degree: null } : { sign: value > 0 ? 1 : -1, degree: Math.abs(value) }
  if (typeof value !== 'string') return null
  const sign = Object.hasOwn(sides, value.toLowerCase()) ? sides[value.toLowerCase()] : undefined
  return sign === undefined ? null : { sign, degree: null }
}

/**
 * The stance of somebody who opposes what has this stance. Only the side: who says no to a strong demand need not say it
 * strongly. Of what is neither for nor against, and of words whose stance nobody has said, it is against them.
 */
export const opposed = (stance: Stance | null): Stance => (stance?.sign === -1 ? onlyFor : onlyAgainst)
