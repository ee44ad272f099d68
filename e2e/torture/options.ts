import { parseArgs } from 'node:util'

/** What was asked for on the command line. */
export interface Options {
  /** How often to kill a program that tags through the store. */
  readonly rounds: number
  /** How often to kill the whole app. */
  readonly app: number
  /** How many mutated files to give to the store. */
  readonly fuzz: number
  readonly seed: number
}

/** How often `npm run torture` kills when it is not told what to do. */
const USUAL_ROUNDS = 100

/** Reads the arguments, or says in a sentence what is wrong with them. `now` seeds a run that names no seed. */
export function optionsOf(args: readonly string[], now: number): Options | { readonly wrong: string } {
  const text = { type: 'string' } as const
  let given: Readonly<Record<string, string | undefined>>
  try {
    const options = { rounds: text, app: text, fuzz: text, seed: text }
    given = parseArgs({ args: [...args], options, allowPositionals: false }).values
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { wrong: `${why} There are --rounds N, --app N, --fuzz N and --seed S.` }
  }
  const numbers = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, wholeIn(value)]))
  const bad = Object.keys(numbers).find((name) => numbers[name] === null)
  if (bad !== undefined) return { wrong: `--${bad} needs a whole number below 2^32, not “${given[bad]}”.` }
  const nothing = !['rounds', 'app', 'fuzz'].some((name) => name in numbers)
  return {
    rounds: numbers['rounds'] ?? (nothing ? USUAL_ROUNDS : 0),
    app: numbers['app'] ?? 0,
    fuzz: numbers['fuzz'] ?? 0,
    seed: numbers['seed'] ?? now % 2 ** 32,
  }
}

const wholeIn = (text: string | undefined): number | null => {
  const whole = /^\d{1,10}$/.test(text ?? '') ? Number(text) : Number.POSITIVE_INFINITY
  return whole < 2 ** 32 ? whole : null
}
