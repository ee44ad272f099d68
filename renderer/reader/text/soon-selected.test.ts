import { beforeEach, expect, it, vi } from 'vitest'
import { SoonSelected } from './soon-selected'

/** The page's selection, as letters of "a river" that it stands at. */
let page = { anchorNode: null, anchorOffset: 2, focusNode: null, focusOffset: 7 }
const selectInPage = (anchorOffset: number, focusOffset: number) =>
  (page = { ...page, anchorOffset, focusOffset })

let frames = new Map<number, () => void>()
function frame(): void {
  const due = [...frames.values()]
  frames = new Map()
  for (const call of due) call()
}

beforeEach(() => {
  selectInPage(2, 7)
  frames = new Map()
  let last = 0
  vi.stubGlobal('getSelection', () => page)
  vi.stubGlobal('requestAnimationFrame', (call: () => void) => frames.set(++last, call) && last)
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => frames.delete(frame))
})

const caretAt = (wanted: number) => selectInPage(wanted, wanted)

it('says at once what the page selects with the next frame', () => {
  const soon = new SoonSelected<number>(caretAt)
  soon.want(7)
  expect(soon.wanted).toBe(7)
  expect(page).toMatchObject({ anchorOffset: 2, focusOffset: 7 })
  frame()
  expect(page).toMatchObject({ anchorOffset: 7, focusOffset: 7 })
  expect(soon.wanted).toBeNull()
})

it('gives way to what was selected meanwhile', () => {
  const soon = new SoonSelected<number>(caretAt)
  soon.want(7)
  selectInPage(0, 1)
  expect(soon.wanted).toBeNull()
  frame()
  expect(page).toMatchObject({ anchorOffset: 0, focusOffset: 1 })
})

it('is asked twice before a frame, and the last counts', () => {
  const soon = new SoonSelected<number>(caretAt)
  soon.want(7)
  soon.want(4)
  frame()
  expect(page.focusOffset).toBe(4)
  expect(frames.size).toBe(0)
})

it('selects now where somebody goes on from there, and not again', () => {
  const soon = new SoonSelected<number>(caretAt)
  soon.want(7)
  soon.settle()
  expect(page.focusOffset).toBe(7)
  selectInPage(3, 5)
  frame()
  expect(page).toMatchObject({ anchorOffset: 3, focusOffset: 5 })
})

it('forgets what is not wanted any more', () => {
  const soon = new SoonSelected<number>(caretAt)
  soon.want(7)
  soon.forget()
  frame()
  expect(page).toMatchObject({ anchorOffset: 2, focusOffset: 7 })
})
