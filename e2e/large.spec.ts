import { setIn } from './sets'
import { expect, test } from './workbench'

/** A report of about 10,000 words, in which no two sentences are alike. */
const paragraphs = Array.from({ length: 200 }, (_, i) =>
  Array.from(
    { length: 5 },
    (__, j) => `On day ${i * 5 + j} the ferry carried ${i + 7} crates past pier ${j} at Port Alder.`,
  ).join(' '),
)
const title = 'Log of the ferry in a long year'

test('an article of 10,000 words with 600 tags scrolls, and every tag stays over its words', async ({
  parley,
  colleague,
}) => {
  const file = parley.desk.write('log.txt', `${title}\n\n${paragraphs.join('\n\n')}\n`)
  await test.step('a colleague has tagged three places in each paragraph', async () => {
    await colleague.start(colleague.desk.path('project'))
    await colleague.importFiles(file)
    await colleague.rename('Signe Holt')
    await colleague.tag('Actor', 'On day 0 the ferry')
    const set = setIn(await colleague.exportAs('parley', { file: 'one.json' }))
    colleague.desk.write('many.json', JSON.stringify(withTags(set, 600)))
    await colleague.quit()
  })

  await parley.start(parley.desk.path('project'))
  const { reader, page } = parley
  await parley.importFiles(file)
  await parley.importSets(colleague.desk.path('many.json'))
  await expect(parley.notice('Received 600 tags from many.json.')).toBeVisible()
  await page
    .getByRole('combobox', { name: 'Tags shown beside mine' })
    .selectOption({ label: 'with Signe Holt’s' })

  for (const day of [0, 330, 640, 995]) {
    await reader.boxesOf(`On day ${day} the`)
    await expect(reader.tag(`Actor: On day ${day} the ferry carried`)).toBeVisible()
    await expect.poll(() => reader.misplacedTags()).toEqual([])
    await expect.poll(() => reader.misplacedLines()).toEqual([])
  }

  await test.step('and when the text is set otherwise: in another window and in larger type', async () => {
    const isRight = async (how: string) => {
      await expect(reader.tag('Actor: On day 995 the ferry carried')).toBeVisible()
      await expect.poll(() => reader.misplacedTags(), how).toEqual([])
      await expect.poll(() => reader.misplacedLines(), how).toEqual([])
      await reader.boxesOf('On day 640 the')
      await expect(reader.tag('Actor: On day 640 the ferry carried')).toBeVisible()
      await expect.poll(() => reader.misplacedLines(), how).toEqual([])
      await reader.boxesOf('On day 995 the')
    }
    await parley.resize(1010, 700)
    await isRight('a narrower window')
    await page.keyboard.press('Control+=')
    await page.keyboard.press('Control+=')
    await isRight('larger type')
    await page.keyboard.press('Control+0')
    await parley.resize(1280, 800)
    await isRight('as it was')
  })

  await parley.reader.drag('the ferry carried 206 crates past pier 4')
  await page.keyboard.press('3')
  const mine = () => reader.tag('Claim: the ferry carried 206 crates past pier 4')
  await expect(mine()).toBeVisible()
  await expect.poll(() => reader.misplacedTags()).toEqual([])
  await parley.saved()

  await parley.restart()
  await expect(parley.page.getByText('1 tag · 0 links')).toBeVisible()
  await parley.page.keyboard.press('J')
  await expect(mine()).toBeVisible()
  await expect.poll(() => reader.misplacedTags()).toEqual([])
})

type Set = ReturnType<typeof setIn>

/** The set with so many tags in place of its one, from the first day of each paragraph on, three to each. */
function withTags(set: Set, count: number): Set {
  const [article] = set.articles
  const [one] = set.annotations
  if (!article || !one) throw new Error('There is no tag to copy.')
  const annotations = Array.from({ length: count }, (_, i) => {
    const day = Math.floor(i / 3) * 5
    const sentence = article.text.indexOf(`On day ${day} the`)
    const words = /^On day \d+ the ferry carried/.exec(article.text.slice(sentence))![0]
    const [start, end] = [
      [sentence, sentence + words.length],
      [sentence, sentence + words.length - ' carried'.length],
      [sentence + 'On day '.length, sentence + words.length],
    ][i % 3] as [number, number]
    const target = [
      {
        start,
        end,
        // The text has no character of two code units, so that both ways of counting agree.
        startCodePoint: start,
        endCodePoint: end,
        quote: article.text.slice(start, end),
        prefix: article.text.slice(Math.max(0, start - 32), start),
        suffix: article.text.slice(end, end + 32),
      },
    ]
    const id = `${one.id.slice(0, -4)}${i.toString(16).padStart(4, '0')}`
    return { ...one, id, label: ['actor', 'position', 'claim'][i % 3]!, target }
  })
  return { ...set, annotations }
}
