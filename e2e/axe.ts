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

/** The levels of WCAG that every screen keeps. */
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What breaks WCAG 2.2 A or AA, or one rule of it, on the screen as it is: rule, and where. */
async function faultsOnScreen(
  parley: Workbench,
  { rule }: { readonly rule?: string },
): Promise<readonly string[]> {
  const { page } = parley
  // axe would be sent to the page and read there twice for every look, and say of all that is right where it is, which
  // together takes longer than looking.
  const isThere = await page.evaluate(() => 'axe' in window)
  const { violations } = await new AxeBuilder({ page, ...(isThere && { axeSource: ';' }) })
    .setLegacyMode()
    .options({
      runOnly: rule ? { type: 'rule', values: [rule] } : { type: 'tag', values: levels },
      resultTypes: ['violations'],
    })
    .analyze()
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
