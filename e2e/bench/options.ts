/** What was asked for on the command line. */
export interface Options {
  /** In the order given; when none was, all but those that are run only when they are named. */
  readonly suites: readonly string[]
  readonly quick: boolean
  readonly repetitions: number
  readonly seed: number
}

/** Reads the arguments, or says in a sentence what is wrong with them. */
export function optionsOf(
  args: readonly string[],
  usual: readonly string[],
  named: readonly string[] = [],
): Options | { readonly wrong: string } {
  const suites: string[] = []
  const known = [...usual, ...named]
  let quick = false
  let seed = 1
  for (const arg of args) {
    if (arg === '--quick') quick = true
    else if (/^--seed=\d{1,9}$/.test(arg)) seed = Number(arg.slice('--seed='.length))
    else if (arg.startsWith('-'))
      return { wrong: `There is no option “${arg}”. There are --quick and --seed=NUMBER.` }
    else if (!known.includes(arg))
      return { wrong: `There is no suite “${arg}”. The suites are ${listed(known)}.` }
    else if (!suites.includes(arg)) suites.push(arg)
  }
  return { suites: suites.length > 0 ? suites : usual, quick, repetitions: quick ? 3 : 10, seed }
}

const listed = (names: readonly string[]) => new Intl.ListFormat('en-GB').format(names)
