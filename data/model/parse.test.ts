import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { parseAs, parseJson } from './parse'
import { faultInJson } from './scan-json'

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
const faultOf = (text: string) => {
  const parsed = parseJson(text)
  return parsed.ok ? null : `${parsed.error.where}: ${parsed.error.expected}`
}

describe('parseJson', () => {
  it('reads what JSON.stringify writes, with or without a byte-order mark', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.boolean(),
        fc.constantFrom(undefined, 2, '\t'),
        (value, mark, indent) => {
          const json = JSON.stringify(value, null, indent)
          fc.pre(!/"(__proto__|constructor|prototype)":/.test(json))
          expect(parseJson((mark ? '\uFEFF' : '') + json)).toEqual({ ok: true, value: JSON.parse(json) })
        },
      ),
      { numRuns: 3000 },
    )
  })

  it.each([
    ['', 'line 1, column 1: a value'],
    ['this is not json', 'line 1, column 1: a value'],
    ['{\n  "a": 1,\n}', 'line 3, column 1: a key in double quotes'],
    ['{\r\n  "a": 1\r\n  "b"', 'line 3, column 3: a comma or “}”'],
    ['["🙂" x]', 'line 1, column 7: a comma or “]”'],
    ['{"a" 1}', 'line 1, column 6: a colon after the key'],
    ['[1, 2', 'line 1, column 6: the rest of the file'],
    ['{} {}', 'line 1, column 4: the end of the file'],
    ['"a\nb"', 'line 1, column 3: no line break, tab or control character inside quotes'],
    ['"open', 'line 1, column 6: a double quote that ends the text'],
    ['"\\x"', 'line 1, column 2: an escape that JSON knows'],
  ])('says where %j goes wrong', (text, fault) => {
    expect(faultOf(text)).toBe(fault)
  })

  it('takes 64 levels and refuses more, however many', () => {
    expect(parseJson(nested(64)).ok).toBe(true)
    expect(faultOf(nested(65))).toBe('line 1, column 65: at most 64 levels of lists and objects')
    expect(parseJson('['.repeat(1_000_000)).ok).toBe(false)
  })

  it.each(['{"__proto__": 1}', '{"a": {"constructor": {}}}', '[{"prototype": 0}]', '{"__pr\\u006fto__": 1}'])(
    'refuses %s',
    (text) => {
      expect(faultOf(text)).toMatch(/a key other than/)
    },
  )

  it('takes the same words as values', () => {
    expect(parseJson('["__proto__"]')).toEqual({ ok: true, value: ['__proto__'] })
  })
})

it('refuses just what looking through the whole text refuses, whatever is done to it', () => {
  const value = fc.jsonValue({ maxDepth: 5 })
  const scrap = fc.constantFrom(
    '',
    '[',
    ']',
    '{',
    '"__proto__":1,',
    '"pr\\u006ftotype":',
    ',',
    '\\',
    '\u2028',
    '\n',
    '0',
    '-',
  )
  const wrapped = fc.constantFrom(0, 1, 58, 59, 63, 64, 65)
  fc.assert(
    fc.property(value, fc.nat(), scrap, wrapped, (of, at, put, depth) => {
      const plain = JSON.stringify(of)
      const cut = at % (plain.length + 1)
      const text = `${'['.repeat(depth)}${plain.slice(0, cut)}${put}${plain.slice(cut)}${']'.repeat(depth)}`
      expect(parseJson(text).ok).toBe(faultInJson(text) === null)
    }),
    { numRuns: 2_000 },
  )
})

describe('parseAs', () => {
  const schema = z.object({
    format: z.literal('parley/test'),
    schema: z.literal(2),
    name: z.string().min(1),
    tags: z.array(z.object({ end: z.int().positive(), kind: z.enum(['a', 'b']).optional() })),
    made: z.iso.datetime().optional(),
    inner: z.object({ schema: z.literal(1) }).optional(),
  })
  const good = { format: 'parley/test', schema: 2, name: 'x', tags: [{ end: 3 }] }
  const problemOf = (value: unknown) => {
    const parsed = parseAs(schema, JSON.stringify(value), 'x.json')
    return parsed.ok ? null : parsed.error
  }
  const faultIn = (value: unknown) => {
    const problem = problemOf(value)
    return problem?.kind === 'bad-file' ? `${problem.where}: ${problem.expected}` : problem
  }

  it('gives the value without the keys that the schema does not know', () => {
    expect(parseAs(schema, JSON.stringify({ ...good, more: 1 }), 'x.json')).toEqual({ ok: true, value: good })
  })

  it.each([
    [{ ...good, tags: [{ end: 3 }, { end: 1.5 }] }, 'tags[1].end: a whole number'],
    [{ ...good, tags: [{ end: 0 }] }, 'tags[0].end: a number above 0'],
    [{ ...good, tags: [{ end: 1, kind: 'c' }] }, 'tags[0].kind: “a” or “b”'],
    [{ ...good, name: '' }, 'name: text that is not empty'],
    [{ ...good, made: 'today' }, 'made: a date and time in UTC, as 2031-03-12T09:30:00Z'],
    [{ ...good, format: 'other', schema: 9 }, 'format: “parley/test”'],
    [[], 'the top level: an object'],
  ])('says what is wrong with %j', (value, fault) => {
    expect(faultIn(value)).toBe(fault)
  })

  it('tells the first fault of the file, and missing keys after those that stand there', () => {
    expect(faultIn({ format: 'parley/test', schema: 2, tags: [{}], name: '' })).toBe('tags[0].end: a number')
    expect(faultIn({ format: 'parley/test', schema: 2, tags: [] })).toBe('name: text')
    expect(faultIn({ name: '', format: 'parley/test', schema: 2 })).toBe('name: text that is not empty')
  })

  it('tells a newer file from a bad one, also where the newer part stands inside', () => {
    expect(problemOf({ format: 'parley/test', schema: 3 })).toEqual({
      kind: 'newer-file',
      file: 'x.json',
      schema: 3,
      known: 2,
    })
    expect(problemOf({ ...good, inner: { schema: 4 } })).toMatchObject({
      kind: 'newer-file',
      schema: 4,
      known: 1,
    })
    expect(faultIn({ ...good, schema: '3' })).toBe('schema: 2')
  })

  it('names the file and the line when it is no JSON', () => {
    expect(parseAs(schema, '{', 'x.json')).toEqual({
      ok: false,
      error: {
        kind: 'bad-file',
        file: 'x.json',
        where: 'line 1, column 2',
        expected: 'the rest of the file',
      },
    })
  })
})
