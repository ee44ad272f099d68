import type { Locator } from '@playwright/test'
import { cpSync } from 'node:fs'
import { Codebook } from './codebook'
import { Statements } from './record'
import { Registries } from './registry'
import { setIn } from './sets'
import { expect, test, type LabelName, type Workbench } from './workbench'

const roadDeal = 'Ministers agree to open Tesk valley road'
const minister = 'Davor Kelemin'
const ban = 'Should the port ban on Marenzan grain end before the engineers are freed?'
const banGoes = 'Yes: the ban must go first.'

/** The field of a question that is asked under the selected tag. */
const question = (parley: Workbench, words: string | RegExp): Locator =>
  parley.page.getByRole('combobox', { name: words, exact: true })

const who = /^Who is “.+”\?$/

/** Takes what is offered first, when that is what one means, by Enter or another key that takes it. */
async function take(
  parley: Workbench,
  asked: string | RegExp,
  offered: string | RegExp,
  key = 'Enter',
): Promise<void> {
  await expect(question(parley, asked)).toBeFocused()
  const rows = parley.page.getByRole('listbox', { name: asked, exact: true })
  const option = rows.getByRole('option', { name: offered }).first()
  await expect(option).toHaveAttribute('aria-selected', 'true')
  await parley.page.keyboard.press(key)
}

/** Says who the selected tag is; with `typed` looks for them, otherwise takes who is offered first. */
async function sayWho(
  parley: Workbench,
  { means = minister, typed = '', key = 'Enter' }: { means?: string; typed?: string; key?: string } = {},
): Promise<void> {
  await parley.page.keyboard.press('w')
  await expect(question(parley, who)).toBeFocused()
  await parley.page.keyboard.type(typed)
  await take(parley, who, new RegExp(`^${means}`), key)
  await expect(question(parley, who)).toBeHidden()
  await expect(parley.selectedTag.getByTitle(means, { exact: true })).toBeVisible()
}

/** Tags one word, the `nth` of its kind from 0. */
async function tagWord(parley: Workbench, label: LabelName, word: string, nth: number): Promise<void> {
  await parley.reader.doubleClick(word, nth)
  await expect(parley.reader.toolbar).toBeVisible()
  await parley.tagByKey(label)
}

/** How many tags the list of the registries counts for an actor. */
const countOf = async (registries: Registries, name: string | RegExp): Promise<number> =>
  Number((await registries.row(name).innerText()).split('\n').at(-1)?.replace(/\D/g, ''))

/** The sample project with an article that nobody has tagged. */
async function startWithSample(parley: Workbench): Promise<void> {
  await parley.start()
  await expect(parley.articles).toHaveCount(10)
  await parley.openArticle(roadDeal)
  await expect(parley.tags).toHaveCount(0)
}

