import { Differences } from './differences'
import { madeSet, type Made } from './made-sets'
import type { AnnotationSet } from '../data/model/annotation-set'
import { setIn, tagsIn } from './sets'
import { expect, ownArticle, test, type LabelName, type Workbench } from './workbench'

const [strike, quota, wall, envoy, letter] = [
  'Ferry crews give the islands four days to decide',
  'Herring quota passes by one vote',
  'Harbour wall will hold, engineers say',
  'The envoy of two alphabets',
  'A letter from Little Skerry',
] as const

const ada: readonly (readonly [string, LabelName, string])[] = [
  [strike, 'Actor', 'Dorian Pell'],
  [strike, 'Claim', 'the timetable would stand'],
  [quota, 'Actor', 'Marit Oslund'],
  [quota, 'Claim', 'He has cut our boats in half'],
  [wall, 'Position', 'north arm closed'],
  [envoy, 'Actor', 'Zoë Ämter'],
  [letter, 'Claim', 'The school stays open'],
]

const ben: Made = {
  name: 'Ben Osei',
  tags: {
    [strike]: ['actor: Dorian Pell', 'claim: said that the timetable would stand'],
    [quota]: ['actor: Marit Oslund of the Netmakers’ Union', 'position: He has cut our boats in half'],
    [wall]: ['position: north arm closed to heavy ships until June'],
    [envoy]: ['actor: The envoy, Zoë Ämter'],
    [letter]: ['claim: stays open'],
  },
}

const cleo: Made = {
  name: 'Cleo Marsh',
  tags: {
    [strike]: ['actor: Dorian Pell', 'claim: the timetable would stand', 'actor: Islanders'],
    [quota]: ['actor: Marit Oslund', 'actor: the council'],
    [wall]: ['actor: engineers'],
    [envoy]: ['actor: Zoë Ämter'],
    [letter]: ['actor: The school'],
  },
}

test('three people’s tags on five articles are compared, decided on by key, answered, agreed, exported and read back', async ({
  parley,
  colleague,
}) => {
  const project = parley.desk.path('project')
  const differences = new Differences(parley)
  await test.step('three people tag five articles', () => threeTag(parley, colleague, project))
  await test.step('what others tagged is hidden until one is done', () => readBlind(parley, differences))
  await test.step('what differs is decided on by key', () => decideAll(parley, differences))
  await test.step('one of them answers, and takes a correction over', () => answer(colleague))
  await test.step('the reviewer reads the answer', async () => {
    await parley.openArticle(quota)
    await expect(parley.page.getByRole('region', { name: 'New' })).toContainText(
      'Her union is not what speaks.',
    )
  })
  await test.step('all of it is there after a restart', async () => {
    await parley.saved()
    await parley.restart()
    await compareThree(parley, differences)
    await expectDecided(differences)
  })
  await test.step('the agreed set goes out, and comes in elsewhere', async () => {
    const agreed = await exportAgreed(parley, differences)
    expect(tagsIn(agreed).toSorted()).toEqual(inTheAgreedSet)
    expect(agreed.agreed?.rule).toEqual({ is: 'majority', share: 0.6 })
    await parley.quit()
    await parley.start(parley.desk.path('elsewhere'))
    await parley.importSets(parley.desk.path('agreed.json'))
    await expect(parley.notice(`Received ${agreed.annotations.length} tags from agreed.json.`)).toBeVisible()
    const back = setIn(await parley.exportAs('parley', { file: 'back.json', whole: true }))
    expect(tagsIn(back)).toEqual(tagsIn(agreed))
  })
})

async function threeTag(parley: Workbench, colleague: Workbench, project: string): Promise<void> {
  await parley.start(project)
  const files = ['ferry-strike.txt', 'quota-vote.txt', 'harbour-report.txt', 'odd-signs.txt'].map(ownArticle)
  const text = `${letter}\n\nThe school stays open, the council wrote on Monday.\n`
  await parley.importFiles(...files, parley.desk.write('letter.txt', text))
  await parley.saved()

  await colleague.start(project)
  await colleague.rename('Ada Quill')
  for (const [article, label, words] of ada) {
    await colleague.openArticle(article)
    await colleague.tag(label, words)
  }
  await colleague.saved()
  await colleague.quit()

  const base = setIn(await parley.exportAs('parley', { file: 'base.json', whole: true }))
  for (const made of [ben, cleo]) {
    const set = parley.desk.write(`${made.name}.json`, JSON.stringify(madeSet(base, made)))
    await parley.importSets(set)
    await expect(parley.notice(/^Received \d+ tags from /)).toBeVisible()
  }
}

