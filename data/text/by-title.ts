const collator = new Intl.Collator(undefined, { numeric: true })

/** Orders titles as people read them: "Article 2" before "Article 10". */
export const byTitle = (a: string, b: string): number => collator.compare(a, b)
