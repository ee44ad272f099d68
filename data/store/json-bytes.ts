const utf8 = new TextEncoder()

/** JSON as people can read and compare it, as bytes: two spaces of indentation, a newline at the end, UTF-8. */
export const bytesOfJson = (value: unknown): Uint8Array => utf8.encode(`${JSON.stringify(value, null, 2)}\n`)
