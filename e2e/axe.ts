import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Workbench } from './workbench'

/**
 * A screen of the story, as it is when nothing on it moves any more, breaks nothing of WCAG 2.2 A and AA that axe can tell;
 * nor do its colours in the other theme, in which nothing else is other.
 */
export async function passes(parley: Workbench, screen: string): Promise<void> {
  await test.step(screen, async () => {
    await parley.page.evaluate(standStill)
    expect(await faultsOnScreen(parley, {}), screen).toEqual([])
    const theme = await parley.page.evaluate(otherTheme)
    await parley.page.evaluate(standStill)
    expect(await faultsOnScreen(parley, { rule: 'color-contrast' }), `${screen}, ${theme}`).toEqual([])
    await parley.page.evaluate(otherTheme)
  })
}

/** What breaks WCAG 2.2 A or AA, or one rule of it, on the screen as it is: rule, and where. */
async function faultsOnScreen(
  parley: Workbench,
  { rule }: { readonly rule?: string },
): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page: parley.page }).setLegacyMode()
  const { violations } = await (
    rule ? axe.withRules(rule) : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
  ).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

/** Shows the page in its other theme, and says which that is. Runs in the page. */
function otherTheme(): string {
  const { dataset } = document.documentElement
  dataset['theme'] = dataset['theme'] === 'dark' ? 'light' : 'dark'
  return dataset['theme']
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
