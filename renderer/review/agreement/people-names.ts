import { isAgreedSet } from '../../ui/whose'

/** A person of the project, as far as names go. */
interface Named {
  readonly id: string
  readonly name: string
}

/**
 * What people are called in sentences and over columns: by their first word where no other of them has it, else in full.
 * "Ada Quill" and "Jonas Beck" are Ada and Jonas; "Ada Quill" and "Ada Beck" stay as they are.
 */
export function shortNames(people: readonly Named[]): readonly string[] {
  const first = people.map(({ name }) => (isAgreedSet(name) ? name : name.split(/\s/)[0] || name))
  return people.map(({ name }, i) =>
    first.filter((one) => one === first[i]).length === 1 ? first[i]! : name,
  )
}

/** "Ada", "Ada and Jonas", "Ada, Jonas and Vera". */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** People are named one by one up to here, beyond that they are counted. */
const NAMED_AT_MOST = 4

/** "Ada and Jonas", or "20 annotators". */
export const together = (names: readonly string[]): string =>
  names.length <= NAMED_AT_MOST ? listed(names) : `${names.length} annotators`