test('five ways of naming one man become one actor, with aliases and a role that changes over time', async ({
  parley,
}) => {
  const registries = new Registries(parley)
  await startWithSample(parley)

  await test.step('two of them are known, and he is offered first', async () => {
    for (const words of [minister, 'The Marenzan foreign minister']) {
      await parley.tag('Actor', words)
      await sayWho(parley)
    }
  })
  await test.step('a third is what others call his government too', async () => {
    await parley.tag('Actor', "Tolvash's top diplomat")
    await sayWho(parley, { typed: 'davor' })
  })
  await test.step('a fourth is new, and he is called so from then on', async () => {
    await parley.tag('Actor', 'her Marenzan counterpart')
    await sayWho(parley, { typed: 'davor', key: 'Shift+Enter' })
  })
  await test.step('the fifth is the name under which a colleague added him once more', async () => {
    await tagWord(parley, 'Actor', 'Kelemin', 1)
    await parley.page.keyboard.press('w')
    await expect(question(parley, who)).toBeFocused()
    await parley.page.getByRole('option', { name: /^Kelemin/ }).click()
    await expect(parley.selectedTag.getByTitle('Kelemin', { exact: true })).toBeVisible()
  })

  let his = 0
  await test.step('the two are merged, and what either was called is his', async () => {
    await registries.open()
    await registries.look(minister)
    await expect(registries.row(/^Kelemin/)).toContainText('7')
    his = await countOf(registries, minister)
    await registries
      .part(minister, 'Perhaps the same')
      .getByRole('button', { name: 'Compare with Kelemin…' })
      .click()
    const dialog = parley.dialog('Merge two actors')
    await expect(dialog.getByRole('radio', { name: `${minister} stays` })).toBeChecked()
    await dialog.getByRole('button', { name: `Merge into “${minister}”` }).click()
    await expect(dialog).toBeHidden()
    await expect(registries.rows).toHaveCount(22)
    await expect.poll(() => countOf(registries, minister)).toBe(his + 7)
  })
  await test.step('the merge is undone: each has its own tags; and made again', async () => {
    await parley.undo()
    await expect(registries.rows).toHaveCount(23)
    await expect.poll(() => countOf(registries, minister)).toBe(his)
    await expect(registries.row(/^Kelemin/)).toContainText('7')
    await parley.redo()
    await expect(registries.rows).toHaveCount(22)
  })
  await test.step('he is a minister no longer', async () => {
    const roles = registries.part(minister, 'Roles')
    await registries.write(minister, 'Foreign Minister: to', '2031-12')
    await roles.getByRole('button', { name: 'Add a role' }).click()
    await registries.write(minister, 'New role', 'Prime Minister')
    await expect(roles.getByRole('textbox', { name: 'Prime Minister: from' })).toBeVisible()
    await registries.write(minister, 'Prime Minister: from', '2032')
    await expect(registries.row(minister)).toContainText('Prime Minister, Marenza')
  })
  await test.step('all of it is there after a restart', async () => {
    await parley.saved()
    await parley.restart()
    await registries.open()
    await expect(registries.rows).toHaveCount(22)
    await registries.look(minister)
    const roles = registries.part(minister, 'Roles')
    await expect(roles.getByRole('textbox', { name: 'Foreign Minister: to' })).toHaveValue('2031-12')
    await expect(roles.getByRole('textbox', { name: 'Prime Minister: from' })).toHaveValue('2032')
    await expect.poll(() => countOf(registries, minister)).toBe(his + 7)
    const called = registries.part(minister, 'Called')
    await called.getByRole('button', { name: /^\d+ more$/ }).click()
    for (const words of [
      minister,
      'Kelemin',
      'Marenzan foreign minister',
      'top diplomat',
      'her Marenzan counterpart',
    ])
      await expect(
        called.getByRole('button', { name: new RegExp(`^“[^”]*${words}”`, 'i') }).first(),
      ).toBeVisible()
    await expect(registries.part(minister, 'Merged into this one')).toContainText('Kelemin')
    await registries.leave()
    await expect(parley.tags).toHaveCount(5)
  })
})

/** Tags a position, and says who holds it and what it is for or against. The holder is the actor tagged before it. */
async function tagPosition(
  parley: Workbench,
  words: string,
  { holder, stance, answer }: { holder: string; stance: '1' | '5'; answer: string },
): Promise<void> {
  await parley.tag('Position', words)
  await parley.page.keyboard.press('w')
  await take(parley, 'Held by whom?', new RegExp(holder))
  await expect(question(parley, 'Which position is it?')).toBeFocused()
  await parley.page.keyboard.type(answer)
  await take(parley, 'Which position is it?', new RegExp(answer))
  await expect(question(parley, 'Stance?')).toBeFocused()
  await parley.page.keyboard.press(stance)
  await expect(question(parley, 'Stance?')).toBeHidden()
  await expect(parley.selectedTag.getByTitle(answer, { exact: true })).toBeVisible()
}

test('positions for and against one issue are statements in the table, and lead back to their words', async ({
  parley,
}) => {
  const statements = new Statements(parley)
  await startWithSample(parley)

  await test.step('one urges it', async () => {
    await parley.tag('Actor', "Tolvash's top diplomat")
    await sayWho(parley, { typed: 'davor' })
    await tagPosition(parley, 'scrap its ban on Marenzan grain', {
      holder: 'Tolvash',
      stance: '5',
      answer: banGoes,
    })
  })
  await test.step('the other is against', async () => {
    await tagWord(parley, 'Actor', 'Marchbane', 2)
    await sayWho(parley, { means: 'Helen Marchbane' })
    await tagPosition(parley, 'the ban would certainly stay', {
      holder: 'Marchbane',
      stance: '1',
      answer: banGoes,
    })
  })

  const readOff = async (words: string, who: string, stance: RegExp) => {
    await statements.press('/')
    const search = parley.page.getByRole('searchbox', { name: 'Find in quotes' })
    await expect(search).toBeFocused()
    await search.fill(words)
    await expect(statements.count).toHaveText(/^1 of \d+ statements$/)
    await expect(statements.lines).toHaveCount(1)
    await expect(statements.lines).toHaveAttribute('aria-label', new RegExp(`^${who}.*${words}`))
    expect(await statements.column('Actor')).toEqual([who])
    expect(await statements.column('Issue')).toEqual([ban])
    expect(await statements.column('Answer')).toEqual([banGoes])
    await expect(statements.lines).toHaveAttribute('aria-label', stance)
  }
  await test.step('both are read off the table', async () => {
    await statements.show()
    await readOff('scrap its ban', minister, /for/)
    await readOff('certainly stay', 'Helen Marchbane', /against/)
  })
  await test.step('and so they are after a restart, from where the words are one key away', async () => {
    await parley.saved()
    await parley.restart()
    await expect(parley.articles).toHaveCount(10)
    await statements.show()
    await readOff('scrap its ban', minister, /for/)
    await statements.press('Enter')
    await expect(statements.table).toBeFocused()
    await statements.press('Enter')
    await expect(parley.page.getByRole('article', { name: roadDeal })).toBeVisible()
    await expect(parley.selectedTag).toContainText('scrap its ban on Marenzan grain')
  })
})

