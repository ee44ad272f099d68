import type { Page } from '@playwright/test'

/** Milliseconds between two looks. */
const EVERY = 500

/** Waits until the record of all tags is made; calls `look` before each look at how far it is. */
export async function untilRecordIsMade(page: Page, look: () => void = () => {}): Promise<void> {
  for (;;) {
    look()
    const isMade = await page.evaluate(async () => {
      const state = await window.workbench.recordState()
      if (!state.ok) throw new Error('There is no record')
      // Before its thread has begun it has no version.
      return state.value.version > 0 && state.value.building === null
    })
    if (isMade) return
    await page.waitForTimeout(EVERY)
  }
}
