/**
 * JSON for people and for `diff`: one key a line, and in a list of objects one object a line. Texts and short lists
 * stay on their line. An object that holds such lists is laid out the same way one level further in.
 */
export function layOutJson(value: Readonly<Record<string, unknown>>, indent = ''): string {
  const inner = `${indent}  `
  const lines = Object.entries(value).map(([key, child]) => {
    if (isRecords(child)) {
      const records = child.map((record) => `${inner}  ${JSON.stringify(record)}`)
      return `${inner}${JSON.stringify(key)}: [\n${records.join(',\n')}\n${inner}]`
    }
    const json =
      isObject(child) && Object.values(child).some(isRecords)
        ? layOutJson(child, inner)
        : JSON.stringify(child)
    return `${inner}${JSON.stringify(key)}: ${json}`
  })
  return `{\n${lines.join(',\n')}\n${indent}}`
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isRecords = (value: unknown): value is readonly object[] =>
  Array.isArray(value) && value.length > 0 && value.every(isObject)
