/** Names that Windows keeps for devices, whatever follows the first full stop. */
const device = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i
const longest = 80

/**
 * A name for a file on any system, from a title that anybody may have written: without control and direction
 * characters, path separators and what Windows forbids; at most 80 characters (of UTF-16), not cut inside one;
 * never empty, hidden, or the name of a device. The extension is not part of it.
 */
export function fileNameFrom(title: string): string {
  const cleaned = title
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu, '')
    .replace(/[<>:"/\\|?*]+/g, '-')
  const trimmed = trim(cutAt(trim(cleaned), longest))
  if (trimmed === '') return 'Untitled'
  return device.test(trimmed) ? `_${trimmed}` : trimmed
}

const trim = (name: string) => name.replace(/^[\s.]+|[\s.]+$/gu, '')

function cutAt(text: string, length: number): string {
  let cut = ''
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (cut.length + segment.length > length) break
    cut += segment
  }
  return cut
}
