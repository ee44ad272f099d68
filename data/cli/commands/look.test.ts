import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { formats } from '../../formats'
import { beside, emptyBeside } from '../testing/talks'

it('counts the sample, and shows the same counts as a table', async () => {
  const { parley } = await beside()
  const stats = JSON.parse((await parley('stats', '--project', 'valley', '--json')).out)
  expect(stats).toMatchObject({ project: { name: 'The Tesk valley talks' }, articles: 10 })
  expect(Object.keys(stats.annotators)).toEqual(['ines-holloway-sample', 'tobias-varga-sample'])
  const { code, out, err } = await parley('stats', '--project', 'valley')
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(new RegExp(`^articles +${stats.articles}$`, 'm'))
  expect(out).toMatch(new RegExp(`^tags +${stats.tags}$`, 'm'))
  const { tags, articles } = stats.annotators['ines-holloway-sample']
  expect(out).toMatch(
    new RegExp(`^Ines Holloway \\(ines-holloway-sample\\) +${tags} +${articles} +actor \\d+`, 'm'),
  )
})

it('counts an empty project', async () => {
  const { parley } = await emptyBeside()
  expect(await parley('stats', '--project', 'talks')).toMatchObject({ code: 0 })
  const stats = JSON.parse((await parley('stats', '--project', 'talks', '--json')).out)
  expect(stats).toMatchObject({ articles: 0, tags: 0, annotators: {} })
})

it('finds nothing wrong with the sample', async () => {
  const { parley } = await beside()
  const { code, out, err } = await parley('validate', 'valley')
  expect([code, out]).toEqual([0, ''])
  expect(err).toMatch(/^Checked \d+ files: 10 articles, \d+ tags, \d+ links\. Nothing is wrong\.\n$/)
})

it('gives a line for each thing that is wrong: file, place and expectation', async () => {
  const { cwd, parley } = await beside()
  await writeFile(join(cwd, 'valley', 'people', 'mallory.json'), '{"format":"parley/person","schema":2}')
  await writeFile(join(cwd, 'valley', 'people', 'eve.json'), '{"format":"parley/person","schema":1,"id":7}')
  const { code, out, err } = await parley('validate', 'valley')
  expect(code).toBe(1)
  expect(out).toBe(
    'people/eve.json: id: text was expected\n' +
      'people/mallory.json: schema: at most 1 was expected, not 2\n',
  )
  expect(err).toContain('2 problems.')
})

it('says in one sentence that a folder is not there or no project', async () => {
  const { parley } = await emptyBeside({ 'a.txt': 'text' })
  for (const [folder, words] of [
    ['gone', 'cannot be reached, because it is gone'],
    ['.', 'is not a Parley project'],
    ['a.txt', 'cannot be reached, because a file stands in its place'],
  ] as const) {
    const { code, out, err } = await parley('validate', folder)
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(words)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  }
})

it('says what each format reads, writes, carries and loses', async () => {
  const { parley } = await emptyBeside()
  const listed = JSON.parse((await parley('formats', '--json')).out)
  expect(listed.map(({ id }: { id: string }) => id)).toEqual(formats.map(({ id }) => id))
  for (const { id, reads, carries, loses } of listed) {
    const format = formats.find((each) => each.id === id)!
    expect([reads, loses]).toEqual([format.read !== null, format.loses])
    expect(carries.filter((each: string) => loses.includes(each))).toEqual([])
    expect(carries.length + loses.length).toBe(8)
  }
  const { code, out } = await parley('formats')
  expect(code).toBe(0)
  for (const { id, title } of formats) expect(out).toContain(`${id}  ${title}`)
})
