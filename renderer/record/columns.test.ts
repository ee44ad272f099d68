import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  columnIds,
  completed,
  firstLayout,
  moved,
  movedTo,
  NARROWEST,
  resized,
  shown,
  toggled,
  tracks,
  type ColumnId,
  type Layout,
} from './columns'

/** "said actor (type) words": these columns, those in brackets hidden. */
const laid = (drawing: string): Layout =>
  drawing.split(' ').map((word) => ({
    id: columnIds.find((id) => id === word.replace(/[()]/g, ''))!,
    width: 100,
    hidden: word.startsWith('('),
  }))

const picture = (layout: Layout): string =>
  layout.map(({ id, hidden }) => (hidden ? `(${id})` : id)).join(' ')

describe('a column is moved', () => {
  it('past its neighbour, and past those that are hidden between them', () => {
    expect(picture(moved(laid('said actor type words'), 'said', 1))).toBe('actor said type words')
    expect(picture(moved(laid('said (actor) (type) words'), 'words', -1))).toBe('words said (actor) (type)')
    expect(picture(moved(laid('said (actor) (type) words'), 'said', 1))).toBe('(actor) (type) words said')
  })

  it('no further than the ends', () => {
    expect(picture(moved(laid('said (actor) type'), 'said', -1))).toBe('said (actor) type')
    expect(picture(moved(laid('said type (actor)'), 'type', 1))).toBe('said type (actor)')
  })

  it('into the place where it is dropped', () => {
    expect(picture(movedTo(laid('said actor type words'), 'words', 'actor'))).toBe('said words actor type')
    expect(picture(movedTo(laid('said actor type words'), 'said', 'type'))).toBe('actor type said words')
  })
})

it('a column is hidden, but not the last one', () => {
  expect(picture(toggled(laid('said actor'), 'said'))).toBe('(said) actor')
  expect(picture(toggled(laid('(said) actor'), 'actor'))).toBe('(said) actor')
  expect(picture(toggled(laid('(said) actor'), 'said'))).toBe('said actor')
})

it('a column is as wide as one drags it, and never too narrow to be found', () => {
  expect(resized(laid('said actor'), 'actor', 210.4)[1]).toEqual({ id: 'actor', width: 210, hidden: false })
  expect(resized(laid('said actor'), 'actor', -20)[1]?.width).toBe(NARROWEST)
})

it('the words take what room is left', () => {
  expect(tracks(laid('said (actor) words type'))).toBe('100px minmax(100px, 1fr) 100px')
})

describe('a layout that was kept', () => {
  it('gets the columns that it does not know after those that stand before them', () => {
    expect(picture(completed(laid('words said (actor)')))).toBe(
      'words article taggedBy said (actor) quotedBy type speech issue answer stance to',
    )
    expect(completed([])).toEqual(firstLayout)
    expect(completed(firstLayout)).toEqual(firstLayout)
    expect(completed(firstLayout.map((column) => ({ ...column, hidden: true })))).toEqual(firstLayout)
  })

  it('has every column once, whatever was kept and done to it', () => {
    const anyColumn = fc.constantFrom(...columnIds)
    const kept = fc.array(fc.record({ id: anyColumn, width: fc.nat(500), hidden: fc.boolean() }))
    const deed = fc.tuple(fc.constantFrom('move', 'back', 'drop', 'toggle'), anyColumn, anyColumn)
    const done = (layout: Layout, [what, id, other]: [string, ColumnId, ColumnId]): Layout => {
      if (what === 'toggle') return toggled(layout, id)
      return what === 'drop' ? movedTo(layout, id, other) : moved(layout, id, what === 'move' ? 1 : -1)
    }
    fc.assert(
      fc.property(kept, fc.array(deed), (columns, deeds) => {
        const layout = deeds.reduce(done, completed(columns))
        expect(layout.map(({ id }) => id).toSorted()).toEqual([...columnIds].toSorted())
        expect(shown(layout).length).toBeGreaterThan(0)
      }),
    )
  })
})
