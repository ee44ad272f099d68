/** Numbers that look random and are the same for the same seed, everywhere. */
export interface Random {
  /** From 0, below 1. */
  readonly fraction: () => number
  /** A whole number from `least` to `most`, both possible. */
  readonly between: (least: number, most: number) => number
  /** One of the items; the list must not be empty. */
  readonly pick: <T>(items: readonly T[]) => T
}

/** A stream of numbers for each list of names: "42/3/ines" and "42/3/tobias" have nothing in common. */
export function randomOf(...names: readonly (string | number)[]): Random {
  let state = hashOf(names.join('/'))
  // SplitMix32: a counter whose every value is scrambled on its own.
  const fraction = () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }
  const between = (least: number, most: number) => least + Math.floor(fraction() * (most - least + 1))
  return { fraction, between, pick: (items) => items[between(0, items.length - 1)]! }
}

/** FNV-1a over code units. */
const hashOf = (text: string): number =>
  [...text].reduce((hash, letter) => Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193), 0x811c9dc5)
