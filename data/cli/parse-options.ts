import { failed, ok, type Result } from '../model/result'
import type { Command, Option } from './command'

/** What was typed after a command's name. */
export interface Given {
  readonly operands: readonly string[]
  /** The value of an option that may be given once; `null` when it was not given. */
  one(option: string): string | null
  /** Every value of an option, in the order given. */
  all(option: string): readonly string[]
  has(option: string): boolean
}

/**
 * Reads words as the options and operands of a command, or says in a sentence what is wrong with them. A value follows
 * its option as the next word or after `=`; only after `=` may it begin with `--`. After a bare `--` all are operands,
 * and a bare `-` is one, too.
 */
export function parseOptions(
  words: readonly string[],
  { options, operands }: Pick<Command, 'options' | 'operands'>,
): Result<Given, string> {
  const values = new Map<string, string[]>()
  const plain: string[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (word === '--') {
      plain.push(...words.slice(i + 1))
      break
    }
    if (!word.startsWith('-') || word === '-') {
      plain.push(word)
      continue
    }
    const [name, inline] = partsOf(word)
    const option = options.find((candidate) => `--${candidate.name}` === name)
    if (!option) return failed(`There is no option “${name}” here.`)
    const next = words[i + 1]
    const value = inline ?? (option.value === null || next?.startsWith('--') ? undefined : next)
    if (inline === undefined && value !== undefined) i++
    const fault = faultIn(option, value, values.has(option.name))
    if (fault) return failed(fault)
    values.set(option.name, [...(values.get(option.name) ?? []), value ?? ''])
  }

  const missing = options.find(({ name, required }) => required && !values.has(name))
  if (missing) return failed(`The option --${missing.name} ${missing.value ?? ''} is needed.`)
  if (plain.length < operands.least) return failed(`${operands.name} is missing.`)
  if (plain.length > operands.most)
    return failed(`“${plain[operands.most] ?? ''}” is one word more than this takes.`)
  return ok({
    operands: plain,
    one: (option) => values.get(option)?.[0] ?? null,
    all: (option) => values.get(option) ?? [],
    has: (option) => values.has(option),
  })
}

/** `--out=a=b` as `--out` and `a=b`. */
function partsOf(word: string): [name: string, inline: string | undefined] {
  const at = word.indexOf('=')
  return at === -1 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)]
}

function faultIn({ name, value: wanted, many }: Option, value: string | undefined, again: boolean) {
  if (wanted === null && value !== undefined) return `The option --${name} takes no value.`
  if (wanted !== null && !value) return `The option --${name} needs a value: --${name} ${wanted}.`
  if (again && !many) return `The option --${name} can be given only once.`
  return null
}
