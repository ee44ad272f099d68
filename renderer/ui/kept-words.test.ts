import { expect, it } from 'vitest'
import { keptInWords } from './kept-words'

it('says first that the work is safe', () => {
  expect(keptInWords({ kind: 'not-saved', why: 'the disk is full' })).toBe(
    'Kept on this computer. The project folder could not be written, because the disk is full. Nothing is lost; once that is put right, it is saved by itself.',
  )
  expect(keptInWords({ kind: 'folder-unreachable', folder: '/talks', why: 'it is gone' })).toBe(
    'Kept on this computer. “/talks” cannot be reached, because it is gone. Nothing is lost; once it is back, the work is saved by itself.',
  )
  expect(keptInWords({ kind: 'damaged-file', file: 'a.json' })).toMatch(/^Kept on this computer\. “a\.json” /)
})
