/** What is missing where lines of histories could not be read. */
export const damagedInWords = (lines: number): string =>
  lines === 1
    ? 'One step could not be read and is missing here. The tags themselves are safe.'
    : `${lines.toLocaleString('en-GB')} steps could not be read and are missing here. The tags themselves are safe.`
