import { beforeEach, expect, it, vi } from 'vitest'
import { ok } from '../../data/model/result'

class Element {
  isContentEditable = false
  matches = () => true
  closest = () => null
}
const page = { dialog: null as Element | null, activeElement: null as Element | null, typed: [] as string[] }
const asked = vi.fn(async () => ok({ changes: [], history: { undo: null, redo: null } }))
vi.stubGlobal('window', { workbench: { newProject: asked, chooseArticles: asked } })
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
const { runFromMenu } = await import('./run-from-menu')

beforeEach(() => {
  Object.assign(page, { dialog: null, activeElement: null, typed: [] })
  asked.mockClear()
})

it('carries out the command', () => {
  runFromMenu('project.new')
  expect(asked).toHaveBeenCalledOnce()
})

it('does not carry out what cannot be done now', () => {
  runFromMenu('project.import')
  expect(asked).not.toHaveBeenCalled()
})

it('changes nothing behind an open dialog', () => {
  page.dialog = new Element()
  runFromMenu('project.new')
  expect(asked).not.toHaveBeenCalled()
})

it('leaves undo to the field that words are typed in, in a dialog too', () => {
  Object.assign(page, { dialog: new Element(), activeElement: new Element() })
  runFromMenu('edit.undo')
  expect(page.typed).toEqual(['undo'])
})
