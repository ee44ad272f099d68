/** How far apart two colours are to people who see colours differently. For the tests that look at the hues of labels. */

type Numbers = readonly [number, number, number]
type Matrix = readonly [Numbers, Numbers, Numbers]

/** Linear RGB as it is seen without the cones for one of the three, after Machado, Oliveira and Fernandes (2009). */
const sights = {
  'all colours': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'no red': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'no green': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'no blue': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Readonly<Record<string, Matrix>>

export type Sight = keyof typeof sights

/** The distance of two colours ("#rrggbb") in OKLab, times 100: about 2 is the least that one sees. */
export function farApart(a: string, b: string, sight: Sight): number {
  const seen = (colour: string) => oklab(times(sights[sight], linear(colour)))
  const [one, other] = [seen(a), seen(b)]
  return 100 * Math.hypot(...one.map((value, i) => value - other[i]!))
}

const times = (matrix: Matrix, [r, g, b]: Numbers): Numbers =>
  mapped(matrix, ([x, y, z]) => Math.min(1, Math.max(0, x * r + y * g + z * b)))

const mapped = <T>([a, b, c]: readonly [T, T, T], to: (value: T) => number): Numbers => [to(a), to(b), to(c)]

const linear = (colour: string): Numbers =>
  mapped([1, 3, 5], (at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })

function oklab([r, g, b]: Numbers): Numbers {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}
