import { mkdir, readdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { AnnotationSet } from '../../model/annotation-set'
import { formats } from '../../formats'
import { beside } from '../testing/talks'

const readable = formats.filter(({ read }) => read).map(({ id }) => id)
const ines = 'ines-holloway-sample'

async function exported(format = 'parley', ...more: string[]) {
  const typing = await beside()
  const { cwd, parley } = typing
  const written = await parley('export', '--project', 'valley', '--format', format, '--out', 'set', ...more)
  expect(written).toMatchObject({ code: 0, out: '' })
  await parley('new', 'other')
  return { ...typing, written, text: await readFile(join(cwd, 'set'), 'utf8') }
}

const countsOf = async (parley: Awaited<ReturnType<typeof beside>>['parley'], project: string) => {
  const { code, out } = await parley('stats', '--project', project, '--json')
  expect(code).toBe(0)
  return JSON.parse(out)
}

it.each(readable)(
  'brings a whole project into another one as %s, and a second time changes nothing',
  async (format) => {
    const { cwd, parley } = await exported(format)
    const args = ['import-set', '--project', 'other', '--format', format, 'set']
    const first = await parley(...args)
    expect(first).toMatchObject({ code: 0 })
    expect(first.out).toMatch(/^added \d+ tags by Ines Holloway, Tobias Varga from set\n$/)
    const { project: _, ...counts } = await countsOf(parley, 'valley')
    expect(await countsOf(parley, 'other')).toMatchObject(counts)
    expect(await parley('validate', 'other')).toMatchObject({ code: 0, out: '' })

    const files = await readdir(join(cwd, 'other'), { recursive: true })
    expect((await parley(...args)).out).toBe(first.out.replace('added', 'already'))
    expect(await readdir(join(cwd, 'other'), { recursive: true })).toEqual(files)

    const theirs = ['--annotator', 'Ines Holloway', '--out', 'again', '--format', 'parley']
    expect(await parley('export', '--project', 'other', ...theirs)).toMatchObject({ code: 0 })
    const back: AnnotationSet = JSON.parse(await readFile(join(cwd, 'again'), 'utf8'))
    expect(back.annotators).toContainEqual({ id: ines, name: 'Ines Holloway' })
  },
)

it('finds out the format by itself', async () => {
  for (const format of readable) {
    const { parley } = await exported(format)
    expect(await parley('import-set', '--project', 'other', 'set')).toMatchObject({ code: 0 })
  }
})

it('writes the chosen annotator and article alone, by name, id, and the beginning of an id', async () => {
  const { parley } = await beside()
  const given = ['export', '--project', 'valley', '--format', 'parley', '--out', '-']
  const whole: AnnotationSet = JSON.parse((await parley(...given)).out)
  const article = whole.articles.find(({ id }) =>
    whole.annotations.some(({ articleId }) => articleId === id),
  )!
  const chosen = ['--annotator', 'Ines Holloway', '--annotator', ines, '--article', article.id.slice(0, 8)]
  const { code, out, err } = await parley(...given, ...chosen)
  const set: AnnotationSet = JSON.parse(out)
  const expected = whole.annotations.filter((tag) => tag.articleId === article.id && tag.annotator === ines)
  expect([code, set.annotations, set.articles.length]).toEqual([0, expected, 1])
  expect(expected.length).toBeGreaterThan(0)
  expect(err).toContain(`Wrote ${expected.length} tags`)
})

it('refuses an annotator and an article that are not there or not one', async () => {
  const { parley } = await beside()
  const given = ['export', '--project', 'valley', '--format', 'csv', '--out', '-']
  const nobody = await parley(...given, '--annotator', 'Nobody')
  expect(nobody).toMatchObject({ code: 1, out: '' })
  expect(nobody.err).toContain('Ines Holloway (ines-holloway-sample), Tobias Varga (tobias-varga-sample)')
  expect((await parley(...given, '--annotator', 'command-line')).code).toBe(1)
  expect((await parley(...given, '--article', 'zz9')).err).toContain('No article of this project')
})

it('refuses formats that there are not, that are only written, and no agreed set that there cannot be', async () => {
  const { parley } = await beside()
  const csv = ['--format', 'csv', 'x']
  for (const [words, sentence] of [
    [['export', '--format', 'xyz', '--out', '-'], 'There is no format “xyz”. There are parley, csv'],
    [
      ['export', '--format', 'csv', '--out', '-', '--agreed', '--rule', 'most'],
      '“most” is no rule: give decided, unanimous, or a share above 0, up to 1.',
    ],
    [['export', '--format', 'csv', '--out', '-', '--rule', '0.6'], 'give --agreed as well'],
    [['export', '--format', 'csv', '--out', '-', '--agreed', '--annotator', ines], 'not both'],
    [['import-set', '--format', 'xyz', 'x'], 'There is no format “xyz”.'],
    [['import-set', ...csv], 'csv is only written.'],
    [['import-set', '--as', ' ', 'x'], 'The option --as needs a name.'],
  ] as const) {
    const { code, out, err } = await parley(...words, '--project', 'valley')
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(sentence)
  }
})

it('writes the agreed set with where each tag of it comes from, and another project reads it as somebody’s', async () => {
  const { cwd, parley } = await beside()
  const given = ['export', '--project', 'valley', '--agreed']
  const agreed = async (...more: string[]): Promise<AnnotationSet> =>
    JSON.parse((await parley(...given, '--format', 'parley', '--out', '-', ...more)).out)
  expect((await agreed()).annotations).toEqual([])
  const set = await agreed('--rule', 'unanimous')
  expect(set.annotations.length).toBeGreaterThan(0)
  expect(set.agreed).toMatchObject({ rule: { is: 'unanimous' }, threshold: 0.5 })
  const both = set.annotations.filter(({ provenance }) => provenance?.from.length === 2)
  const tagged = new Map(set.agreed?.articles.map(({ id, taggers }) => [id, taggers.length]))
  expect(both.length).toBe(set.annotations.filter(({ articleId }) => tagged.get(articleId) === 2).length)
  expect(new Set(set.annotations.map(({ annotator }) => annotator))).toEqual(new Set(['agreed']))

  const table = await parley(...given, '--rule', '0.5', '--format', 'csv', '--out', '-')
  expect(table.out).toMatch(/"agreed_rule","agreed_by","agreed_from".*\r\n.*"majority 0.5","majority","/)
  for (const format of readable) {
    const out = `agreed-${format}`
    await parley(...given, '--rule', 'unanimous', '--format', format, '--out', out)
    await parley('new', `other-${format}`)
    const read = await parley('import-set', '--project', `other-${format}`, out)
    expect(read.out).toMatch(/^added \d+ tags by .*Agreed set \(The valley|^added \d+ tags by .*Agreed set/)
    expect(await parley('validate', `other-${format}`)).toMatchObject({ code: 0, out: '' })
    const back = await parley('export', '--project', `other-${format}`, '--format', 'parley', '--out', '-')
    const again: AnnotationSet = JSON.parse(back.out)
    const idsOf = ({ annotations }: AnnotationSet) => annotations.map(({ id }) => id).toSorted()
    expect(idsOf(again)).toEqual(idsOf(set))
    expect(again.annotations.every(({ annotator }) => annotator.startsWith('agreed-set-'))).toBe(true)
  }
  expect((await readdir(cwd)).length).toBeGreaterThan(0)
})

it.each([ines, 'tobias-varga-sample'])(
  'makes %s’s set another annotator’s, the same one each time',
  async (whose) => {
    const { parley } = await exported('parley', '--annotator', whose)
    const given = ['import-set', '--project', 'valley', '--as', 'Ada Quill', 'set']
    const before = (await countsOf(parley, 'valley')).annotators
    expect((await parley(...given)).out).toMatch(/^added \d+ tags by Ada Quill/)
    expect((await parley(...given)).out).toMatch(/^already/)
    const { annotators } = await countsOf(parley, 'valley')
    const [id = '', ...more] = Object.keys(annotators).filter((each) => !(each in before))
    expect([id, more]).toEqual([expect.stringMatching(/^ada-quill-[a-z2-7]{10}$/), []])
    expect(annotators).toEqual({ ...before, [id]: { ...before[whose], name: 'Ada Quill' } })
    expect(await parley('validate', 'valley')).toMatchObject({ code: 0 })

    await parley('export', '--project', 'valley', '--format', 'parley', '--out', 'all')
    expect(await parley('import-set', '--project', 'other', 'all')).toMatchObject({ code: 0 })
    expect((await countsOf(parley, 'other')).annotators).toEqual(annotators)
  },
)

it('does not make several annotators one', async () => {
  const { parley } = await exported()
  const refused = await parley('import-set', '--project', 'other', '--as', 'Ada Quill', 'set')
  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(refused.err).toContain('set holds the work of 2 annotators, so it cannot become one’s.')
  expect(await countsOf(parley, 'other')).toMatchObject({ articles: 0, tags: 0 })
})

it('says where in a bad file what was expected, takes nothing of it, and goes on with the next', async () => {
  const { cwd, parley, text } = await exported()
  const set: AnnotationSet = JSON.parse(text)
  const bad = { ...set, annotations: set.annotations.map((tag) => ({ ...tag, label: 'frob' })) }
  await writeFile(join(cwd, 'bad'), JSON.stringify(bad))
  await writeFile(join(cwd, 'cut'), text.slice(0, 999))
  await writeFile(join(cwd, 'binary'), Uint8Array.of(0xff, 0xfe, 0xfd))
  await writeFile(join(cwd, 'empty'), '')
  const files = ['bad', 'cut', 'binary', 'empty', 'gone', 'other']
  const { code, out, err } = await parley('import-set', '--project', 'other', ...files)
  expect([code, out]).toEqual([1, ''])
  expect(err).toContain('“bad” is not as it should be: at annotations[0].label, a label of the codebook')
  expect(err).toMatch(/“cut” is not as it should be: at line \d+, column \d+/)
  for (const name of files.slice(2)) expect(err).toContain(`“${name}”`)
  expect(await readdir(join(cwd, 'other'))).toEqual(['codebook', 'project.json'])
  expect(await parley('import-set', '--project', 'other', 'bad', 'set')).toMatchObject({ code: 1 })
  expect((await countsOf(parley, 'other')).tags).toBe(set.annotations.length)
})

it('replaces a file, keeps a link a link, and refuses a folder', async () => {
  const { cwd, parley, text } = await exported()
  const into = (out: string) => parley('export', '--project', 'valley', '--format', 'parley', '--out', out)
  await writeFile(join(cwd, 'old'), 'old', { mode: 0o600 })
  await symlink('old', join(cwd, 'link'))
  expect(await into('link')).toMatchObject({ code: 0 })
  expect([await readlink(join(cwd, 'link')), await readFile(join(cwd, 'old'), 'utf8')]).toEqual(['old', text])
  expect((await stat(join(cwd, 'old'))).mode & 0o777).toBe(0o600)
  await mkdir(join(cwd, 'folder'))
  for (const [out, why] of [
    ['folder', 'a folder stands where a file should be'],
    [join('gone', 'set'), 'it is gone'],
  ] as const) {
    const refused = await into(out)
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.err).toContain(why)
  }
  expect((await readdir(cwd)).filter((name) => name.includes('tmp'))).toEqual([])
})

it('writes to a device and does not replace it', async () => {
  const { parley } = await beside()
  const given = ['export', '--project', 'valley', '--format', 'csv', '--out', '/dev/null']
  expect(await parley(...given)).toMatchObject({ code: 0 })
  expect((await stat('/dev/null')).isCharacterDevice()).toBe(true)
})

it('exports the rest when an article is damaged, says which, and exits with 1', async () => {
  const { cwd, parley } = await beside()
  const names = await readdir(join(cwd, 'valley', 'articles'), { recursive: true })
  const article = names.find((name) => name.endsWith('article.json'))!
  await writeFile(join(cwd, 'valley', 'articles', article), '{')
  for (const words of [['stats'], ['export', '--format', 'csv', '--out', '-']]) {
    const { code, out, err } = await parley(...words, '--project', 'valley')
    expect([code, out === '']).toEqual([1, false])
    expect(err).toContain('line 1, column 2')
    expect(err).toContain('since they could not be read.')
  }
  const checked = await parley('validate', 'valley')
  expect(checked.code).toBe(1)
  expect(checked.out).toContain(
    `articles/${article.replaceAll('\\', '/')}: line 1, column 2: the rest of the file`,
  )
  expect(checked.err).toMatch(/\d+ problems?\.\n$/)
})
