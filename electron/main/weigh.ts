/** What a message from the window may weigh, in bytes (two a character), and how deep it may nest. */
export interface Limit {
  readonly bytes: number
  readonly depth: number
}

/** Whether a message stays within the limit. Stops counting as soon as it does not; walks without recursion. */
export function isWithin(message: unknown, limit: Limit): boolean {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value: message, depth: 0 }]
  let bytes = 0
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next
    bytes += weightOf(value)
    if (bytes > limit.bytes || depth > limit.depth) return false
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) continue
    for (const [key, inner] of Object.entries(value)) {
      bytes += 2 * key.length
      waiting.push({ value: inner, depth: depth + 1 })
    }
  }
  return bytes <= limit.bytes
}

function weightOf(value: unknown): number {
  if (typeof value === 'string') return 2 * value.length
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return value.byteLength
  return 8
}
