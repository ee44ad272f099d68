/** Where the drawing goes. All lie in the same page box, which is as wide as the text. */
export interface Layers {
  readonly scroller: HTMLElement
  readonly page: HTMLElement
  readonly behind: HTMLElement
  readonly lines: HTMLElement
  readonly over: HTMLElement
  readonly margin: HTMLElement
}
