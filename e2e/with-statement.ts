import { expect, type Workbench } from './workbench'

export const claim = 'the timetable would stand'

/** Tags of every kind in one article; the claim is selected, and an actor makes it. */
export async function startWithStatement(parley: Workbench): Promise<void> {
  await parley.startReading('ferry-strike.txt')
  await parley.tag('Actor', 'the island council')
  await parley.tag('Position', 'takes back its new timetable')
  await parley.tag('Actor', 'Dorian Pell')
  await parley.tag('Claim', claim)
  await press(parley, 'w', 'Enter', 'Escape')
  await expect(parley.reader.linkWords).toHaveText([/made by/])
}

export const press = async (parley: Workbench, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await parley.page.keyboard.press(key)
}

/** Selects a tag in the list of tags. */
export async function select(parley: Workbench, tag: string): Promise<void> {
  await parley.tags.filter({ hasText: tag }).click()
  await expect(parley.selectedTag).toBeVisible()
}
