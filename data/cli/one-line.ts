/**
 * Text from a file or a path, for a line on a terminal: what would break the line, move the cursor or turn the
 * direction of the writing becomes a space, and runs of spaces one.
 */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()

/** "1 tag", "2 tags". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`
