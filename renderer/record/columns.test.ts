import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { statementColumns, type StatementColumn } from '../../data/record/query'
import {
  completed,
  firstLayout,
  moved,
  movedTo,
  NARROWEST,
  resized,
  shown,
  toggled,
  tracks,
  type Layout,
} from './columns'

/** "day actor (type) words": these columns, those in brackets hidden. */
const laid = (drawing: string): Layout =>
  drawing.split(' ').map((word) => ({
    id: statementColumns.find((id) => id === word.replace(/[()]/g, ''))!,
    width: 100,
    hidden: word.startsWith('('),
  }))

const picture = (layout: Layout): string =>
  layout.map(({ id, hidden }) => (hidden ? `(${id})` : id)).join(' ')

describe('a column is moved', () => {
  it('past its neighbour, and past those that are hidden between them', () => {
    expect(picture(moved(laid('day actor type words'), 'day', 1))).toBe('actor day type words')
    expect(picture(moved(laid('day (actor) (type) words'), 'words', -1))).toBe('words day (actor) (type)')
    expect(picture(moved(laid('day (actor) (type) words'), 'day', 1))).toBe('(actor) (type) words day')
  })

  it('no further than the ends', () => {
    expect(picture(moved(laid('day (actor) type'), 'day', -1))).toBe('day (actor) type')
    expect(picture(moved(laid('day type (actor)'), 'type', 1))).toBe('day type (actor)')
  })

  it('into the place where it is dropped', () => {
    expect(picture(movedTo(laid('day actor type words'), 'words', 'actor'))).toBe('day words actor type')
    expect(picture(movedTo(laid('day actor type words'), 'day', 'type'))).toBe('actor type day words')
  })
})

it('a column is hidden, but not the last one', () => {
  expect(picture(toggled(laid('day actor'), 'day'))).toBe('(day) actor')
  expect(picture(toggled(laid('(day) actor'), 'actor'))).toBe('(day) actor')
  expect(picture(toggled(laid('(day) actor'), 'day'))).toBe('day actor')
})

it('a column is as wide as one drags it, and never too narrow to be found', () => {
  expect(resized(laid('day actor'), 'actor', 210.4)[1]).toEqual({ id: 'actor', width: 210, hidden: false })
  expect(resized(laid('day actor'), 'actor', -20)[1]?.width).toBe(NARROWEST)
})

it('the words take what room is left', () => {
  expect(tracks(laid('day (actor) words type'))).toBe('100px minmax(100px, 1fr) 100px')
})

describe('a layout that was kept', () => {
  it('gets the columns that it does not know after those that stand before them', () => {
    expect(picture(completed(laid('words day (actor)')))).toBe(
      'words article (outlet) annotator day (actor) source type speech (voice) (certainty) issue position stance addressee',
    )
    expect(completed([])).toEqual(firstLayout)
    expect(completed(firstLayout)).toEqual(firstLayout)
    expect(completed(firstLayout.map((column) => ({ ...column, hidden: true })))).toEqual(firstLayout)
  })

  it('has every column once, whatever was kept and done to it', () => {
    const anyColumn = fc.constantFrom(...statementColumns)
    const kept = fc.array(fc.record({ id: anyColumn, width: fc.nat(500), hidden: fc.boolean() }))
    const deed = fc.tuple(fc.constantFrom('move', 'back', 'drop', 'toggle'), anyColumn, anyColumn)
    const done = (layout: Layout, [what, id, other]: [string, StatementColumn, StatementColumn]): Layout => {
      if (what === 'toggle') return toggled(layout, id)
      return what === 'drop' ? movedTo(layout, id, other) : moved(layout, id, what === 'move' ? 1 : -1)
    }
    fc.assert(
      fc.property(kept, fc.array(deed), (columns, deeds) => {
        const layout = deeds.reduce(done, completed(columns))
        expect(layout.map(({ id }) => id).toSorted()).toEqual([...statementColumns].toSorted())
        expect(shown(layout).length).toBeGreaterThan(0)
      }),
    )
  })
})
