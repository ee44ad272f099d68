import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Workbench } from './workbench'

/** A screen of the story, as it is when nothing on it moves any more, breaks nothing of WCAG 2.2 A and AA that axe can tell. */
export async function passes(parley: Workbench, screen: string): Promise<void> {
  await test.step(screen, async () => {
    await parley.page.evaluate(standStill)
    expect(await faultsOnScreen(parley), screen).toEqual([])
  })
}

/** What breaks WCAG 2.2 A or AA on the screen as it is: rule, and where. */
async function faultsOnScreen(parley: Workbench): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: parley.page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

/** Resolves when everything has faded in or out. Runs in the page. */
async function standStill(): Promise<void> {
  const ends = (animation: Animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime)
  await Promise.allSettled(
    document
      .getAnimations()
      .filter(ends)
      .map(({ finished }) => finished),
  )
}
