import { expect, test } from './workbench'

test('whoever waits for every answer is never refused, and three hundred tags at once are all made', async ({
  parley,
}) => {
  await parley.startReading('ferry-strike.txt')
  const answered = await parley.page.evaluate(async () => {
    let count = 0
    for (; count < 2000; count++) await window.workbench.stopReading()
    return count
  })
  expect(answered).toBe(2000)

  const made = await parley.page.evaluate(async () => {
    const article = document.querySelector('[role=option]')!.id.replace('article-', '')
    const step = () =>
      window.workbench.carryOut({ do: 'annotate', article, spans: [{ start: 0, end: 5 }], label: 'actor' })
    const answers = await Promise.all(Array.from({ length: 300 }, step))
    return answers.filter(({ ok }) => ok).length
  })
  expect(made).toBe(300)
  await parley.saved()
})
