import { AxeBuilder } from '@axe-core/playwright'
import type { Workbench } from './workbench'

/** What breaks WCAG 2.2 A or AA on the screen as it is: rule, and where. */
export async function faultsOnScreen(parley: Workbench): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: parley.page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}
