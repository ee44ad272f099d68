import { describe, expect, it } from 'vitest'
import { version } from '../../package.json'
import { commands } from './commands'
import { terminal } from './testing/typed'

describe('parley', () => {
  it.each([['help'], ['--help'], ['-h']])('lists every command when asked by %s', async (word) => {
    const { parley } = await terminal()
    const { code, out, err } = await parley(word)
    expect([code, err]).toEqual([0, ''])
    for (const { name, about } of commands) expect(out).toMatch(new RegExp(`^  ${name} +${about}$`, 'm'))
  })

  it('says which version it is', async () => {
    const { parley } = await terminal()
    expect(await parley('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' })
  })

  it.each([
    [[], 'Say what is to be done.'],
    [['frobnicate'], 'There is no command “frobnicate”.'],
    [['help', 'frobnicate'], 'There is no command “frobnicate”.'],
    [['help', 'new', 'import'], 'There is no command “new import”.'],
  ])('lists them on standard error after the wrong words %j', async (words, sentence) => {
    const { parley } = await terminal()
    const { code, out, err } = await parley(...words)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(sentence)
    expect(err).toContain('Usage: parley COMMAND')
  })
})

describe.each(commands)('parley $name', ({ name, usage, options }) => {
  it('says how it is used', async () => {
    const { parley } = await terminal()
    for (const words of [
      [name, '--help'],
      ['help', name],
      [name, '--json', '-h'],
    ]) {
      const { code, out, err } = await parley(...words)
      expect([code, err]).toEqual([0, ''])
      expect(out).toContain(`Usage: parley ${name} ${usage}`)
      for (const option of options) expect(out).toContain(`--${option.name}`)
    }
  })

  it('names each option in its usage', () => {
    for (const option of options) expect(usage).toContain(`--${option.name}`)
  })

  it('refuses an option that it does not have, and shows its usage', async () => {
    const { parley } = await terminal()
    const { code, out, err } = await parley(name, '--frobnicate')
    expect([code, out]).toEqual([2, ''])
    expect(err).toBe(`There is no option “--frobnicate” here.\n\nUsage: parley ${name} ${usage}\n`)
  })
})

it.each([
  [['export', '--project', 'x', '--format', 'csv'], 'The option --out PATH is needed.'],
  [['export', '--project'], 'The option --project needs a value: --project DIR.'],
  [['export', '--project', '--out'], 'The option --project needs a value: --project DIR.'],
  [['export', '--project='], 'The option --project needs a value: --project DIR.'],
  [['stats', '--project', 'x', '--json=yes'], 'The option --json takes no value.'],
  [['stats', '--project', 'x', '--project', 'y'], 'The option --project can be given only once.'],
  [['stats', '--project', 'x', 'y'], '“y” is one word more than this takes.'],
  [['new'], 'The project folder DIR is missing.'],
  [['import', '--project', 'x'], 'A FILE to import is missing.'],
  [['import', '-x'], 'There is no option “-x” here.'],
])('says of %j: %s', async (words, sentence) => {
  const { parley } = await terminal()
  const { code, out, err } = await parley(...words)
  expect([code, out]).toEqual([2, ''])
  expect(err.split('\n')[0]).toBe(sentence)
})

it('takes a value after “=”, and what follows “--” as it is', async () => {
  const { parley } = await terminal()
  expect(await parley('new', '--name=--a=b', '--', '--talks')).toMatchObject({ code: 0, err: '' })
  const { out } = await parley('stats', '--project=--talks', '--json')
  expect(JSON.parse(out)).toMatchObject({ project: { name: '--a=b' } })
})
