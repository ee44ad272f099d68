/** What was asked for on the command line. */
export interface Options {
  /** In the order given; all of them when none was. */
  readonly suites: readonly string[]
  readonly repetitions: number
  readonly seed: number
}

/** Reads the arguments, or says in a sentence what is wrong with them. */
export function optionsOf(
  args: readonly string[],
  known: readonly string[],
): Options | { readonly wrong: string } {
  const suites: string[] = []
  let repetitions = 10
  let seed = 1
  for (const arg of args) {
    if (arg === '--quick') repetitions = 3
    else if (/^--seed=\d{1,9}$/.test(arg)) seed = Number(arg.slice('--seed='.length))
    else if (arg.startsWith('-'))
      return { wrong: `There is no option “${arg}”. There are --quick and --seed=NUMBER.` }
    else if (!known.includes(arg))
      return { wrong: `There is no suite “${arg}”. The suites are ${listed(known)}.` }
    else if (!suites.includes(arg)) suites.push(arg)
  }
  return { suites: suites.length > 0 ? suites : known, repetitions, seed }
}

const listed = (names: readonly string[]) => new Intl.ListFormat('en-GB').format(names)
