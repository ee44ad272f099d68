/** What has to be on the page for the clock to stop, two frames later. */
export type Until = Readonly<
  /** The reader's text has these last words, and this tag can be clicked. */
  | { is: 'article'; ends: string; tag: string | null }
  /** A tag that was not there when the clock was set can be clicked. */
  | { is: 'new-tag' }
  /** The status reads "Saved", having read something else meanwhile. */
  | { is: 'saved' }
  /** Every listener has dealt with the event. */
  | { is: 'handled' }
>

export interface BenchClock {
  /** Starts with the next event of this kind, at the instant the browser got it. */
  set(event: 'click' | 'keydown', until: readonly Until[]): void
  /** Milliseconds from the event to the second frame after each of what was waited for, in that order. */
  took(which: number): Promise<number>
  /** Selects the first place where the page's text reads `words`, in the middle of the view. */
  select(words: string): void
  /** Waits until nothing has changed on the page for 400 ms. */
  quiet(): Promise<void>
}

declare global {
  interface Window {
    benchClock: BenchClock
  }
}

/** Runs in the page, sent there as source text: it must use nothing from outside. */
export function installClock(): void {
  let took: Promise<number>[] = []
  const tags = () => document.querySelectorAll<HTMLElement>('[role=article] [data-annotation-id]')
  const watching = { subtree: true, childList: true, characterData: true }

  window.benchClock = {
    set(event, untils) {
      const known = new Set(Array.from(tags(), (tag) => tag.dataset['annotationId']))
      let wasUnsaved = false
      let wasHandled = false
      const began = new Promise<number>((resolve) => {
        const options = { capture: true, once: true }
        window.addEventListener(event, ({ timeStamp }) => resolve(timeStamp), options)
      })
      const isReady = (until: Until): boolean => {
        switch (until.is) {
          case 'article': {
            const { ends, tag } = until
            if (tag !== null && !document.querySelector(`[data-annotation-id="${tag}"]`)) return false
            // Only the last paragraph: reading all of a long article at every change would be measured too.
            const paragraphs = document.querySelectorAll('[role=article] [data-paragraph]')
            return !!paragraphs[paragraphs.length - 1]?.textContent.includes(ends)
          }
          case 'new-tag':
            return Array.from(tags()).some((tag) => !known.has(tag.dataset['annotationId']))
          case 'saved': {
            const isSaved = document.querySelector('footer [role=status]')?.textContent === 'Saved'
            wasUnsaved ||= !isSaved
            return isSaved && wasUnsaved
          }
          case 'handled':
            return wasHandled
        }
      }
      took = untils.map((until) => {
        const painted = new Promise<number>((resolve) => {
          const look = () => {
            if (!isReady(until)) return
            observer.disconnect()
            requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())))
          }
          const observer = new MutationObserver(look)
          observer.observe(document, watching)
          if (until.is !== 'handled') return
          const handled = () => {
            wasHandled = true
            look()
          }
          window.addEventListener(event, handled, { once: true })
        })
        const late = new Promise<never>((_, reject) => {
          setTimeout(
            () => reject(new Error(`Waited half a minute for “${until.is}” after “${event}”.`)),
            30_000,
          )
        })
        const measured = Promise.all([began, painted]).then(([from, to]) => to - from)
        return Promise.race([measured, late])
      })
    },
    took: (which) => took[which]!,
    select(words) {
      const blocks = document.querySelectorAll<HTMLElement>('[data-paragraph], #text > p')
      const block = Array.from(blocks).find(({ textContent }) => textContent.includes(words))
      if (!block) throw new Error(`The page does not have the words “${words}”.`)
      const start = block.textContent.indexOf(words)
      const placeOf = (offset: number): [Node, number] => {
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
        let rest = offset
        while (walker.nextNode()) {
          const length = walker.currentNode.nodeValue!.length
          if (rest <= length) return [walker.currentNode, rest]
          rest -= length
        }
        return [block, 0]
      }
      block.scrollIntoView({ block: 'center', behavior: 'instant' })
      block.closest<HTMLElement>('[tabindex]')?.focus({ preventScroll: true })
      getSelection()!.setBaseAndExtent(...placeOf(start), ...placeOf(start + words.length))
    },
    quiet: () =>
      new Promise((resolve) => {
        const done = () => {
          observer.disconnect()
          resolve()
        }
        let patience = setTimeout(done, 400)
        const observer = new MutationObserver(() => {
          clearTimeout(patience)
          patience = setTimeout(done, 400)
        })
        observer.observe(document, { ...watching, attributes: true })
      }),
  }
}
