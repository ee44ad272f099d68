import type { DecisionAction } from '../data/model/review-records'
import type { OpenArticle } from '../data/store/views'
import { DistantColleague, tagging, tagWith } from './distant-colleague'
import { Differences } from './differences'
import { expect, test } from './workbench'

const title = 'Herring quota passes by one vote'

/** A decision on the tag with these words that is mine. */
const decide = (words: string, action: DecisionAction) => (on: OpenArticle) => {
  const { annotator, tag } = tagWith(on, words)
  return {
    do: 'decide' as const,
    article: on.article.id,
    action,
    on: [{ annotator, id: tag.id }],
    readings: [],
    links: [],
    reason: null,
    note: '',
  }
}

test('two reviewers who decide otherwise on one tag are told of beside each other, and the later counts', async ({
  parley,
}) => {
  await parley.startReading('quota-vote.txt')
  const { page } = parley
  await parley.tag('Actor', 'Marit Oslund')
  await parley.saved()
  const at = (name: string) => new DistantColleague(parley.desk.path('project'), name)
  await at('Signe Holt').does(title, tagging('late, small'))
  await at('Ruth Amsel').does(title, decide('Marit Oslund', 'accept'))
  await at('Vera Kim').does(title, decide('Marit Oslund', 'reject'))

  const differences = new Differences(parley)
  await differences.open(title)
  const row = differences.rows.filter({ hasText: 'Marit Oslund' })
  await expect(row).toContainText('Rejected, disputed')
  await row.click()
  await expect(differences.detail).toContainText(
    /Reviewers have decided differently.*Rejected by Vera Kim.*Accepted by Ruth Amsel/,
  )

  await page.getByRole('tab', { name: 'Agreed set' }).click()
  const clashes = page.getByRole('region', { name: 'Reviewers disagree' })
  await expect(clashes.getByRole('listitem')).toHaveCount(1)
  await expect(clashes).toContainText('Ruth Amsel accepted it; Vera Kim rejected it')
  await clashes.getByRole('button').click()
  await expect(parley.selectedTag).toContainText('Marit Oslund')
})
