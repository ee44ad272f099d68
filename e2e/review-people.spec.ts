import { passes } from './axe'
import { DistantColleague, tagging, tagWith } from './distant-colleague'
import { expect, test, type Workbench } from './workbench'

const title = 'Herring quota passes by one vote'
const strip = ({ page }: Workbench) => page.getByRole('region', { name: 'Blind review' })

test('in blind review others’ tags stay hidden until I am done, and are hidden again when I take the article up', async ({
  parley,
}) => {
  await parley.startReading('quota-vote.txt')
  const { page } = parley
  await parley.tag('Actor', 'Marit Oslund')
  await parley.saved()
  const signe = new DistantColleague(parley.desk.path('project'), 'Signe Holt')
  await signe.does(title, tagging('Marit Oslund'), () => ({ do: 'set-review', blind: true }))

  await expect(strip(parley)).toContainText('One other has tagged this article.')
  await expect(page.getByRole('combobox', { name: 'Tags shown beside mine' })).toBeHidden()
  await passes(parley, 'an article whose tags are hidden')

  await strip(parley).getByRole('button', { name: 'Done' }).click()
  await expect(strip(parley)).toContainText('Taking it up again hides them.')
  await page
    .getByRole('combobox', { name: 'Tags shown beside mine' })
    .selectOption({ label: 'with Signe Holt’s' })
  await expect(parley.tags).toHaveCount(2)

  await page.getByRole('article').focus()
  await page.keyboard.press('d')
  await expect(strip(parley)).toContainText('hidden until you are done')
  await expect(parley.tags).toHaveCount(1)
  await parley.restart()
  await expect(strip(parley)).toContainText('One other has tagged this article.')
})

test('articles are assigned by key, the library says what is mine, and I go on to the next', async ({
  parley,
}) => {
  await parley.startWith('ferry-strike.txt', 'quota-vote.txt', 'harbour-report.txt')
  const { page } = parley
  // What others save on the open article is looked for every second.
  await parley.openArticle(title)
  const signe = new DistantColleague(parley.desk.path('project'), 'Signe Holt')
  await signe.does(title, tagging('Marit Oslund'), ({ article: { id } }) => ({ do: 'finish', article: id }))

  await page.getByRole('button', { name: 'Review', exact: true }).click()
  await page.getByRole('tab', { name: 'Progress' }).click()
  const grid = page.getByRole('grid', { name: 'Progress' })
  await expect(grid.getByRole('columnheader', { name: /^Signe Holt, 1 of 1 done/ })).toBeVisible()
  await grid.focus()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('t')
  await expect(parley.notice(/2 articles to tag/)).toBeVisible()
  await page.keyboard.press('End')
  await page.keyboard.press('r')
  await expect(grid.getByRole('gridcell', { name: /^Signe Holt: .*[Tt]o review/ })).toHaveCount(1)
  await page.getByRole('combobox', { name: 'Articles shown' }).selectOption('Assigned to me')
  await expect(grid).toHaveAttribute('aria-rowcount', '3')
  await passes(parley, 'progress')

  await page.getByRole('button', { name: 'Next assigned to me' }).click()
  await expect(page.getByRole('article')).toBeVisible()
  await page.getByRole('combobox', { name: 'Articles listed' }).selectOption({ label: 'Assigned to me (2)' })
  await expect(parley.articles).toHaveCount(2)
  await expect(parley.articles.first()).toContainText('to tag')
})

test('a reviewer’s decisions stand on my tags: I answer one and take the other over, and what is new is walked', async ({
  parley,
}) => {
  await parley.startReading('quota-vote.txt')
  const { page } = parley
  await parley.tag('Actor', 'Marit Oslund')
  await parley.tag('Claim', 'late, small and better than nothing')
  await parley.saved()
  const ruth = new DistantColleague(parley.desk.path('project'), 'Ruth Amsel')
  const decide =
    (words: string, action: 'accept' | 'reject') =>
    ({ article, sets }: Parameters<Parameters<typeof ruth.does>[1]>[0]) => {
      const { annotator, tag } = tagWith({ article, sets }, words)
      return {
        do: 'decide' as const,
        article: article.id,
        action,
        on: [{ annotator, id: tag.id }],
        readings: [],
        links: [],
        reason: action === 'reject' ? ('not-a-claim' as const) : null,
        note: action === 'reject' ? 'A result, and nobody says it.' : '',
      }
    }
  await ruth.does(title, decide('Marit Oslund', 'accept'), decide('late, small', 'reject'))

  const decided = page.getByRole('list', { name: 'Decided on mine' })
  await expect(decided.getByRole('listitem')).toHaveCount(2)
  await expect(page.getByRole('list', { name: 'New', exact: true }).getByRole('listitem')).toHaveCount(2)
  await page.getByRole('article').focus()
  await page.keyboard.press('Alt+d')
  await expect(parley.selectedTag).toContainText('late, small')
  const card = page.getByRole('region', { name: 'Decisions on the tag' })
  await expect(card).toContainText('Ruth Amsel rejected it')
  await expect(card).toContainText('not a claim')
  await passes(parley, 'a decision on my tag')

  await card.getByRole('textbox', { name: 'Answer' }).fill('True: the council, then.')
  await page.keyboard.press('Control+Enter')
  await expect(card.getByRole('list', { name: 'Answers' })).toContainText('True: the council, then.')
  await card.getByRole('button', { name: 'Take the correction over' }).click()
  await expect(parley.tags).toHaveCount(1)
  await expect(decided.getByRole('listitem')).toHaveCount(1)
  await parley.undo()
  await expect(parley.tags).toHaveCount(2)

  await page.getByRole('button', { name: 'Review', exact: true }).click()
  await page.getByRole('tab', { name: 'Agreed set' }).click()
  await expect(page.getByRole('region', { name: 'What is in it' })).toContainText('1 tag and 0 links')
  await expect(page.getByRole('region', { name: 'In the agreed set' })).toContainText(
    'Ruth Amsel accepted it',
  )
  await passes(parley, 'the agreed set')
  await page.getByRole('button', { name: 'Export…' }).last().click()
  await expect(parley.dialog('Export').getByRole('checkbox', { name: 'Agreed set' })).toBeChecked()
})
