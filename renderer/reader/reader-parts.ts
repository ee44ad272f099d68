import type { Layers } from './drawing/layers'

/** What the reader needs of the page: layers to draw on, the element for the text, and one for the caret. */
export interface ReaderParts extends Layers {
  readonly text: HTMLElement
  readonly caret: HTMLElement
}

/** The parts of the page in `scroller`, as `ReaderPage` draws it. */
export function partsIn(scroller: HTMLElement): ReaderParts {
  const part = (name: string) => scroller.querySelector<HTMLElement>(`.${name}`)!
  return {
    scroller,
    page: part('page'),
    behind: part('behind'),
    lines: part('lines'),
    over: part('over'),
    margin: part('margin'),
    text: part('text'),
    caret: part('caret'),
  }
}
