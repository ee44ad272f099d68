import { spoilBytes } from './mutate-bytes'
import { spoilDepth, spoilKeys, spoilNumbers, spoilValue } from './mutate-json'
import { chosen, type Random } from './random'

/** A spoilt file, and in words what was done to it. */
export interface Spoilt {
  readonly bytes: Uint8Array
  readonly did: string
}

export interface Knowledge {
  /** Ids and paths that stand somewhere in the project. */
  readonly ids: readonly string[]
  /** Writes a value as such a file is written, with a check sum that fits, so that the sum is no shield; `null` for other files. */
  readonly encode: ((value: object) => Uint8Array) | null
}

/** One or a few seeded changes to a valid file. Files that are no JSON only have their bytes changed. */
export function spoilFile(random: Random, bytes: Uint8Array, { ids, encode }: Knowledge): Spoilt {
  const value = jsonIn(bytes)
  if (value === null || random() < 0.4) {
    const did = chosen(random, Object.keys(spoilBytes))
    return { did, bytes: spoilBytes[did]!(random, bytes) }
  }
  const text = new TextDecoder().decode(bytes)
  const chance = random()
  if (chance < 0.15) return { did: 'key of JavaScript', bytes: encoded(spoilKeys(random, text)) }
  if (chance < 0.25) return { did: 'huge number', bytes: encoded(spoilNumbers(random, text)) }
  if (chance < 0.35) return { did: 'deep value', bytes: encoded(spoilDepth(random, text)) }
  const did: string[] = []
  for (let times = chosen(random, [1, 1, 1, 2, 5]); times > 0; times--)
    did.push(spoilValue(random, value, ids))
  const whole = encode && random() < 0.8
  return { did: did.join(', '), bytes: whole ? encode(value) : encoded(JSON.stringify(value)) }
}

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The object or list in the file; `null` for anything else. */
function jsonIn(bytes: Uint8Array): object | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return typeof value === 'object' ? value : null
  } catch {
    return null
  }
}
