import { chosen, upTo, type Random } from './random'

/** Where a value stands in another: the object or list, and the key or index. */
interface Place {
  readonly holder: Record<string, unknown>
  readonly key: string
}

/** Values that a schema, a path, a sum or a sort may stumble over. */
const hostile: readonly unknown[] = [
  null,
  true,
  '',
  0,
  -1,
  0.5,
  2,
  2 ** 31,
  2 ** 53 - 1,
  2 ** 53,
  1e308,
  -0,
  [],
  {},
  [null],
  [[[]]],
  { length: 1e9 },
  { toString: null },
  '../../outside/canary',
  '..',
  '/fuzz/outside/canary.json',
  'C:\\outside\\canary',
  '\\\\server\\share',
  'con',
  'a\u0000b',
  '\ud800',
  '\udc00x\ud83d',
  '🙂',
  'e\u0301',
  '\u202egnp.exe',
  '__proto__',
  'constructor',
  'javascript:alert(1)',
  'file:///fuzz/outside/canary.json',
  'x'.repeat(100_000),
  '{"a":1}',
  '2031-02-30T25:61:61Z',
  '+999999-01-01T00:00:00Z',
]

/**
 * One wrong thing somewhere in a value that `JSON.parse` gave, which is changed. `ids` are ids that stand in other
 * files. Gives in a word what was done.
 */
export function spoilValue(random: Random, top: object, ids: readonly string[]): string {
  const places = placesIn(top)
  const place = pickPlace(random, places)
  if (!place) return 'nothing'
  const { holder, key } = place
  const ways: Readonly<Record<string, () => void>> = {
    'hostile value': () => set(holder, key, chosen(random, hostile)),
    'missing key': () => void (Array.isArray(holder) ? holder.splice(Number(key), 1) : delete holder[key]),
    'strange key': () =>
      set(holder, chosen(random, ['x', '', 'a.b', '0', 'toString', 'then', 'é']), holder[key]),
    'renamed key': () => {
      set(holder, `${key}${chosen(random, ['s', ' ', '\u0000', 'X'])}`, holder[key])
      if (!Array.isArray(holder)) delete holder[key]
    },
    "another's id": () => set(idPlace(random, places) ?? place, chosen(random, ids)),
    'hostile id': () => {
      const bad = chosen(
        random,
        hostile.filter((value) => typeof value === 'string'),
      )
      set(idPlace(random, places) ?? place, bad)
    },
    'doubled item': () => {
      const lists = places.flatMap(({ holder: each }) => (Array.isArray(each) ? [each as unknown[]] : []))
      if (lists.length === 0) return set(holder, key, [holder[key], holder[key]])
      const list = chosen(random, lists)
      const item = chosen(random, list)
      for (let times = chosen(random, [1, 1, 1000]); times > 0; times--) list.push(structuredClone(item))
    },
    'another value of the file': () => set(holder, key, structuredClone(valueAt(chosen(random, places)))),
    'nudged number': () => {
      const numbers = places.filter((each) => typeof valueAt(each) === 'number')
      if (numbers.length === 0) return set(holder, key, 1)
      const number = chosen(random, numbers)
      set(number, Number(valueAt(number)) + chosen(random, [-1, 1, 7, -1000, 0.5, 2 ** 48]))
    },
    'nested value': () => {
      let nested = holder[key]
      for (let depth = chosen(random, [3, 40, 70, 500]); depth > 0; depth--) nested = [nested]
      set(holder, key, nested)
    },
  }
  const way = chosen(random, Object.keys(ways))
  ways[way]!()
  return way
}

const valueAt = ({ holder, key }: Place): unknown => holder[key]

function set(place: Place, value: unknown): void
function set(holder: Place['holder'], key: string, value: unknown): void
function set(...given: [Place, unknown] | [Place['holder'], string, unknown]): void {
  const [holder, key, value] = given.length === 3 ? given : [given[0].holder, given[0].key, given[1]]
  holder[key] = value
}

/** Every value below `top`; what stands high up is as likely to be picked as what stands deep. */
function placesIn(top: object): Place[] {
  const places: Place[] = []
  const holders: Record<string, unknown>[] = [Object(top)]
  for (const holder of holders)
    for (const [key, value] of Object.entries(holder)) {
      places.push({ holder, key })
      if (typeof value === 'object' && value !== null) holders.push(Object(value))
    }
  return places
}

const pickPlace = (random: Random, places: readonly Place[]): Place | undefined =>
  places[upTo(random, chosen(random, [Math.min(places.length, 12), places.length]))]

/** A place that holds an id. */
function idPlace(random: Random, places: readonly Place[]): Place | null {
  const named = places.filter(({ key }) =>
    /^(id|annotator|device|article(Id)?|from|to|means|project|source|target|path)$/.test(key),
  )
  return named.length === 0 ? null : chosen(random, named)
}

/** Keys that mean something to JavaScript itself, written into the text of some object, as no value can have them. */
export function spoilKeys(random: Random, json: string): string {
  const braces = [...json.matchAll(/\{/g)].map(({ index }) => index + 1)
  if (braces.length === 0) return json
  const at = chosen(random, braces)
  const key = chosen(random, ['__proto__', 'constructor', 'prototype', String.raw`__pr\u006fto__`])
  const value = chosen(random, ['{"polluted":true}', '{"prototype":{"polluted":true}}', 'null', '[]'])
  const comma = /^\s*\}/.test(json.slice(at)) ? '' : ','
  return `${json.slice(0, at)}"${key}":${value}${comma}${json.slice(at)}`
}

/** A key with a value nested too deeply, written into the text of some object, where no reader of the file looks. */
export function spoilDepth(random: Random, json: string): string {
  const braces = [...json.matchAll(/\{(?!\s*\})/g)].map(({ index }) => index + 1)
  if (braces.length === 0) return json
  const at = chosen(random, [braces[0]!, chosen(random, braces)])
  const depth = chosen(random, [60, 70, 20_000])
  return `${json.slice(0, at)}"deep":${'['.repeat(depth)}${']'.repeat(depth)},${json.slice(at)}`
}

/** Numbers that have no place in a double, written into the text. */
export function spoilNumbers(random: Random, json: string): string {
  const numbers = [...json.matchAll(/(?<=:)-?\d+(?=[,}\]\n])/g)]
  if (numbers.length === 0) return json
  const { 0: old, index } = chosen(random, numbers)
  const number = chosen(random, [
    '1e400',
    '-1e400',
    '9'.repeat(400),
    '0.1e-400',
    'NaN',
    'Infinity',
    '01',
    '-',
    '1e999999999',
  ])
  return `${json.slice(0, index)}${number}${json.slice(index + old.length)}`
}
