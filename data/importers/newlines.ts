import type { Article } from '../model/article'
import type { Units } from './utf-8'

export type Newlines = Article['source']['newlines']

export interface Normalised extends Units {
  readonly newlines: Newlines
}

const LF = 10
const CR = 13

/** Makes every CR LF and every CR one LF, in place; `newlines` says what was there. */
export function normaliseNewlines({ units, length }: Units): Normalised {
  let lf = 0
  let cr = 0
  let crlf = 0
  let to = 0
  for (let at = 0; at < length; at++) {
    const unit = units[at]!
    if (unit === CR) {
      if (at + 1 < length && units[at + 1] === LF) {
        crlf++
        at++
      } else cr++
      units[to++] = LF
      continue
    }
    if (unit === LF) lf++
    units[to++] = unit
  }
  const kinds = [lf > 0, cr > 0, crlf > 0].filter(Boolean).length
  const newlines = kinds > 1 ? 'mixed' : lf > 0 ? 'lf' : cr > 0 ? 'cr' : crlf > 0 ? 'crlf' : 'none'
  return { units, length: to, newlines }
}
