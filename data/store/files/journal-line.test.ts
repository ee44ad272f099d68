import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeLines, encodeLine } from './journal-line'

const entries = fc.array(
  fc.record({ path: fc.string(), items: fc.dictionary(fc.uuid(), fc.string({ unit: 'binary' })) }),
  { maxLength: 5 },
)
const joined = (lines: readonly Uint8Array[]) => Uint8Array.from(Buffer.concat(lines))

it('writes a checksum, the entry, and a line feed', () => {
  const line = new TextDecoder().decode(encodeLine({ path: 'a', items: { b: 'ü\n' } }))
  expect(line).toBe('ff782499 {"path":"a","items":{"b":"ü\\n"}}\n')
})

it('reads back what it wrote', () => {
  fc.assert(
    fc.property(entries, (written) => {
      const { entries: read, torn } = decodeLines(joined(written.map(encodeLine)))
      expect(JSON.stringify(read)).toBe(JSON.stringify(written))
      expect(torn).toBe('nothing')
    }),
  )
})

it('reads every whole line before the place where it was cut off', () => {
  fc.assert(
    fc.property(entries, fc.nat(), (written, at) => {
      const lines = written.map(encodeLine)
      const all = joined(lines)
      const cut = at % (all.length + 1)
      const ends = lines.map((_, i) => joined(lines.slice(0, i + 1)).length)
      const { entries: read, damaged, torn } = decodeLines(all.subarray(0, cut))
      expect(read).toHaveLength(ends.filter((end) => end <= cut).length)
      const clean = cut === 0 || ends.includes(cut)
      expect({ damaged, torn }).toEqual(
        clean ? { damaged: 0, torn: 'nothing' } : { damaged: 1, torn: 'only-the-end' },
      )
    }),
  )
})

it('does not take a last line for whole that lacks nothing but its line feed, as it was not acknowledged', () => {
  const lines = ['a', 'b'].map((path) => encodeLine({ path, items: {} }))
  expect(decodeLines(joined(lines).subarray(0, -1))).toEqual({
    entries: [{ path: 'a', items: {} }],
    damaged: 1,
    torn: 'only-the-end',
  })
})

it('tells a line that a power cut tore from one that a bad disk spoilt, which is not the last', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((path) => encodeLine({ path, items: {} })) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ]
  const spoilt = (line: Uint8Array) => line.with(12, 0x15)
  expect(decodeLines(joined([a, b, spoilt(c)])).torn).toBe('only-the-end')
  expect(decodeLines(joined([a, spoilt(b), c])).torn).toBe('the-middle')
})

it('never gives an entry that was not written, whichever byte is wrong', () => {
  const lines = ['a', 'b', 'c'].map((id) => encodeLine({ path: id, items: { [id]: 1 } }))
  const all = joined(lines)
  for (const at of all.keys()) {
    const wrong = all.slice()
    wrong[at]! ^= 0x15
    const { entries: read, damaged } = decodeLines(wrong)
    expect(
      read
        .map((entry) => ('path' in entry ? entry.path : ''))
        .every((path) => ['a', 'b', 'c'].includes(path)),
    ).toBe(true)
    expect(read.length).toBeLessThan(3)
    expect(damaged).toBeGreaterThan(0)
  }
})

it('counts what is no entry', () => {
  const line = new TextDecoder().decode(encodeLine({ path: 'a', items: 1 }))
  const noise = '\n\0\0\0\0\nnull\n00000000 {}\n' + line
  expect(decodeLines(new TextEncoder().encode(noise))).toEqual({
    entries: [{ path: 'a', items: 1 }],
    damaged: 4,
    torn: 'the-middle',
  })
})
