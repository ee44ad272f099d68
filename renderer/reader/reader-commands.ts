import type { TextUnit } from '../../data/text/units'
import type { CommandGroup, WindowCommand } from '../commands/window-command'
import { say, select } from '../state/actions'
import { activeReader } from './active-reader'
import type { ReaderView } from './reader-view'

/** A command of the article on the screen. */
function reader(
  id: string,
  name: string,
  group: CommandGroup,
  keys: readonly string[],
  run: (view: ReaderView) => unknown,
  can: (view: ReaderView) => boolean = () => true,
): WindowCommand {
  const inView = <T>(act: (view: ReaderView) => T): T | null => {
    const view = activeReader()
    return view && act(view)
  }
  return { id, name, group, keys, where: 'reader', can: () => inView(can) ?? false, run: () => inView(run) }
}

/** Units of the text, how each is named, and the keys that go on by one, or back. */
const units: readonly (readonly [
  unit: TextUnit,
  name: string,
  on: readonly string[],
  back: readonly string[],
])[] = [
  ['sentence', 'sentence', [']'], ['[']],
  ['paragraph', 'paragraph', ['Ctrl+ArrowDown'], ['Ctrl+ArrowUp']],
  ['quotation', 'quotation', [], []],
]

/** Those that lie beside each other, by the key to the right. In text from right to left that key goes back. */
const besides: readonly (readonly [unit: TextUnit, name: string, held: string])[] = [
  ['word', 'word', ''],
  ['character', 'character', 'Alt+'],
  ['clause', 'clause', 'Ctrl+'],
]

/** With Shift, a key extends. `[` with Shift is another sign. */
const withShift = (keys: string): string =>
  keys === '[' ? '{' : keys === ']' ? '}' : keys.replace(/([^+]+)$/, 'Shift+$1')

const byUnit: readonly WindowCommand[] = units.flatMap(([unit, name, on, back]) => [
  reader(`reader.next-${unit}`, `Go to the next ${name}`, 'Go', on, ({ reading }) =>
    reading.go(unit, 1, false),
  ),
  reader(`reader.previous-${unit}`, `Go to the ${name} before`, 'Go', back, ({ reading }) =>
    reading.go(unit, -1, false),
  ),
  reader(`reader.extend-next-${unit}`, `Extend by a ${name}`, 'Select', on.map(withShift), ({ reading }) =>
    reading.go(unit, 1, true),
  ),
  reader(
    `reader.extend-previous-${unit}`,
    `Extend back by a ${name}`,
    'Select',
    back.map(withShift),
    ({ reading }) => reading.go(unit, -1, true),
  ),
])

const sideways: readonly WindowCommand[] = besides.flatMap(([unit, name, held]) =>
  ([1, -1] as const).flatMap((side) => {
    const to = side === 1 ? 'right' : 'left'
    const key = `${held}Arrow${side === 1 ? 'Right' : 'Left'}`
    return [
      reader(`reader.${unit}-${to}`, `Go a ${name} to the ${to}`, 'Go', [key], ({ reading }) =>
        reading.goSideways(unit, side, false),
      ),
      reader(
        `reader.extend-${unit}-${to}`,
        `Extend by a ${name} to the ${to}`,
        'Select',
        [withShift(key)],
        ({ reading }) => reading.goSideways(unit, side, true),
      ),
    ]
  }),
)

/** By what the page has set: lines, their ends, and the whole. */
const places: readonly (readonly [id: string, name: string, key: string, go: Go])[] = [
  ['line-down', 'a line down', 'ArrowDown', ({ reading }, extend) => reading.goByLine('line', 1, extend)],
  ['line-up', 'a line up', 'ArrowUp', ({ reading }, extend) => reading.goByLine('line', -1, extend)],
  [
    'line-end',
    'to the end of the line',
    'End',
    ({ reading }, extend) => reading.goByLine('lineboundary', 1, extend),
  ],
  [
    'line-start',
    'to the start of the line',
    'Home',
    ({ reading }, extend) => reading.goByLine('lineboundary', -1, extend),
  ],
  ['text-end', 'to the end of the article', 'Ctrl+End', ({ reading }, extend) => reading.goToEnd(1, extend)],
  [
    'text-start',
    'to the start of the article',
    'Ctrl+Home',
    ({ reading }, extend) => reading.goToEnd(-1, extend),
  ],
]
type Go = (view: ReaderView, extend: boolean) => void

const byPlace: readonly WindowCommand[] = places.flatMap(([id, name, key, go]) => [
  reader(`reader.${id}`, `Go ${name}`, 'Go', [key], (view) => go(view, false)),
  reader(`reader.extend-${id}`, `Extend ${name}`, 'Select', [withShift(key)], (view) => go(view, true)),
])

const selecting: readonly WindowCommand[] = [
  reader(
    'reader.grow',
    'Grow the selection: word, clause, sentence, paragraph',
    'Select',
    ['S'],
    ({ reading }) => reading.grow(),
  ),
  reader('reader.shrink', 'Shrink the selection again', 'Select', ['Shift+S'], ({ reading }) =>
    reading.shrink(),
  ),
  reader('reader.quotation', 'Select the quotation around', 'Select', ['"'], ({ reading }) => {
    if (!reading.growToQuotation()) say('There is no quotation around these words.')
  }),
  reader('reader.swap', 'Move the other end of the selection', 'Select', ['X'], ({ reading }) =>
    reading.swap(),
  ),
]

/** The focus is on the text or on a tag in it, and not on a button that lies over the page. */
const isOnWords = (): boolean => document.activeElement?.matches('.text, [data-annotation-id]') === true

const tags: readonly WindowCommand[] = [
  reader(
    'reader.select-tag',
    'Select the tag at the caret, then the next outward',
    'Go',
    ['Enter'],
    (view) => view.enter(),
    isOnWords,
  ),
  reader(
    'reader.menu',
    'Open the menu for the words or the tag',
    'Tag',
    ['ContextMenu', 'Shift+F10'],
    (view) => view.openMenu(),
  ),
  reader('reader.escape', 'Let go of what is selected', 'Select', ['Escape'], ({ reading }) => {
    if (!reading.drop()) select(null)
  }),
]

/** Everything that can be done in the article. */
export const readerCommands: readonly WindowCommand[] = [
  ...sideways,
  ...byUnit,
  ...byPlace,
  ...selecting,
  ...tags,
]
