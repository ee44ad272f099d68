/** Texts by number, so that a column holds numbers. A text keeps its number; 0 stands for none. */
export interface TextNumbers {
  /** The number of a text, which gets one if it has none. */
  numberOf(text: string): number
  /** The number of a text, or 0 where nothing has it. */
  find(text: string): number
  textOf(number: number): string
  /** One more than the greatest number. */
  readonly size: number
}

/** For a few thousand texts, or such as are asked for again and again: `PackedDictionary` is for more. */
export class Dictionary implements TextNumbers {
  readonly #numbers = new Map<string, number>()
  readonly #texts: string[] = ['']

  constructor(texts: readonly string[] = []) {
    for (const text of texts) this.numberOf(text)
  }

  numberOf(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    this.#numbers.set(text, this.#texts.length)
    return this.#texts.push(text) - 1
  }

  find(text: string): number {
    return this.#numbers.get(text) ?? 0
  }

  textOf(number: number): string {
    return this.#texts[number] ?? ''
  }

  get size(): number {
    return this.#texts.length
  }

  /** All but the one for none, in the order of their numbers. */
  get texts(): readonly string[] {
    return this.#texts.slice(1)
  }
}