test('a label is split and merged with its preview, in a project where two others have tagged', async ({
  parley,
}) => {
  const { reader } = parley
  const codebook = new Codebook(parley)
  await startWithSample(parley)
  const tags = (...names: readonly string[]) =>
    expect
      .poll(async () => new Set(await reader.tags.evaluateAll((all) => all.map((tag) => tag.ariaLabel))))
      .toEqual(new Set(names))
  await parley.tag('Claim', 'he understood her doubts')
  await parley.tag('Claim', 'Soon is not a day of the week')

  await test.step('mine are split; those of the others stay as they are', async () => {
    await codebook.open()
    await codebook.show('Labels', 'Claim')
    await codebook.page.getByRole('button', { name: 'Split…' }).click()
    const dialog = parley.dialog('Split “Claim”')
    await dialog.getByRole('textbox', { name: 'Label 1' }).fill('Concession')
    await dialog.getByRole('textbox', { name: 'Label 2' }).fill('Complaint')
    await dialog
      .getByRole('combobox', { name: 'What “he understood her doubts” becomes' })
      .selectOption('Concession')
    await dialog.getByRole('combobox', { name: /^What “soon is not/i }).selectOption('Complaint')
    await expect(dialog.getByRole('status')).toContainText('stay as they are: only they can change them')
    await dialog.getByRole('button', { name: 'Split', exact: true }).click()
    await codebook.putInForce('Label “Claim” split', 'Label “Concession” added', '2 tags')
    await codebook.leave()
    await tags('Concession: he understood her doubts', 'Complaint: Soon is not a day of the week')
  })
  await test.step('one undo takes all of it back, and one redo makes it again', async () => {
    await parley.undo()
    await tags('Claim: he understood her doubts', 'Claim: Soon is not a day of the week')
    await parley.redo()
    await tags('Concession: he understood her doubts', 'Complaint: Soon is not a day of the week')
  })
  await test.step('one half is merged into the other, and counts as it', async () => {
    await codebook.open()
    await codebook.show('Labels', 'Concession')
    await codebook.page.getByRole('button', { name: 'Merge…' }).click()
    const dialog = parley.dialog('Merge “Concession” into another label')
    await dialog.getByRole('combobox', { name: 'Into' }).selectOption('Complaint')
    await expect(dialog).toContainText('Tags with “Concession” count as “Complaint”')
    await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
    await codebook.putInForce('Label “Concession” merged')
    await codebook.leave()
    await tags('Complaint: he understood her doubts', 'Complaint: Soon is not a day of the week')
  })
  await test.step('and so it is after a restart', async () => {
    await parley.saved()
    await parley.restart()
    await expect(parley.page.getByRole('article', { name: roadDeal })).toBeVisible()
    await tags('Complaint: he understood her doubts', 'Complaint: Soon is not a day of the week')
  })
})

test('all occurrences across the articles are tagged but for two, and one undo takes them back', async ({
  parley,
}) => {
  await startWithSample(parley)
  const { page } = parley
  const panel = parley.dialog('Tag all occurrences')
  const told = panel.getByRole('status', { name: 'What was found' })
  const places = panel.getByRole('treeitem', { level: 2 })
  let found = 0

  await test.step('the words are found in all articles', async () => {
    await parley.reader.drag('Highland Guard')
    await page.keyboard.press('Shift+A')
    await expect(panel.getByRole('textbox', { name: 'Words' })).toHaveValue('Highland Guard')
    await panel.getByRole('radio', { name: 'All 10 articles' }).check()
    await expect(told).toHaveText(/^(\d+) places in \d+ articles · \1 ticked$/)
    found = Number.parseInt(await told.innerText())
  })
  await test.step('two of them are unticked', async () => {
    for (const [i, left] of [found - 1, found - 2].entries()) {
      const ticked = places.and(panel.locator('[aria-checked=true]'))
      await ticked.nth(i).click()
      await expect(told).toContainText(`· ${left} ticked`)
    }
    await expect(places.and(panel.locator('[aria-checked=false]'))).toHaveCount(2)
  })
  await test.step('the others are tagged, in one step', async () => {
    await panel.getByRole('combobox', { name: 'Meaning' }).fill('Highland Guard')
    const option = panel.getByRole('option', { name: /^Highland Guard/ })
    await expect(option).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Enter')
    await panel.getByRole('button', { name: `Tag ${found - 2} in` }).click()
    await expect(panel).toBeHidden()
    await expect(parley.notice(`Tagged ${found - 2} × “Highland Guard” as Highland Guard.`)).toBeVisible()
  })
  const tagged = async (file: string): Promise<readonly string[]> => {
    const set = setIn(await parley.exportAs('parley', { file, whole: true }))
    const guard = set.actors.find(({ name }) => name === 'Highland Guard')?.id
    return set.annotations.filter(({ means }) => means === guard).map(({ target }) => target[0]!.quote)
  }
  const all = Array.from({ length: found - 2 }, () => 'Highland Guard')
  await test.step('one undo takes all of them back, one redo makes them again', async () => {
    expect(await tagged('tagged')).toEqual(all)
    await parley.undo()
    await expect(parley.tags).toHaveCount(0)
    expect(await tagged('undone')).toEqual([])
    await parley.redo()
    await expect(parley.tags).not.toHaveCount(0)
  })
  await test.step('and they are there after a restart', async () => {
    await parley.saved()
    await parley.restart()
    await expect(parley.articles).toHaveCount(10)
    await expect(parley.tags).not.toHaveCount(0)
    expect(await tagged('again')).toEqual(all)
  })
})

