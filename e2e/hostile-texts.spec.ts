import { bringIntoView, faultsOf, placeOf, type Place } from './drawn'
import { expect, test, type Workbench } from './workbench'

/** Texts that are hard to set, select and draw on, and words of each that are tagged. */
const cases: readonly { readonly what: string; readonly text: string; readonly words: string }[] = [
  {
    what: 'emoji with joiners',
    text: 'The crew 👩‍👩‍👧‍👦 hung the 🏳️‍🌈 flag with a 👍🏽 from the lighthouse on Monday, and took it in at night.',
    words: '👩‍👩‍👧‍👦 hung the 🏳️‍🌈 flag with a 👍🏽',
  },
  {
    what: 'combining marks',
    text: 'The envoy Zoe\u0308 Que\u0301re\u0323l\u0331 spoke of the Z\u0334\u031b\u0348a\u0337l\u0337g\u0336o\u0335 of the talks, and left them.',
    words: 'Zoe\u0308 Que\u0301re\u0323l\u0331 spoke of the Z\u0334\u031b\u0348a\u0337l\u0337g\u0336o\u0335',
  },
  {
    what: 'a Hebrew run inside English',
    text: 'The minister, known as שר החוץ של קסטריה at home, said that the talks would go on until Thursday.',
    words: 'known as שר החוץ',
  },
  {
    what: 'an Arabic run inside English',
    text: 'The council wrote وزير الخارجية في المدينة on its page, and nobody on the six islands could read it.',
    words: 'الخارجية في المدينة on its page',
  },
  {
    what: 'a Hebrew paragraph',
    text: 'שר החוץ של קסטריה אמר ביום שלישי כי ארצו לא תוותר על תנאיה, וכי השיחות עם Anton Reszek יימשכו עד סוף החודש, ולא מעבר לכך.',
    words: 'לא תוותר על תנאיה, וכי השיחות עם Anton Reszek יימשכו עד סוף',
  },
  {
    what: 'an Arabic paragraph',
    text: 'قال وزير الخارجية يوم الثلاثاء إن بلاده لن تتخلى عن شروطها، وإن المحادثات ستستمر حتى نهاية الشهر في المدينة القديمة.',
    words: 'لن تتخلى عن شروطها، وإن المحادثات',
  },
  {
    what: 'zero-width spaces, joiners and no-break spaces',
    text: 'Some forty\u00a0one\u202fper\u00a0cent of the co\u200boperative\u200b voted, and the word\u2060joiner held\ufeff on the quay.',
    words: 'forty\u00a0one\u202fper\u00a0cent of the co\u200boperative\u200b voted, and the word\u2060joiner',
  },
  {
    what: 'tabs',
    text: 'Crew\tVotes\tShare of them all\tand what the council made of it on Monday',
    words: 'Votes\tShare',
  },
  {
    what: 'soft hyphens',
    text: 'The co\u00adoper\u00ada\u00adtion of the is\u00adlands with the main\u00adland is not what it was be\u00adfore the bridge was closed, said Dorian.',
    words:
      'co\u00adoper\u00ada\u00adtion of the is\u00adlands with the main\u00adland is not what it was be\u00adfore the bridge',
  },
  {
    what: 'vertical presentation forms and brackets',
    text: 'The notice read ︱︷quay︸︹closed︺ in ︻both︼ columns, and nobody knew which way to hold it.',
    words: '︱︷quay︸︹closed︺ in ︻both︼',
  },
  {
    what: 'letters beyond the first plane',
    text: '𝔘𝔫𝔦𝔠𝔬𝔡𝔢 was painted on 𐐷𐐷 the wall 𠜎𠜱𠝹 of the customs house by a crew of 𝟜𝟙',
    words: '𐐷𐐷 the wall 𠜎𠜱𠝹',
  },
  {
    what: 'a word of 5,000 characters',
    text: `It said ${Array.from({ length: 5000 }, (_, i) => 'abcdefghijklmnopqrstuvwxyz'[(i * 7) % 26]).join('')} on the wall.`,
    words: 'It said',
  },
]

/** A point of the window inside the first or the last character of a place, near the outer side of that. */
const pointIn = (parley: Workbench, { paragraph, start, end }: Place, edge: 'start' | 'end') =>
  parley.reader.article.evaluate(
    (article, { index, at, isEnd }) => {
      const block = article.querySelector(`[data-paragraph="${index}"]`)!
      const nodes = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
      let passed = 0
      for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
        const text = node.textContent ?? ''
        if (at < passed || at >= passed + text.length) {
          passed += text.length
          continue
        }
        const from = Math.max(0, at - passed - 50)
        const near = new Intl.Segmenter().segment(text.slice(from, from + 100))
        const character = near.containing(at - passed - from)!
        const range = new Range()
        range.setStart(node, from + character.index)
        range.setEnd(node, from + character.index + character.segment.length)
        const { left, right, top, bottom } = range.getBoundingClientRect()
        const isTurned = /[\u0590-\u08ff]/.test(character.segment)
        return { x: isEnd === isTurned ? left + 1 : right - 1, y: (top + bottom) / 2 }
      }
      throw new Error('There is no such place.')
    },
    { index: paragraph, at: edge === 'start' ? start : end - 1, isEnd: edge === 'end' },
  )

