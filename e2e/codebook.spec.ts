import { cpSync } from 'node:fs'
import { contentOf } from '../data/model/codebook'
import { readCodebookFile } from '../data/model/codebook-file'
import { Codebook } from './codebook'
import { expect, test } from './workbench'

test('a label of one’s own, an attribute that it needs, and both retired and brought back', async ({
  parley,
}) => {
  await parley.startReading('ferry-strike.txt')
  const { reader } = parley
  const codebook = new Codebook(parley)

  await test.step('a new label is drafted, and stays so while one is elsewhere', async () => {
    await codebook.open()
    await codebook.addLabel('Threat')
    await codebook.write('Definition', 'What somebody says will follow.')
    await codebook.choose('Hue', 'Violet')
    await codebook.leave()
    await expect(parley.page.getByRole('group', { name: 'Labels shown' })).not.toContainText('Threat')
    await codebook.open()
    await expect(codebook.field('Definition')).toHaveValue('What somebody says will follow.')
  })
  await test.step('with an attribute that its tags need', async () => {
    await codebook.addAttribute('Made to', 'Any of a list')
    await codebook.form.getByRole('checkbox', { name: 'Actor', exact: true }).uncheck()
    await codebook.form.getByRole('checkbox', { name: 'Threat' }).check()
    await codebook.form.getByRole('checkbox', { name: 'A tag without it is not complete' }).check()
    await codebook.putInForce('Label “Threat” added', 'Attribute “Made to” added')
  })
  await test.step('and tags words by its key', async () => {
    await codebook.leave()
    await reader.drag('the timetable would stand')
    await expect(reader.toolbar.getByRole('button', { name: 'Threat' })).toHaveAttribute(
      'aria-keyshortcuts',
      '4',
    )
    await parley.page.keyboard.press('4')
    await expect(reader.tag('Threat: the timetable would stand')).toBeVisible()
    await expect(parley.selectedTag).toContainText('Made to')
  })
  await test.step('retired, it is offered no more, and its tag stays', async () => {
    await codebook.open()
    await codebook.show('Labels', 'Threat')
    await codebook.page.getByRole('button', { name: 'Retire…' }).click()
    await expect(parley.dialog('Retire “Threat”')).toContainText('No evidence goes.')
    await parley.dialog('Retire “Threat”').getByRole('button', { name: 'Retire' }).click()
    await codebook.putInForce('Label “Threat” retired')
    await codebook.leave()
    await reader.drag('Dorian Pell')
    await expect(reader.toolbar.getByRole('button', { name: 'Threat' })).toBeHidden()
    await parley.page.keyboard.press('4')
    await expect(parley.tags).toHaveCount(1)
    await parley.page.keyboard.press('Escape')
    await expect(reader.tag('Threat: the timetable would stand')).toBeVisible()
  })
  await test.step('and comes back, here and after a restart', async () => {
    await codebook.open()
    await codebook.show('Labels', 'Threat')
    await codebook.page.getByRole('button', { name: 'Bring back' }).click()
    await codebook.putInForce('Label “Threat” brought back')
    await parley.saved()
    await parley.restart()
    await reader.drag('Dorian Pell')
    await parley.page.keyboard.press('4')
    await expect(reader.tag('Threat: Dorian Pell')).toBeVisible()
    await codebook.open()
    await expect(codebook.revisions).toHaveCount(4)
  })
})