/** Tags a name and makes somebody new of it. */
async function tagSomebodyNew(parley: Workbench, words: string): Promise<void> {
  await parley.tag('Actor', words)
  await parley.page.keyboard.press('w')
  await expect(question(parley, who)).toBeFocused()
  await parley.page.keyboard.type('Dorian Pell')
  await take(parley, who, 'New actor “Dorian Pell”')
  await expect(question(parley, who)).toBeHidden()
  await expect(parley.selectedTag.getByTitle('Dorian Pell', { exact: true })).toBeVisible()
  await parley.saved()
}

test('two people who add the same actor see one suggestion; merged it is one, and taken apart both have their own', async ({
  parley,
  colleague,
}) => {
  const [mine, theirs] = [parley.desk.path('project'), colleague.desk.path('project')]
  const registries = new Registries(parley)
  const their = new Registries(colleague)

  await test.step('each adds him, on a computer of their own', async () => {
    await parley.startReading('ferry-strike.txt')
    await parley.saved()
    await parley.quit()
    cpSync(mine, theirs, { recursive: true })
    await parley.start(mine)
    await tagSomebodyNew(parley, 'Dorian Pell')
    await colleague.start(theirs)
    await tagSomebodyNew(colleague, 'the island council')
    await colleague.quit()
    await parley.quit()
  })
  await test.step('and when their folders are brought together, both see one suggestion', async () => {
    cpSync(theirs, mine, { recursive: true })
    await parley.start(mine)
    await colleague.start(mine)
    for (const at of [parley, colleague]) {
      const list = new Registries(at)
      await list.open()
      await expect(list.rows).toHaveText([/^Dorian Pell.*1$/s, /^Dorian Pell.*1$/s])
      await expect(at.page.getByText('1 pair may be the same.')).toBeVisible()
    }
  })
  await test.step('one merges them, and both have one actor with the tags of both', async () => {
    await registries
      .part('Dorian Pell', 'Perhaps the same')
      .getByRole('button', { name: 'Compare with Dorian Pell…' })
      .click()
    const dialog = parley.dialog('Merge two actors')
    await dialog.getByRole('button', { name: 'Merge into “Dorian Pell”' }).click()
    await expect(dialog).toBeHidden()
    for (const list of [registries, their]) await expect(list.rows).toHaveText([/^Dorian Pell.*2$/s])
    for (const { page } of [parley, colleague])
      await expect(page.getByText(/may be the same\.$/)).toHaveCount(0)
  })
  await test.step('the other takes them apart, and each has its own evidence again', async () => {
    await their.look('Dorian Pell')
    await their
      .part('Dorian Pell', 'Merged into this one')
      .getByRole('button', { name: 'Take apart Dorian Pell' })
      .click()
    for (const list of [registries, their])
      await expect(list.rows).toHaveText([/^Dorian Pell.*1$/s, /^Dorian Pell.*1$/s])
    const called: string[] = []
    for (const i of [0, 1]) {
      const row = registries.rows.nth(i)
      await row.click()
      await expect(row).toHaveAttribute('aria-selected', 'true')
      const words = registries.part('Dorian Pell', 'Called').getByRole('button', { name: /, 1 time/ })
      await expect(words).toHaveCount(1)
      called.push((await words.getAttribute('aria-label')) ?? '')
    }
    expect(new Set(called.map((name) => name.split('”')[0]))).toEqual(
      new Set(['“Dorian Pell', '“the island council']),
    )
  })
})
