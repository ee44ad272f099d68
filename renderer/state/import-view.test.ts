import { expect, it } from 'vitest'
import type { ImportEvent, ImportRow } from '../../electron/ipc/import'
import { afterEvent } from './import-view'

const waiting = (row: number): ImportRow => ({ row, file: `${row}.txt`, state: { is: 'waiting' } })
const reading = (row: number): ImportRow => ({ row, file: `${row}.txt`, state: { is: 'reading' } })
const event = (rows: readonly ImportRow[], started = false): ImportEvent => ({
  rows,
  total: 3,
  done: 0,
  started,
  finished: false,
})

it('opens with the first event, and takes up what changes', () => {
  const first = afterEvent(null, event([waiting(0), waiting(2)], true))
  const second = afterEvent(first, event([reading(0), waiting(1)]))
  expect(second?.rows).toEqual([reading(0), waiting(1), waiting(2)])
})

it('stays closed when events come in late', () => {
  expect(afterEvent(null, event([waiting(0)]))).toBeNull()
})

it('begins anew with the next import', () => {
  const first = afterEvent(null, event([waiting(0), waiting(1)], true))
  expect(afterEvent(first, event([reading(0)], true))?.rows).toEqual([reading(0)])
})