test('a label is split and merged with a preview of what that touches, one undo each', async ({ parley }) => {
  await parley.startReading('ferry-strike.txt')
  const { reader } = parley
  const codebook = new Codebook(parley)
  await parley.tag('Claim', 'the timetable would stand')
  await parley.tag('Claim', 'Dorian Pell')
  await parley.tag('Claim', 'the island council')
  const tags = (...names: readonly string[]) =>
    expect
      .poll(async () => new Set(await reader.tags.evaluateAll((all) => all.map((tag) => tag.ariaLabel))))
      .toEqual(new Set(names))

  await test.step('split by rule and one by one; what is given nothing stays with the retired label', async () => {
    await codebook.open()
    await codebook.show('Labels', 'Claim')
    await codebook.page.getByRole('button', { name: 'Split…' }).click()
    const dialog = parley.dialog('Split “Claim”')
    await dialog.getByRole('textbox', { name: 'Label 1' }).fill('Promise')
    await dialog.getByRole('textbox', { name: 'Label 2' }).fill('Threat')
    await dialog
      .getByRole('combobox', { name: 'What “the timetable would stand” becomes' })
      .selectOption('Threat')
    await dialog.getByRole('combobox', { name: 'What “Dorian Pell” becomes' }).selectOption('Promise')
    await expect(dialog.getByRole('status')).toContainText(
      '1 of your 3 tags stay with “Claim”, which is retired',
    )
    await dialog.getByRole('button', { name: 'Split', exact: true }).click()
    await codebook.putInForce('Label “Claim” split', 'Label “Promise” added', '2 tags')
    await codebook.leave()
    await tags('Claim: the island council', 'Promise: Dorian Pell', 'Threat: the timetable would stand')
  })
  await test.step('one undo takes all of it back, one redo makes it again', async () => {
    await parley.undo()
    await tags('Claim: the island council', 'Claim: Dorian Pell', 'Claim: the timetable would stand')
    await parley.redo()
    await tags('Claim: the island council', 'Promise: Dorian Pell', 'Threat: the timetable would stand')
  })
  await test.step('a merged label counts as the other, and its tags keep their own', async () => {
    await codebook.open()
    await codebook.show('Labels', 'Promise')
    await codebook.page.getByRole('button', { name: 'Merge…' }).click()
    const dialog = parley.dialog('Merge “Promise” into another label')
    await dialog.getByRole('combobox', { name: 'Into' }).selectOption('Threat')
    await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
    await codebook.putInForce('Label “Promise” merged')
    await codebook.leave()
    await tags('Claim: the island council', 'Threat: Dorian Pell', 'Threat: the timetable would stand')
    await parley.undo()
    await tags('Claim: the island council', 'Promise: Dorian Pell', 'Threat: the timetable would stand')
    await parley.redo()
  })
  await test.step('and so it is after a restart', async () => {
    await parley.saved()
    await parley.restart()
    await tags('Claim: the island council', 'Threat: Dorian Pell', 'Threat: the timetable would stand')
    expect(await parley.page.getByRole('group', { name: 'Labels shown' }).textContent()).not.toContain(
      'Promise',
    )
  })
})

test('tags made under an older definition are listed, and stand again when they are right still', async ({
  parley,
}) => {
  await parley.startReading('ferry-strike.txt')
  const { reader } = parley
  const codebook = new Codebook(parley)
  await parley.tag('Claim', 'the timetable would stand')
  await parley.tag('Claim', 'Dorian Pell')
  await parley.tag('Actor', 'the island council')
  const only = parley.page.getByRole('button', { name: 'Older codebook' })
  await expect(only).toBeHidden()

  await codebook.open()
  await codebook.show('Labels', 'Claim')
  await codebook.write('Definition', 'What is said, and by somebody.')
  await codebook.putInForce('Label “Claim” changed: definition')
  await codebook.leave()

  await expect(parley.page.locator('.margin .letter').filter({ hasText: 'C·' })).toHaveCount(2)
  await only.click()
  await expect(parley.tags).toHaveCount(2)
  await parley.tags.filter({ hasText: 'Dorian Pell' }).click()
  await parley.selectedTag.getByRole('button', { name: 'Still right' }).click()
  await expect(parley.tags).toHaveCount(1)
  await parley.undo()
  await expect(parley.tags).toHaveCount(2)
  await parley.page.getByRole('button', { name: 'All 2 still right' }).click()
  await expect(parley.tags).toHaveCount(0)
  await expect(parley.page.locator('.margin .letter').filter({ hasText: '·' })).toHaveCount(0)
  await parley.saved()
  await parley.restart()
  await expect(reader.tag('Claim: Dorian Pell')).toBeVisible()
  await expect(parley.page.locator('.margin .letter').filter({ hasText: '·' })).toHaveCount(0)
})

