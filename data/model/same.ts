/** Whether two values of JSON say the same, in whichever order their keys stand. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [ofA, ofB] = [a, b].map((value) => Object.entries(value).filter(([, field]) => field !== undefined))
  return (
    ofA!.length === ofB!.length &&
    ofA!.every(([key, field]) => Object.hasOwn(b, key) && isSame(field, Reflect.get(b, key)))
  )
}
