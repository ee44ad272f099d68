import {
  readerOptionNames,
  readerOptionsOf,
  type ReaderOptionName,
  type ReaderOptions,
} from './reader/reader-options'

/** What was asked for on the command line. */
export interface Options {
  /** In the order given; when none was, all but those that are run only when they are named. */
  readonly suites: readonly string[]
  readonly quick: boolean
  readonly repetitions: number
  readonly seed: number
  readonly reader: ReaderOptions
}

/** Reads the arguments, or says in a sentence what is wrong with them. */
export function optionsOf(
  args: readonly string[],
  usual: readonly string[],
  named: readonly string[] = [],
): Options | { readonly wrong: string } {
  const suites: string[] = []
  const known = [...usual, ...named]
  const ofReader = new Map<ReaderOptionName, string>()
  let quick = false
  let seed = 1
  const rest = [...args]
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const [option, value] = arg.split('=', 2) as [string, string | undefined]
    if (arg === '--quick') quick = true
    else if (/^--seed=\d{1,9}$/.test(arg)) seed = Number(arg.slice('--seed='.length))
    else if (isOfReader(option)) {
      const given = value ?? rest.shift()
      if (given === undefined) return { wrong: `“${option}” needs a value.` }
      ofReader.set(option, given)
    } else if (arg.startsWith('-'))
      return { wrong: `There is no option “${arg}”. There are ${listed(options)}.` }
    else if (!known.includes(arg))
      return { wrong: `There is no suite “${arg}”. The suites are ${listed(known)}.` }
    else if (!suites.includes(arg)) suites.push(arg)
  }
  const reader = readerOptionsOf(ofReader, quick)
  if ('wrong' in reader) return reader
  if (ofReader.size > 0 && !suites.includes('reader'))
    return { wrong: `${listed([...ofReader.keys()])} is only for the suite “reader”.` }
  return { suites: suites.length > 0 ? suites : usual, quick, repetitions: quick ? 3 : 10, seed, reader }
}

const options = ['--quick', '--seed=NUMBER', ...readerOptionNames]

const isOfReader = (option: string): option is ReaderOptionName =>
  readerOptionNames.some((name) => name === option)

const listed = (names: readonly string[]) => new Intl.ListFormat('en-GB').format(names)
