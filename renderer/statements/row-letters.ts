/** A letter for each name: the first of it that none before has, in lower case; `null` when all of them are taken. */
export function lettersFor(names: readonly string[]): (string | null)[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const letter = [...name.toLowerCase()].find((each) => /^\p{L}$/u.test(each) && !taken.has(each)) ?? null
    if (letter !== null) taken.add(letter)
    return letter
  })
}
