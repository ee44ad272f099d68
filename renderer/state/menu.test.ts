import { beforeEach, expect, it, vi } from 'vitest'
import { ok } from '../../data/model/result'

class Element {
  isContentEditable = false
  matches = () => true
  closest = () => null
}
const page = { dialog: null as Element | null, activeElement: null as Element | null, typed: [] as string[] }
const asked = vi.fn(async () => ok({ changes: [], history: { undo: null, redo: null } }))
vi.stubGlobal('window', { workbench: { undo: asked, chooseArticles: asked } })
vi.stubGlobal('matchMedia', () => ({ matches: false }))
vi.stubGlobal('HTMLElement', Element)
vi.stubGlobal('document', {
  body: {
    get children() {
      return page.dialog ? [page.dialog] : []
    },
  },
  get activeElement() {
    return page.activeElement
  },
  execCommand: (what: string) => page.typed.push(what),
})
const { carryOutMenu } = await import('./menu')

beforeEach(() => {
  Object.assign(page, { dialog: null, activeElement: null, typed: [] })
  asked.mockClear()
})

it('takes a step back', async () => {
  await carryOutMenu('undo')
  expect(asked).toHaveBeenCalledOnce()
})

it('changes nothing behind an open dialog', async () => {
  page.dialog = new Element()
  await carryOutMenu('undo')
  await carryOutMenu('import-articles')
  expect(asked).not.toHaveBeenCalled()
})

it('leaves undo to the field that words are typed in, in a dialog too', async () => {
  Object.assign(page, { dialog: new Element(), activeElement: new Element() })
  await carryOutMenu('undo')
  expect(page.typed).toEqual(['undo'])
  expect(asked).not.toHaveBeenCalled()
})
