import { version } from '../../package.json'
import type { Command, ExitCode, Io } from './command'
import { commands } from './commands'
import { parseOptions } from './parse-options'

/**
 * Runs `parley` with these words after its name. Everything that may go wrong with the input is said and is in the
 * exit code; only a bug rejects.
 */
export async function runCli(words: readonly string[], io: Io): Promise<ExitCode> {
  const [first, ...rest] = words
  if (first === undefined) return misused(io, 'Say what is to be done.', overview())
  if (first === '--version') return shown(io, `${version}\n`)
  if (isHelp(first)) return help(rest, io)
  const command = commands.find(({ name }) => name === first)
  if (!command) return misused(io, `There is no command “${first}”.`, overview())
  const end = rest.indexOf('--')
  if (rest.slice(0, end === -1 ? rest.length : end).some((word) => word === '--help' || word === '-h'))
    return shown(io, helpOf(command))

  const given = parseOptions(rest, command)
  if (!given.ok) return misused(io, given.error, usageOf(command))
  const outcome = await command.run(given.value, io)
  return typeof outcome === 'number' ? outcome : misused(io, outcome.wrongUse, usageOf(command))
}

const isHelp = (word: string) => word === 'help' || word === '--help' || word === '-h'

function help([name, ...more]: readonly string[], io: Io): ExitCode {
  if (name === undefined) return shown(io, overview())
  const command = commands.find((candidate) => candidate.name === name)
  if (!command || more.length > 0)
    return misused(io, `There is no command “${[name, ...more].join(' ')}”.`, overview())
  return shown(io, helpOf(command))
}

function shown({ stdout }: Io, text: string): ExitCode {
  stdout.write(text)
  return 0
}

function misused({ stderr }: Io, sentence: string, usage: string): ExitCode {
  stderr.write(`${sentence}\n\n${usage}`)
  return 2
}

function overview(): string {
  const lines = commands.map(({ name, about }): [string, string] => [name, about])
  return [
    'parley works on Parley projects without a window, for scripts and pipelines.',
    '',
    'Usage: parley COMMAND …',
    '',
    ...aligned(lines),
    '',
    '“parley COMMAND --help” says more about one of them, “parley --version” which Parley this is.',
    'Results go to standard output, messages to standard error. Exit codes: 0 done, 1 the input is at fault,',
    '2 wrong use.',
    '',
  ].join('\n')
}

const usageOf = ({ name, usage }: Command): string => `Usage: parley ${name} ${usage}\n`

function helpOf(command: Command): string {
  const options = command.options.map(({ name, value, about }): [string, string] => [
    value === null ? `--${name}` : `--${name} ${value}`,
    about,
  ])
  const about = [command.about, command.more ?? ''].join(' ').trim()
  const table = options.length > 0 ? ['', ...aligned(options)] : []
  return [usageOf(command), about, ...table, ''].join('\n')
}

/** Two columns, the first as wide as its longest entry. */
function aligned(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}
