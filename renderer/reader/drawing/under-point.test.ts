import { describe, expect, it } from 'vitest'
import type { LaidLine, LaidStroke } from './lay-lines'
import type { DrawnTag } from './tag-index'
import { lineAt } from './under-point'

/** A tag's line from `x0` to `x1`, its top edge at `y`, in pixels of its passage. */
const line = (id: string, x0: number, x1: number, y: number, gap = false) =>
  ({ tag: { id } as DrawnTag, x0, x1, y, gap }) as LaidStroke

const passage = (top: number, ...lines: { base: number; strokes: LaidStroke[] }[]) => ({
  top,
  lines: lines as LaidLine[],
})

/** Which tag's line is at each point of the page: a sign every 4 px across and every pixel down. */
const picture = (drawings: readonly ReturnType<typeof passage>[], from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, row) =>
    Array.from({ length: 16 }, (__, column) => lineAt(drawings, column * 4 + 2, from + row)?.id ?? '·').join(
      '',
    ),
  )

describe('the line at a point', () => {
  it('is the nearest of those that run within two pixels', () => {
    const one = passage(0, { base: 18, strokes: [line('a', 10, 38, 23), line('b', 26, 54, 27)] })
    expect(picture([one], 19, 33)).toEqual([
      '················',
      '················',
      '··aaaaaaaa······',
      '··aaaaaaaa······',
      '··aaaaaaaa······',
      '··aaaaaaaa······',
      '··aaaaaaaabbbb··',
      '··aaaaaaaabbbb··',
      '··aaaabbbbbbbb··',
      '······bbbbbbbb··',
      '······bbbbbbbb··',
      '······bbbbbbbb··',
      '······bbbbbbbb··',
      '················',
    ])
  })

  it('is none where only the gap between two parts of a tag runs', () => {
    const parts = [line('a', 0, 18, 23), line('a', 18, 46, 23, true), line('a', 46, 64, 23)]
    expect(picture([passage(0, { base: 18, strokes: parts })], 24, 25)).toEqual(['aaaaa······aaaaa'])
  })

  it('is found in every passage, and on every line of it', () => {
    const first = passage(0, { base: 18, strokes: [line('a', 0, 64, 23)] })
    const second = passage(
      60,
      { base: 18, strokes: [line('b', 0, 64, 23)] },
      { base: 52, strokes: [line('c', 0, 64, 57)] },
    )
    const ids = [24, 84, 118, 54].map((y) => lineAt([first, second], 32, y)?.id ?? null)
    expect(ids).toEqual(['a', 'b', 'c', null])
  })
})