test('when to use a label is said beside the text, by key and by pointing', async ({ parley }) => {
  await parley.startReading('ferry-strike.txt')
  const { reader } = parley
  const rules = parley.page.getByRole('region', { name: 'When to use a label' })
  await reader.drag('Dorian Pell')
  await reader.toolbar.getByRole('button', { name: 'Position' }).hover()
  await expect(rules).toContainText('An answer to a question in dispute')
  await expect(rules).toContainText('demands and refusals')
  await parley.page.keyboard.press('2')
  await expect(rules).toBeHidden()
  await parley.page.keyboard.press('?')
  await expect(rules).toContainText('An answer to a question in dispute')
  await expect(rules).not.toContainText('Who speaks')
  await parley.page.keyboard.press('?')
  await expect(rules).toBeHidden()
})

test('a codebook goes out as a file and comes into another project, compared first', async ({
  parley,
  colleague,
}) => {
  await parley.startReading('ferry-strike.txt')
  const codebook = new Codebook(parley)
  await codebook.open()
  await codebook.addLabel('Threat')
  await codebook.putInForce('Label “Threat” added')
  await parley.answerSave(parley.desk.path('threats.json'))
  await codebook.parts.getByRole('button', { name: 'Export…' }).click()
  await expect(parley.notice('Exported the codebook to threats.json.')).toBeVisible()
  const read = readCodebookFile(parley.desk.read('threats.json'), 'threats.json')
  expect(read.ok && contentOf(read.value).labels.map(({ name }) => name)).toEqual([
    'Actor',
    'Position',
    'Claim',
    'Threat',
  ])

  await colleague.startReading('quota-vote.txt')
  const theirs = new Codebook(colleague)
  await theirs.open()
  await test.step('a file that is none is refused, with the place', async () => {
    await colleague.answerOpen(colleague.desk.write('broken.json', '{"format":"parley/codebook","schema":1}'))
    await theirs.parts.getByRole('button', { name: 'Import…' }).click()
    await expect(colleague.notice(/“broken.json” is not as it should be: at id,/)).toBeVisible()
  })
  await colleague.answerOpen(colleague.desk.write('threats.json', parley.desk.read('threats.json')))
  await theirs.parts.getByRole('button', { name: 'Import…' }).click()
  const dialog = colleague.dialog('Compare the codebooks')
  await expect(dialog).toContainText('Label “Threat” added')
  await dialog.getByRole('button', { name: 'Take it as the draft' }).click()
  await theirs.putInForce('Label “Threat” added')
  await theirs.leave()
  await colleague.reader.drag('Netmakers’ Union')
  await colleague.page.keyboard.press('4')
  await expect(colleague.reader.tag('Threat: Netmakers’ Union')).toBeVisible()
})

test('two changes of the codebook that were made at the same time are joined', async ({
  parley,
  colleague,
}) => {
  const [mine, theirs] = [parley.desk.path('project'), colleague.desk.path('project')]
  await parley.startReading('ferry-strike.txt')
  await parley.saved()
  await parley.quit()
  cpSync(mine, theirs, { recursive: true })

  await parley.start(mine)
  const codebook = new Codebook(parley)
  await codebook.open()
  await codebook.addLabel('Threat')
  await codebook.putInForce('Label “Threat” added')
  await parley.saved()
  await parley.quit()

  await colleague.start(theirs)
  const other = new Codebook(colleague)
  await other.open()
  await other.addLabel('Promise')
  await other.show('Labels', 'Claim')
  await other.write('Definition', 'What somebody says.')
  await other.putInForce('Label “Promise” added', 'Label “Claim” changed: definition')
  await colleague.saved()
  await colleague.quit()
  cpSync(theirs, mine, { recursive: true })

  await parley.startAgain()
  await codebook.open()
  const join = parley.page.getByRole('button', { name: 'Join…' })
  await join.click()
  const dialog = parley.dialog('Join two codebooks')
  await expect(dialog).toContainText('gets in each other’s way')
  await dialog.getByRole('button', { name: 'Take as the draft' }).click()
  await codebook.putInForce()
  await expect(join).toBeHidden()
  await expect(codebook.revisions).toHaveCount(4)
  await codebook.show('Labels', 'Threat')
  await codebook.show('Labels', 'Promise')
  await codebook.show('Labels', 'Claim')
  await expect(codebook.field('Definition')).toHaveValue('What somebody says.')
})
