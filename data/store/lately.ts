/** The values that were set or asked for last, by key; those before them are forgotten. */
export class Lately<T> {
  readonly #values = new Map<string, T>()
  readonly #atMost: number

  constructor(atMost: number) {
    this.#atMost = atMost
  }

  get(key: string): T | undefined {
    const value = this.#values.get(key)
    if (value !== undefined) this.set(key, value)
    return value
  }

  set(key: string, value: T): void {
    // A map keeps the order in which its keys came.
    this.#values.delete(key)
    this.#values.set(key, value)
    for (const oldest of [...this.#values.keys()].slice(0, -this.#atMost)) this.#values.delete(oldest)
  }
}
