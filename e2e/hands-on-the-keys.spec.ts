import { setIn } from './sets'
import { expect, test, type Workbench } from './workbench'

const press = async (parley: Workbench, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await parley.page.keyboard.press(key)
}

/** Finds a command in the palette by some letters of its name and carries it out. */
async function carryOut(parley: Workbench, name: string): Promise<void> {
  await press(parley, 'Control+k')
  await parley.page.keyboard.type(name)
  const chosen = parley.page.getByRole('dialog').getByRole('option', { selected: true })
  await expect(chosen).toContainText(name)
  await press(parley, 'Enter')
}

/** Selects words by key and tags them; the name is that of the tag which comes of it. */
async function tag(parley: Workbench, key: string, words: string, name: string): Promise<void> {
  await parley.reader.selectByKey(words)
  await press(parley, key)
  await expect(parley.reader.tag(name)).toBeVisible()
}

/** Tags and links of the project, as it exports them; without the times at which they were made and changed. */
async function work(parley: Workbench, file: string) {
  await parley.saved()
  const { annotations, links } = setIn(await parley.exportAs('parley', { file }))
  const tags = annotations.map(({ id, label, target, attributes, note }) => ({
    id,
    label,
    target,
    attributes,
    note,
  }))
  return { tags, links: links.map(({ type, from, to }) => ({ type, from, to })) }
}

test('an article is tagged from start to end without the mouse, all undone, all redone, and there after a restart', async ({
  parley,
}) => {
  test.setTimeout(180_000)
  const { reader, page } = await parley.startReading('ferry-strike.txt')
  const quotation = 'a gun on the breakfast table'

  await test.step('nested, crossing and identical tags', async () => {
    await tag(parley, '3', `called the demand “${quotation}`, `Claim: called the demand “${quotation}`)
    await tag(parley, '2', quotation, `Position: ${quotation}`)
    await tag(parley, '1', 'breakfast table', 'Actor: breakfast table')
    await tag(parley, '3', 'Dorian Pell, called the demand', 'Claim: Dorian Pell, called the demand')
    await tag(parley, '2', 'breakfast table', 'Position: breakfast table')
    expect(await reader.misplacedTags()).toEqual([])
  })
  await test.step('one key goes through all tags at the caret', async () => {
    await press(parley, 'Escape', 'Escape')
    await reader.walkTo('breakfast table')
    const outward = [
      ['Actor', 'breakfast table'],
      ['Position', 'breakfast table'],
      ['Position', quotation],
      ['Claim', `called the demand “${quotation}`],
    ] as const
    for (const [label, words] of outward) {
      await press(parley, 'Alt+ArrowDown')
      await expect(parley.selectedTag.getByRole('heading').first()).toHaveText(label)
      await expect(parley.selectedTag.getByRole('paragraph').first()).toHaveText(words)
    }
  })
  await test.step('words taken out of the middle: two ranges', async () => {
    await tag(parley, '1', 'told reporters on the quay', 'Actor: told reporters on the quay')
    await reader.selectByKey('reporters on')
    await press(parley, '-')
    await expect(reader.tag('Actor: told … the quay')).toBeVisible()
  })
  await test.step('other boundaries', async () => {
    await tag(parley, '1', 'Islanders', 'Actor: Islanders')
    await press(parley, 'e', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Enter')
    await expect(reader.tag('Actor: Islanders hung a')).toBeVisible()
  })
  await test.step('another label', async () => {
    await carryOut(parley, 'Change the label of the selected tag to Claim')
    await expect(reader.tag('Claim: Islanders hung a')).toBeVisible()
  })
  await test.step('a claim with who makes it and what it opposes', async () => {
    await tag(parley, '3', 'the timetable would stand', 'Claim: the timetable would stand')
    await press(parley, 'w', 'Enter', 'Enter', 'o')
    await expect(reader.linkWords).toHaveText([/made by/, /opposes/], { useInnerText: true })
  })

  const all = await work(parley, 'all.json')
  expect(all.tags).toHaveLength(8)
  expect(all.links).toHaveLength(2)
  await reader.focus()

  await test.step('undo takes back everything, redo makes all of it again', async () => {
    const undo = page.getByRole('button', { name: 'Undo' })
    for (let steps = 0; (await undo.getAttribute('aria-disabled')) === null; steps++) {
      expect(steps).toBeLessThan(40)
      await parley.undo()
      await parley.saved()
    }
    await expect(parley.tags).toHaveCount(0)
    const redo = page.getByRole('button', { name: 'Redo' })
    for (let steps = 0; (await redo.getAttribute('aria-disabled')) === null; steps++) {
      expect(steps).toBeLessThan(40)
      await parley.redo()
      await parley.saved()
    }
    expect(await work(parley, 'again.json')).toEqual(all)
  })
  await parley.restart()
  await expect(parley.tags).toHaveCount(8)
  expect(await work(parley, 'after.json')).toEqual(all)
  expect(await reader.misplacedTags()).toEqual([])
})
