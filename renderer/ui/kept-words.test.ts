import { expect, it } from 'vitest'
import { keptInWords } from './kept-words'

it('says first that the work is safe', () => {
  expect(keptInWords({ kind: 'not-saved', why: 'the disk is full' })).toBe(
    'Kept on this computer. The project folder could not be written, because the disk is full; it is tried again every few seconds.',
  )
  expect(keptInWords({ kind: 'folder-unreachable', folder: '/talks', why: 'it is gone' })).toBe(
    'Kept on this computer. “/talks” cannot be reached, because it is gone; it is tried again every few seconds.',
  )
  expect(keptInWords({ kind: 'damaged-file', file: 'a.json' })).toMatch(/^Kept on this computer\. “a\.json” /)
})
