import { readerWorkload, type ReaderWorkload, type Size, type Spot } from '../reader-workload'
import { fire } from './events'
import { afterFrame, nextFrame, painted, pause, settled } from './frames'
import type { Peer } from './peer'

/** Milliseconds of an event or a call, until the second frame after what it caused is there. */
export interface Opened {
  readonly ms: number
  readonly firstScreenMs: number
  /** The longest task while it opened; 0 when none took 50 ms. */
  readonly longestTaskMs: number
}

export interface Scrolled {
  /** From each frame to the next. */
  readonly frameMs: readonly number[]
}

/** What the bench calls in the page, one after the other. */
export interface ReaderBench {
  prepare(seed: number, size: Size): Promise<void>
  open(patience: number): Promise<Opened>
  check(): { readonly overlayOffPx: number } | null
  /** Goes to a part of the article, from 0 to 1, and waits until that is drawn. */
  goTo(part: number): Promise<void>
  scroll(steps: number, budget: number): Promise<Scrolled>
  /** Milliseconds of the listeners at each of `count` places. */
  hover(count: number, budget: number): Promise<readonly number[]>
  /** Milliseconds from each of five new widths to the end of the frame that has it. */
  resize(): Promise<readonly number[]>
  selectSpot(which: number): Promise<void>
  tagSpot(): Promise<number>
  showTag(which: number, of: number): Promise<void>
  untagShown(): Promise<number>
}

declare global {
  interface Window {
    readerBench: ReaderBench
  }
}

/** Of the text's width: four narrower ones, and back. */
const WIDTHS = [0.92, 0.84, 0.76, 0.68, null]
/** Milliseconds that one tag may take to be drawn. */
const PATIENCE = 30_000

/** Puts the clock for a reader into the page. */
export function install(peer: Peer): void {
  const host = document.querySelector<HTMLElement>('#host')!
  const scroller = () => peer.scroller?.() ?? document.querySelector('#scroll')!
  const textBox = () => peer.textBox?.() ?? host
  const longTasks: number[] = []
  new PerformanceObserver((list) =>
    longTasks.push(...list.getEntries().map(({ duration }) => duration)),
  ).observe({
    entryTypes: ['longtask'],
  })
  let workload: ReaderWorkload
  let spot: Spot
  let shown: ReaderWorkload['tags'][number]

  const bringIntoView = async (span: { start: number; end: number }) => {
    if (peer.reveal) await peer.reveal(span)
    else {
      const above = peer.rangeOf(span).getBoundingClientRect().top - 300
      scroller().scrollTop += above
    }
    await settled()
  }

  window.readerBench = {
    async prepare(seed, size) {
      workload = readerWorkload(seed, size)
      await peer.warmUp?.(host, workload)
      await settled()
    },

    async open(patience) {
      longTasks.length = 0
      await settled(30)
      const began = performance.now()
      peer.load(host, workload)
      const all = painted(() => peer.isOpen(), patience)
      const first = peer.isFirstScreen ? painted(() => peer.isFirstScreen!(), patience) : all
      const [ms, firstScreenMs] = (await Promise.all([all, first])).map((at) => at - began)
      await pause(30)
      return { ms: ms!, firstScreenMs: firstScreenMs!, longestTaskMs: Math.max(0, ...longTasks) }
    },

    check: () => peer.check?.() ?? null,

    async goTo(part) {
      const { scrollHeight, clientHeight } = scroller()
      scroller().scrollTop = part * (scrollHeight - clientHeight)
      await settled(120)
    },

    async scroll(steps, budget) {
      const element = scroller()
      element.scrollTop = 0
      await settled(150)
      const way = element.scrollHeight - element.clientHeight
      const began = performance.now()
      const frames: number[] = []
      for (let i = 0; i <= steps && performance.now() - began < budget; i++) {
        frames.push(await nextFrame())
        element.scrollTop = (way * i) / steps
        await afterFrame()
      }
      return { frameMs: frames.slice(1).map((at, i) => at - frames[i]!) }
    },

    async hover(count, budget) {
      const element = scroller()
      element.scrollTop = (element.scrollHeight - element.clientHeight) / 2
      getSelection()?.removeAllRanges()
      await settled(120)
      const box = textBox().getBoundingClientRect()
      const [left, right] = [Math.max(box.left, 0) + 10, Math.min(box.right, innerWidth) - 10]
      const [top, bottom] = [Math.max(box.top, 0) + 20, Math.min(box.bottom, innerHeight) - 20]
      const took: number[] = []
      const first = performance.now()
      let before: Element | null = null
      for (let i = 0; i < count && performance.now() - first < budget; i++) {
        // The golden section: places that are spread evenly however many there are.
        const clientX = left + ((i * 0.618034) % 1) * (right - left)
        const clientY = top + ((i + 0.5) / count) * (bottom - top)
        const at = { clientX, clientY }
        const began = performance.now()
        const under: Element = document.elementFromPoint(clientX, clientY) ?? document.body
        if (under !== before) {
          if (before)
            for (const type of ['pointerout', 'mouseout']) fire(before, type, { ...at, relatedTarget: under })
          for (const type of ['pointerover', 'mouseover']) fire(under, type, at)
        }
        for (const type of ['pointermove', 'mousemove']) fire(under, type, at)
        peer.hitTest?.(clientX, clientY)
        took.push(performance.now() - began)
        before = under
        await nextFrame()
        await afterFrame()
      }
      return took
    },

    async resize() {
      const element = scroller()
      element.scrollTop = (element.scrollHeight - element.clientHeight) / 2
      await settled(300)
      const { width } = textBox().getBoundingClientRect()
      const setWidth = (px: number | null) => {
        if (peer.setTextWidth) peer.setTextWidth(px)
        else host.style.maxWidth = px === null ? '' : `${px}px`
      }
      const took: number[] = []
      for (const part of WIDTHS) {
        const began = performance.now()
        setWidth(part === null ? null : Math.round(part * width))
        window.dispatchEvent(new Event('resize'))
        await nextFrame()
        took.push((await afterFrame()) - began)
        await pause(200)
      }
      return took
    },

    async selectSpot(which) {
      spot = workload.spots[which % workload.spots.length]!
      await bringIntoView(spot)
      const range = peer.rangeOf(spot)
      peer.beforeSelect?.(spot, range)
      const { startContainer, startOffset, endContainer, endOffset } = range
      getSelection()!.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset)
      await settled(30)
    },

    async tagSpot() {
      const began = performance.now()
      const isThere = peer.tag(spot)
      return (await painted(isThere, PATIENCE)) - began
    },

    async showTag(which, of) {
      shown = workload.tags[Math.floor(((which + 0.5) / of) * workload.tags.length)]!
      await bringIntoView(shown)
      getSelection()?.removeAllRanges()
      await settled(30)
    },

    async untagShown() {
      const began = performance.now()
      const isGone = peer.untag(shown)
      return (await painted(isGone, PATIENCE)) - began
    },
  }
}
