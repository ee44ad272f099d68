import type { MenuItemConstructorOptions } from 'electron'
import { expect, it } from 'vitest'
import { menuTemplate, type MenuState } from './template'

const atFirst: MenuState = {
  isMac: false,
  development: false,
  recent: [{ id: 'r1', name: 'Talks & terms', folder: '/p/talks' }],
  theme: 'dark',
  hasProject: true,
  keys: { 'project.export': 'Ctrl+E', 'project.open': 'Ctrl+Я' },
}

function draw(state: Partial<MenuState> = {}) {
  const done: string[] = []
  const template = menuTemplate(
    { ...atFirst, ...state },
    {
      send: (command) => done.push(command),
      openRecent: (id) => done.push(`recent ${id}`),
    },
  )
  return { done, items: flat(template) }
}

const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])

const nameOf = ({ label, role, type }: MenuItemConstructorOptions) => label ?? role ?? type ?? ''

const click = (items: readonly MenuItemConstructorOptions[], name: string) => {
  const item = items.find((each) => nameOf(each) === name)
  // None of the items looks at what it is given.
  Reflect.apply(item!.click!, undefined, [])
}

it('sends what the window carries out', () => {
  const { done, items } = draw()
  for (const name of [
    'New Project…',
    'Import Articles…',
    'Import Annotation Set…',
    'Export…',
    'History of the Article…',
    'Undo',
    'Redo',
    'What You Did…',
  ])
    click(items, name)
  expect(done).toEqual([
    'project.new',
    'project.import',
    'project.import-sets',
    'project.export',
    'article.history',
    'edit.undo',
    'edit.redo',
    'edit.steps',
  ])
})

it('opens a recent project itself, and leaves the theme to the window', () => {
  const { done, items } = draw()
  click(items, 'Talks && terms (/p/talks)')
  click(items, 'Light')
  expect(done).toEqual(['recent r1', 'view.theme-light'])
  expect(items.filter(({ checked }) => checked).map(nameOf)).toEqual(['Dark'])
})

it('shows the keys that the window told, and leaves it to the window to hear them', () => {
  const shown = draw().items.filter(({ accelerator }) => accelerator !== undefined)
  expect(shown).toMatchObject([{ label: 'Export…', accelerator: 'CmdOrCtrl+E', registerAccelerator: false }])
})

it('greys out what needs a project when none is open', () => {
  const off = draw({ hasProject: false, recent: [] }).items.filter(({ enabled }) => enabled === false)
  expect(off.map(nameOf)).toEqual([
    'Open Recent',
    'Import Articles…',
    'Import Folder…',
    'Import Annotation Set…',
    'Export…',
    'Backups…',
    'Print…',
    'Save as PDF…',
    'Undo',
    'Redo',
    'What You Did…',
    'Find in Article…',
    'Find an Article…',
    'Go To…',
    'Library',
    'Inspector',
    'History of the Article…',
    'Larger Type',
    'Smaller Type',
    'Type of the Usual Size',
    'Reading…',
  ])
})

it('has the developer tools only in development', () => {
  expect(draw().items.map(nameOf)).not.toContain('toggleDevTools')
  expect(draw({ development: true }).items.map(nameOf)).toContain('toggleDevTools')
})

it('begins with the menu of the app on a Mac, which quits from there', () => {
  const names = draw({ isMac: true }).items.map(nameOf)
  expect(names[0]).toBe('appMenu')
  expect(names).not.toContain('quit')
})
