/** After spaces and quotation marks, what makes a spreadsheet read a cell as a formula, or break it into two. */
const FORMULA = /^[\p{Zs}"'‘’“”«»]*[=+\-@＝＋－＠\t\r\n]/u

/**
 * A text cell that no spreadsheet takes for a formula: one that starts with = + - @, a full-width one of them, a tab
 * or a line break, also after spaces and quotation marks, gets an apostrophe in front. Quoting does not help there.
 */
export const guardCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** The text that was guarded. Texts that need no guard stay as they are, so nothing else loses its apostrophe. */
export const unguardCell = (cell: string): string => (FORMULA.test(cell) ? cell.slice(1) : cell)
