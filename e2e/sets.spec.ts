import { existsSync } from 'node:fs'
import { setIn, tagsIn } from './sets'
import { expect, test, type Workbench } from './workbench'

const beside = (parley: Workbench) => parley.page.getByRole('combobox', { name: 'Tags shown beside mine' })

/** A set that somebody else made on the ferry strike, on another computer; gives the file. */
async function madeElsewhere(parley: Workbench, format: 'parley' | 'w3c'): Promise<string> {
  await parley.startReading('ferry-strike.txt')
  await parley.rename('Signe Holt')
  await parley.tag('Actor', 'Dorian Pell')
  await parley.tag('Claim', 'the timetable would stand')
  await parley.saved()
  await parley.exportAs(format, { file: 'signe.json' })
  await parley.quit()
  return parley.desk.path('signe.json')
}

for (const format of ['parley', 'w3c'] as const)
  test(`a colleague’s set (${format}) stands beside my own tags, and comes in once`, async ({
    parley,
    colleague,
  }) => {
    const file = await madeElsewhere(colleague, format)
    const { reader } = await parley.startReading('ferry-strike.txt')
    await parley.tag('Position', 'timetable would stand')
    await parley.importSets(file)
    await expect(parley.notice('Received 2 tags from signe.json.')).toBeVisible()
    await expect(parley.tags).toHaveCount(1)

    await beside(parley).selectOption({ label: 'with Signe Holt’s' })
    await expect(parley.tags).toHaveCount(3)
    await expect(reader.tag('Claim: the timetable would stand')).toBeVisible()
    await expect(parley.tags.first()).toHaveAccessibleName('Actor: Dorian Pell, tag of Signe Holt')

    await parley.importSets(file)
    await expect(parley.notice('signe.json was here already.')).toBeVisible()
    await expect(parley.tags).toHaveCount(3)

    await parley.restart()
    await beside(parley).selectOption({ label: 'with Signe Holt’s' })
    await expect(parley.tags).toHaveCount(3)
    const all = setIn(await parley.exportAs('parley', { file: 'all.json', whole: true }))
    expect(all.annotators.map(({ name }) => name)).toContain('Signe Holt')
    expect(tagsIn(all)).toEqual([
      'actor “Dorian Pell”',
      'claim “the timetable would stand”',
      'position “timetable would stand”',
    ])
    const hers = setIn(
      await parley.exportAs('parley', { file: 'hers.json', whole: true, people: ['Signe Holt'] }),
    )
    expect(tagsIn(hers)).toEqual(['actor “Dorian Pell”', 'claim “the timetable would stand”'])
  })

test('a file that is no set, a broken or an empty one, is refused with its place, and nothing of it comes in', async ({
  parley,
  colleague,
}) => {
  const whole = setIn((await madeElsewhere(colleague, 'parley')) && colleague.desk.read('signe.json'))
  const broken = structuredClone(whole) as { annotations: { target: { start: unknown }[] }[] }
  broken.annotations[1]!.target[0]!.start = 'twelve'
  const { desk } = parley
  const places = desk.write('places.json', JSON.stringify(broken))
  const cut = desk.write('cut.json', JSON.stringify(whole).slice(0, -40))
  const other = desk.write('recipe.json', '{ "flour": 500 }')

  await parley.startReading('ferry-strike.txt')
  await parley.importSets(places)
  await expect(
    parley.notice(
      /“places\.json” is not as it should be: at annotations\[1\]\.target\[0\]\.start, .* was expected/,
    ),
  ).toBeVisible()
  await parley.importSets(cut)
  await expect(parley.notice(/“cut\.json” is not as it should be: at /)).toBeVisible()
  await parley.importSets(other)
  await expect(parley.notice(/“recipe\.json” is not as it should be: at .* was expected/)).toBeVisible()
  await parley.importSets(desk.write('nobody.json', '[]'))
  await expect(parley.notice('“nobody.json” has no tags in it. Nothing was received.')).toBeVisible()
  await expect(parley.tags).toHaveCount(0)
  await expect(beside(parley)).toBeHidden()
  expect(existsSync(desk.path('project', 'inbox'))).toBe(false)
})