/** Drags from the first of some words to the last. */
async function drag(parley: Workbench, from: Place, to: Place = from): Promise<void> {
  const { mouse } = parley.page
  await bringIntoView(parley.reader.article, from)
  const [start, end] = [await pointIn(parley, from, 'start'), await pointIn(parley, to, 'end')]
  await mouse.move(start.x, start.y)
  await mouse.down()
  await mouse.move((start.x + end.x) / 2, end.y, { steps: 2 })
  await mouse.move(end.x, end.y, { steps: 2 })
  await mouse.up()
  await expect(parley.reader.toolbar).toBeVisible()
}

const selected = (parley: Workbench) => parley.page.evaluate(() => String(getSelection()))

/** Starts on a report of these paragraphs, and gives its paragraphs as they stand on the page. */
async function readReport(parley: Workbench, paragraphs: readonly string[]): Promise<readonly string[]> {
  const file = parley.desk.write('report.txt', `A report that is hard to set\n\n${paragraphs.join('\n\n')}\n`)
  await parley.start(parley.desk.path('project'))
  await parley.importFiles(file)
  await expect(parley.reader.article).toBeVisible()
  return parley.reader.paragraphs.allTextContents()
}

test('whatever a text consists of, what is selected is what was meant, and tags lie under their words', async ({
  parley,
}) => {
  const paragraphs = await readReport(
    parley,
    cases.map(({ text }) => text),
  )
  const { reader, page } = parley
  const tagged: Place[] = []
  for (const { what, words } of cases)
    await test.step(what, async () => {
      const place = placeOf(words, paragraphs)
      await drag(parley, place)
      const said = await selected(parley)
      // A drag takes whole words: nothing less, and no more than to the end of the word.
      expect(said).toContain(words)
      await page.keyboard.press('1')
      await expect(parley.selectedTag.getByRole('heading', { name: 'Actor' })).toBeVisible()
      const start = paragraphs[place.paragraph]!.indexOf(said)
      const meant = { ...place, start, end: start + said.length }
      await expect.poll(() => faultsOf(reader.article, meant, 'actor')).toEqual([])
      tagged.push(meant)
    })

  await test.step('by key, the same words are reached a word at a time', async () => {
    for (const { words, what } of cases.filter(({ what }) => !what.includes('5,000'))) {
      const place = placeOf(words, paragraphs)
      await bringIntoView(reader.article, place)
      const { x, y } = await pointIn(parley, place, 'start')
      await page.mouse.click(x, y)
      const isRtl = what.endsWith('paragraph')
      const [on, back] = isRtl ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']
      await page.keyboard.press(`Alt+${on}`)
      await page.keyboard.press(back)
      const offset = paragraphs[place.paragraph]!
      for (let i = 0; !(await selected(parley)).includes(words.slice(-4)); i++) {
        if (i > 40) throw new Error(`${what}: “${await selected(parley)}” of “${offset}”`)
        await page.keyboard.press(`Shift+${on}`)
      }
      expect(await selected(parley), what).toContain(words.slice(2, -2))
      await page.keyboard.press('Escape')
    }
  })

  await test.step('all of it is the same after a restart, and in larger type', async () => {
    await parley.saved()
    await parley.restart()
    await expect(parley.tags).toHaveCount(cases.length)
    for (const key of [null, 'Control+=']) {
      if (key) await parley.page.keyboard.press(key)
      for (const place of tagged) {
        await bringIntoView(reader.article, place)
        await expect.poll(() => faultsOf(reader.article, place, 'actor')).toEqual([])
      }
    }
  })
})

test('a paragraph of 100,000 words is read, selected and tagged at its start, in its middle and at its end', async ({
  parley,
}) => {
  const giant = Array.from({ length: 100_000 }, (_, i) => (i % 13 === 12 ? `word${i}.` : `word${i}`)).join(
    ' ',
  )
  const paragraphs = await readReport(parley, [giant])
  for (const at of [3, 50_004, 99_990]) {
    const place = placeOf(`word${at} word${at + 1} word${at + 2}`, paragraphs)
    await drag(parley, place)
    expect(await selected(parley)).toBe(`word${at} word${at + 1} word${at + 2}`)
    await parley.page.keyboard.press('1')
    await expect.poll(() => faultsOf(parley.reader.article, place, 'actor')).toEqual([])
  }
  await expect(parley.tags).toHaveCount(3)
})

test('10,000 paragraphs of one word are read, and tags over several of them lie under each', async ({
  parley,
}) => {
  const paragraphs = await readReport(
    parley,
    Array.from({ length: 10_000 }, (_, i) => `Word${i}`),
  )
  for (const at of [5, 5000, 9980]) {
    const place = (i: number) => ({
      paragraph: paragraphs.indexOf(`Word${i}`),
      start: 0,
      end: `Word${i}`.length,
    })
    await drag(parley, place(at), place(at + 3))
    await parley.page.keyboard.press('1')
    await expect(parley.selectedTag.getByRole('heading', { name: 'Actor' })).toBeVisible()
    for (const i of [at, at + 1, at + 2, at + 3])
      await expect
        .poll(() => faultsOf(parley.reader.article, place(i), 'actor', { isPart: true }))
        .toEqual([])
  }
  await expect(parley.tags).toHaveCount(3)
})
