import type { Codebook } from '../../data/model/codebook'
import { activeLabels } from '../../data/model/labels-in-force'
import type { TextUnit } from '../../data/text/units'
import type { CommandGroup, WindowCommand } from '../commands/window-command'
import { isReshaping, say, select, stick } from '../state/actions'
import { store } from '../state/store'
import { activeReader } from './active-reader'
import { goThrough, goToName, goToSameText } from './going'
import { cancelDrag } from './show-grips'
import {
  addWords,
  canGive,
  canLabel,
  canTakeOut,
  giveWords,
  label,
  mySelected,
  repeatedLabel,
  repeatTag,
  startReshaping,
  tagSticky,
  takeOutWords,
} from './tagging'
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
  reader(
    'reader.quotation',
    'Select the quotation around, or else the next',
    'Select',
    ['"'],
    ({ reading }) => {
      if (!reading.growToQuotation()) say('There is no quotation around these words.')
    },
  ),
  reader('reader.swap', 'Move the other end of the selection', 'Select', ['X'], ({ reading }) =>
    reading.swap(),
  ),
]

/** The focus is on the text or on a tag in it, and not on a button that lies over the page. */
const isOnWords = (): boolean => document.activeElement?.matches('.text, [data-annotation-id]') === true

/** Something is selected in the text. */
const hasPicked = ({ picked }: ReaderView): boolean => picked !== null
const isMine = (): boolean => mySelected() !== null
const isSticking = (): boolean => store.getState().sticky !== null
const isShaping = (): boolean => isReshaping(store.getState())

/** Keys of labels, and with Alt those that make them sticky. They count wherever the focus is, as the toolbar says. */
const byLabel = (codebook: Codebook): WindowCommand[] => [
  ...activeLabels(codebook).map(({ id, name, key }): WindowCommand => ({
    id: `tag.label-${id}`,
    name: `Tag as ${name}`,
    group: 'Tag',
    keys: [key],
    where: 'window',
    keepsLetters: true,
    can: canLabel,
    run: () => label(id),
  })),
  ...activeLabels(codebook).map(({ id, name, key }): WindowCommand => ({
    id: `tag.stick-${id}`,
    name: `Tag every selection as ${name}, until Escape`,
    group: 'Tag',
    keys: [`Alt+${key.toUpperCase()}`],
    where: 'window',
    can: () => activeReader() !== null,
    run: () => stick(store.getState().sticky === id ? null : id),
  })),
]

const going: readonly WindowCommand[] = [
  reader('reader.inward', 'Select the next tag inward at the caret', 'Go', ['Alt+ArrowUp'], (view) =>
    goThrough(view, 'inward'),
  ),
  reader('reader.outward', 'Select the next tag outward at the caret', 'Go', ['Alt+ArrowDown'], (view) =>
    goThrough(view, 'outward'),
  ),
  reader('reader.next-name', 'Select the next name that is not tagged', 'Go', ['N'], (view) =>
    goToName(view, 1),
  ),
  reader(
    'reader.previous-name',
    'Select the last name before that is not tagged',
    'Go',
    ['Shift+N'],
    (view) => goToName(view, -1),
  ),
  reader('reader.next-same', 'Select the same words at their next place', 'Go', ['T'], (view) =>
    goToSameText(view, 1),
  ),
  reader('reader.previous-same', 'Select the same words at the place before', 'Go', ['Shift+T'], (view) =>
    goToSameText(view, -1),
  ),
]

const shaping: readonly WindowCommand[] = [
  {
    ...reader(
      'tag.repeat',
      'Tag as the last tag',
      'Tag',
      ['.'],
      repeatTag,
      (view) => hasPicked(view) && repeatedLabel() !== null,
    ),
    where: 'window',
    keepsLetters: true,
  },
  reader('tag.reshape', 'Change the boundaries of the selected tag', 'Tag', ['E'], startReshaping, isMine),
  {
    ...reader('tag.move', 'Give the selected tag the selected words', 'Tag', ['M'], giveWords, ({ picked }) =>
      canGive(picked),
    ),
    where: 'window',
  },
  reader(
    'tag.add',
    'Add the selected words to the selected tag',
    'Tag',
    ['+'],
    addWords,
    (view) => hasPicked(view) && isMine(),
  ),
  reader(
    'tag.take-out',
    'Take the selected words out of the selected tag',
    'Tag',
    ['-'],
    takeOutWords,
    ({ picked }) => canTakeOut(picked),
  ),
  {
    id: 'tag.stop-sticking',
    name: 'End the sticky label',
    group: 'Tag',
    keys: ['Escape'],
    where: 'window',
    can: isSticking,
    run: () => stick(null),
  },
]

const tags: readonly WindowCommand[] = [
  reader(
    'reader.enter',
    'Set the boundaries, tag with the sticky label, or select the tag at the caret',
    'Tag',
    ['Enter'],
    (view) => {
      if (isShaping()) return giveWords()
      return isSticking() && hasPicked(view) ? tagSticky() : view.enter()
    },
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
    if (cancelDrag()) return
    if (isSticking() && !isShaping()) return stick(null)
    if (!reading.drop()) select(null)
  }),
]

/** Words are selected in review as in the reader. */
const inReviewToo = (command: WindowCommand): WindowCommand => ({ ...command, modes: ['read', 'review'] })

/** Everything that can be done in the article. */
export const readerCommands = (codebook: Codebook | null): readonly WindowCommand[] => [
  ...(codebook ? byLabel(codebook) : []),
  ...shaping,
  ...going,
  ...[...sideways, ...byUnit, ...byPlace, ...selecting].map(inReviewToo),
  ...tags,
]
