import { expect, it } from 'vitest'
import type { ListedBackup } from '../../electron/ipc/backups'
import { changesInWords, differenceInWords, sizeInWords, soundnessInWords, whenOf } from './backup-words'

const backup: ListedBackup = {
  id: '000002-2031-03-12t090000z',
  made: '2031-03-12T09:00:00.000Z',
  why: 'by-hand',
  files: 22,
  bytes: 74_000,
  added: 0,
  changed: 0,
  removed: 0,
  kept: 0,
  bad: 0,
  lost: null,
}

it.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [7_400, '7.4 kB'],
  [74_000, '74 kB'],
  [73_620_569, '74 MB'],
  [13 * 1e12, '13 TB'],
])('calls %d bytes %s', (bytes, words) => expect(sizeInWords(bytes)).toBe(words))

it('says what is other than in the backup before', () => {
  expect(changesInWords(backup)).toBe('nothing changed')
  expect(changesInWords({ ...backup, added: 22 })).toBe('all of them new')
  expect(changesInWords({ ...backup, added: 1, changed: 3, removed: 2 })).toBe(
    '3 files changed, 1 file new, 2 files gone',
  )
})

it('says how sound it is, and calls none verified that was not looked at', () => {
  const words = (lost: number | null) =>
    soundnessInWords({ ...backup, lost }, { is: 'checking', done: 0, total: 0 })
  expect([null, 0, 1].map(words)).toEqual(['Being checked', 'Verified', 'Damaged: 1 file'])
  expect(soundnessInWords(backup, null)).toBe('Not checked yet')
})

it('says what bringing back would do', () => {
  expect(differenceInWords({ comes: 3, changes: 0, goes: 1, links: 0 })).toBe(
    '3 tags would come back, 1 would go',
  )
  expect(differenceInWords({ comes: 0, changes: 1, goes: 0, links: 2 })).toBe(
    '1 tag would change, 2 links would be other',
  )
})

it('tells two backups of one minute apart by their seconds', () => {
  const made = ['2001-03-12T09:00:41Z', '2001-03-12T09:00:05Z', '2001-03-11T09:00:05Z']
  const words = [...whenOf(made.map((each, i) => ({ id: String(i), made: each }))).values()]
  expect(words.map((each) => /:\d\d:(\d\d)$/.exec(each)?.[1])).toEqual(['41', '05', undefined])
})
