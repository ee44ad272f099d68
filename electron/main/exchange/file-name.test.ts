import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fileNameFrom } from './file-name'

it.each([
  ['Talks in Halsund', 'Talks in Halsund'],
  ['Zoë’s “note”', 'Zoë’s “note”'],
  ['Zoe\u0308', 'Zoë'],
  ['a/b\\c:d*e?f"g<h>i|j', 'a-b-c-d-e-f-g-h-i-j'],
  ['../../etc/passwd', '-..-etc-passwd'],
  ['C:\\Windows\\win.ini', 'C-Windows-win.ini'],
  ['\\\\server\\share', '-server-share'],
  ['CON', '_CON'],
  ['con.txt', '_con.txt'],
  ['LPT9', '_LPT9'],
  ['COM¹', '_COM¹'],
  ['Console', 'Console'],
  ['', 'Untitled'],
  ['...', 'Untitled'],
  [' . ', 'Untitled'],
  ['.hidden', 'hidden'],
  ['ends with a stop. ', 'ends with a stop'],
  ['two\nlines\tand a tab', 'two lines and a tab'],
  ['nul\u0000l', 'null'],
  ['bell\u0007', 'bell'],
  ['turned \u202Egnp.exe', 'turned gnp.exe'],
  ['zero\u200Bwidth', 'zerowidth'],
  ['lone \uD800 half', 'lone  half'],
  ['التقرير', 'التقرير'],
  ['报告', '报告'],
])('makes of %j the name %j', (title, name) => {
  expect(fileNameFrom(title)).toBe(name)
})

it('cuts a long title between characters', () => {
  expect(fileNameFrom('x'.repeat(100))).toBe('x'.repeat(80))
  expect(fileNameFrom(`${'x'.repeat(79)}👩‍👩‍👧`)).toMatch(/^x{79}/)
  expect(fileNameFrom('é'.repeat(200)).length).toBeLessThanOrEqual(80)
})

it('is safe on every system, whatever the title', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => {
      const name = fileNameFrom(title)
      expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]|^[.\s]|[.\s]$|^$/u)
      expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i)
      expect(name.length).toBeLessThanOrEqual(81)
    }),
  )
})
