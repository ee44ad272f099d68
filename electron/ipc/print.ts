/** The papers that an article can be printed on, as Chromium names them. */
export const papers = ['A4', 'Letter'] as const
export type Paper = (typeof papers)[number]
