/**
 * Numbers in [0, 1) that are the same for the same seed: sfc32, "small fast counter" (Chris Doty-Humphrey, PractRand, 2010), 128
 * bits of state, begun with the seed through splitmix32 (after Steele, Lea and Flood 2014, "Fast Splittable Pseudorandom Number
 * Generators") so that seeds that are close do not begin alike.
 */
export function seeded(seed: number): () => number {
  let mixing = seed | 0
  const mixed = (): number => {
    mixing = (mixing + 0x9e3779b9) | 0
    let z = mixing
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return z ^ (z >>> 15)
  }
  let a = mixed()
  let b = mixed()
  let c = mixed()
  let counter = 1
  return () => {
    const next = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + next) | 0
    return (next >>> 0) / 4294967296
  }
}