async function readBlind(parley: Workbench, differences: Differences): Promise<void> {
  const { page } = parley
  await switchBlind(parley, differences)
  await parley.openArticle(strike)
  const notice = page.getByRole('region', { name: 'Blind review' })
  await expect(notice).toContainText('3 others have tagged this article. Their tags are hidden')
  await differences.press('Control+5')
  await expect(
    page.getByText(`Tags of 3 others on “${strike}” stay hidden until you are done with the article.`),
  ).toBeVisible()
  await differences.press('Control+1', 'd')
  await expect(notice.getByText('hidden until you are done')).toBeHidden()
  await differences.press('Control+5')
  await expect(differences.count).toHaveText('2 open of 2')
  await switchBlind(parley, differences)
}

/** Switches blind review on or off, and goes back to the text. */
async function switchBlind({ page }: Workbench, differences: Differences): Promise<void> {
  await differences.press('Control+5')
  await page.getByRole('tab', { name: 'Progress' }).click()
  await page.getByRole('switch', { name: 'Blind review' }).click()
  await expect(page.getByText(/^(Others’ tags are hidden on|Everybody sees)/)).toBeVisible()
  await page.getByRole('tab', { name: 'Differences' }).click()
  await differences.press('Control+1')
}

/** What the reviewer makes of each article's differences, by keys: thirteen decisions of all kinds. */
const decisions = [
  { article: strike, keys: ['1', '0'], became: ['Cleo’s', 'Rejected'] },
  {
    article: quota,
    keys: ['0', '5', 'Shift+ArrowDown', '4', 'Control+Enter'],
    became: ['Rejected', 'Contested', 'Merged', 'Merged'],
  },
  {
    article: wall,
    keys: ['0', '3', 'ArrowRight', 'Control+Enter', '0'],
    became: ['Rejected', 'Changed', 'Rejected'],
  },
  { article: envoy, keys: ['3', 'ArrowRight', 'Control+Enter', '1'], became: ['Changed', 'Cleo’s'] },
  {
    article: letter,
    keys: ['6', 'Control+Enter', 'Shift+ArrowDown', '0'],
    became: ['Split', 'Rejected', 'Rejected'],
  },
] as const

/** What the decisions come to, and by the rule of the majority what nobody differs on. */
const inTheAgreedSet = [
  'actor “Dorian Pell”',
  'actor “Marit Oslund of the Netmakers’ Union”',
  'actor “Zoë Ämter”',
  'claim “He has cut our boats in half”',
  'claim “The school”',
  'claim “north arm closed to heavy ships until June”',
  'claim “stays open”',
  'claim “the timetable would stand”',
  'position “He has cut our boats in half”',
  'position “The envoy, Zoë Ämter”',
]

async function decideAll(parley: Workbench, differences: Differences): Promise<void> {
  await compareThree(parley, differences)
  for (const { article, keys } of decisions) {
    await differences.open(article)
    await differences.press(...keys)
    await expect(differences.count).toHaveText(/^0 open of/)
    await differences.press('Control+1')
  }
  await expectDecided(differences)
}

/** All three who tagged, and not only the two with the most tags. */
async function compareThree({ page }: Workbench, differences: Differences): Promise<void> {
  await differences.open(strike)
  await page.getByRole('button', { name: '2 of 4 compared' }).click()
  await page.getByRole('checkbox', { name: 'Ada Quill' }).check()
  await differences.press('Escape', 'Control+1')
}

async function expectDecided(differences: Differences): Promise<void> {
  for (const { article, became } of decisions) {
    await differences.open(article)
    await expect.poll(() => differences.became()).toEqual(became)
    await differences.press('Control+1')
  }
}

async function answer(colleague: Workbench): Promise<void> {
  await colleague.startAgain()
  await colleague.openArticle(quota)
  const { page } = colleague
  await colleague.tags.filter({ hasText: 'Marit Oslund' }).click()
  const decision = page.getByRole('group', { name: /^Decision of/ })
  await expect(decision).toContainText('merged it')
  await decision.getByRole('textbox', { name: 'Answer' }).fill('Her union is not what speaks.')
  await page.keyboard.press('Control+Enter')
  await expect(decision.getByRole('list', { name: 'Answers' })).toContainText('Her union is not')
  await decision.getByRole('button', { name: 'Take the correction over' }).click()
  await expect(page.getByText('The tag is what was decided.')).toBeVisible()
  await expect(colleague.selectedTag).toContainText('Marit Oslund')
  await colleague.saved()
  await colleague.quit()
}

/** Exports what most have alike and what was decided, of all articles. */
async function exportAgreed(parley: Workbench, differences: Differences): Promise<AnnotationSet> {
  const { page } = parley
  await differences.press('Control+5')
  await page.getByRole('tab', { name: 'Agreed set' }).click()
  await page.getByRole('radio', { name: 'And what a majority has alike' }).click()
  await page.getByRole('combobox', { name: 'Agreed set of' }).selectOption('All articles')
  await parley.answerSave(parley.desk.path('agreed.json'))
  await page.getByRole('main').getByRole('button', { name: 'Export…' }).click()
  const dialog = parley.dialog('Export')
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(parley.notice(/^Exported \d+ tags to agreed\.json/)).toBeVisible()
  return setIn(parley.desk.read('agreed.json'))
}
