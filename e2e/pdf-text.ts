import { inflateSync } from 'node:zlib'

/** Words that a PDF sets in one go, in CSS pixels (96 to the inch) from the upper left corner of their page. */
export interface PdfWords {
  /** From 0. */
  readonly page: number
  readonly left: number
  readonly right: number
  readonly baseline: number
  /** Of the type. */
  readonly size: number
  readonly text: string
}

export interface Pdf {
  readonly pages: readonly { readonly width: number; readonly height: number }[]
  readonly words: readonly PdfWords[]
}

type Matrix = readonly [number, number, number, number, number, number]

/** The characters of a font by their code, and how wide they are. */
interface Font {
  readonly bytes: 1 | 2
  readonly textOf: (code: number) => string
  /** In ems. */
  readonly widthOf: (code: number) => number
}

/** Reads the words of a PDF as Chromium writes them; not those of any other program. */
export function readPdf(file: Uint8Array): Pdf {
  const source = Buffer.from(file).toString('latin1')
  const objects = new Map<number, string>()
  for (const [, id, body] of source.matchAll(/(\d+) 0 obj\n([^]*?)endobj/g)) objects.set(Number(id), body!)
  const object = (id: string | undefined) => objects.get(Number(id)) ?? ''
  const fonts = new Map<string, Font>()
  const fontAt = (id: string): Font => {
    const known = fonts.get(id) ?? readFont(object(id), object)
    fonts.set(id, known)
    return known
  }

  const root = [...objects.values()].find((body) => body.includes('/Type /Catalog'))!
  const pages = pagesBelow(object(/\/Pages (\d+)/.exec(root)?.[1]), object).map((body) => {
    const [width = 0, height = 0] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(body)!.slice(1).map(Number)
    const content = /\/Contents (\d+)/.exec(body)?.[1]
    const named = new Map(
      [...(/\/Font <<([^]*?)>>/.exec(body)?.[1] ?? '').matchAll(/\/(\w+) (\d+) 0 R/g)].map(
        ([, name, id]) => [name!, fontAt(id!)] as const,
      ),
    )
    return { width, height, content: streamOf(object(content)), named }
  })
  return {
    pages: pages.map(({ width, height }) => ({ width: width / 0.75, height: height / 0.75 })),
    words: pages.flatMap(({ content, named, height }, page) =>
      joined(wordsIn(content, named)).map(({ x0, x1, y, size, text }) => ({
        page,
        left: x0 / 0.75,
        right: x1 / 0.75,
        baseline: (height - y) / 0.75,
        size: size / 0.75,
        text,
      })),
    ),
  }
}

/** The pages below a node of the tree of pages, in order. */
function pagesBelow(node: string, object: (id: string) => string): string[] {
  const kids = /\/Kids \[([^\]]*)\]/.exec(node)?.[1]
  if (kids === undefined) return [node]
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, id]) => pagesBelow(object(id!), object))
}

function streamOf(body: string): string {
  const at = body.indexOf('stream\n')
  if (at < 0) return ''
  const length = Number(/\/Length (\d+)/.exec(body)?.[1])
  const bytes = Buffer.from(body.slice(at + 7, at + 7 + length), 'latin1')
  return (body.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1')
}

function readFont(body: string, object: (id: string) => string): Font {
  const codes = new Map<number, string>()
  const cmap = streamOf(object(/\/ToUnicode (\d+)/.exec(body)?.[1] ?? ''))
  const text = (hex: string) =>
    String.fromCharCode(...hex.match(/.{4}/g)!.map((unit) => Number.parseInt(unit, 16)))
  for (const [, block] of cmap.matchAll(/beginbfchar([^]*?)endbfchar/g))
    for (const [, code, to] of block!.matchAll(/<(\w+)> <(\w+)>/g))
      codes.set(Number.parseInt(code!, 16), text(to!))
  for (const [, block] of cmap.matchAll(/beginbfrange([^]*?)endbfrange/g))
    for (const [, from, to, first] of block!.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let code = Number.parseInt(from!, 16), i = 0; code <= Number.parseInt(to!, 16); code++, i++)
        codes.set(code, String.fromCodePoint(text(first!).codePointAt(0)! + i))
  const isOneByte = body.includes('/Type3')
  const firstChar = Number(/\/FirstChar (\d+)/.exec(body)?.[1] ?? 0)
  const widths = /\/Widths \[([^\]]*)\]/.exec(body)?.[1]?.trim().split(/\s+/).map(Number) ?? []
  return {
    bytes: isOneByte ? 1 : 2,
    textOf: (code) => codes.get(code) ?? '',
    widthOf: (code) => (isOneByte ? (widths[code - firstChar] ?? 0) / 1000 : 0.5),
  }
}

const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[1] * b[2],
  a[0] * b[1] + a[1] * b[3],
  a[2] * b[0] + a[3] * b[2],
  a[2] * b[1] + a[3] * b[3],
  a[4] * b[0] + a[5] * b[2] + b[4],
  a[4] * b[1] + a[5] * b[3] + b[5],
]

/** What one text operator shows, in points from the lower left corner. */
interface Shown {
  readonly x0: number
  readonly x1: number
  readonly y: number
  readonly size: number
  readonly text: string
}

/** What stands side by side as one: Chromium sets characters one by one. */
function joined(shown: readonly Shown[]): Shown[] {
  const found: Shown[] = []
  for (const next of shown) {
    const last = found.at(-1)
    const goesOn = last && last.y === next.y && last.size === next.size && Math.abs(next.x0 - last.x1) < 1
    if (goesOn) found[found.length - 1] = { ...last, x1: next.x1, text: last.text + next.text }
    else found.push(next)
  }
  return found
}

/** Goes through the operators of a page and gives what its text operators show, in points. */
function wordsIn(content: string, fonts: ReadonlyMap<string, Font>) {
  const found: Shown[] = []
  let page: Matrix = [1, 0, 0, 1, 0, 0]
  const kept: Matrix[] = []
  let [line, at]: [Matrix, number] = [page, 0]
  let [font, size]: [Font | undefined, number] = [undefined, 0]
  let operands: string[] = []

  const show = (strings: readonly string[]) => {
    let text = ''
    const start = at
    for (const part of strings) {
      if (/^[-\d.]/.test(part)) {
        at -= (Number(part) / 1000) * size
        continue
      }
      for (const code of codesOf(part, font!.bytes)) {
        text += font!.textOf(code)
        at += font!.widthOf(code) * size
      }
    }
    const whole = times(line, page)
    found.push({
      x0: whole[0] * start + whole[4],
      x1: whole[0] * at + whole[4],
      y: whole[5],
      size: Math.abs(whole[0]) * size,
      text,
    })
  }

  for (const [token] of content.matchAll(
    /\((?:\\[^]|[^\\)])*\)|<[\dA-Fa-f\s]*>|\[|\]|\/\w+|[^\s[\]()<>/]+/g,
  )) {
    if (/^[-\d.(</[\]]/.test(token)) {
      operands.push(token)
      continue
    }
    const numbers = operands.map(Number)
    if (token === 'q') kept.push(page)
    else if (token === 'Q') page = kept.pop() ?? page
    else if (token === 'cm') page = times(matrix(numbers), page)
    else if (token === 'BT') [line, at] = [[1, 0, 0, 1, 0, 0], 0]
    else if (token === 'Tm') [line, at] = [matrix(numbers), 0]
    else if (token === 'Td') [line, at] = [times([1, 0, 0, 1, numbers[0]!, numbers[1]!], line), 0]
    else if (token === 'Tf') [font, size] = [fonts.get(operands[0]!.slice(1)), numbers[1]!]
    else if (token === 'Tj' || token === 'TJ') show(operands.filter((part) => part !== '[' && part !== ']'))
    operands = []
  }
  return found
}

const matrix = ([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): Matrix => [a, b, c, d, e, f]

const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

/** The codes of a string, in brackets or in hexadecimal. */
function codesOf(part: string, bytes: 1 | 2): number[] {
  const inside = part.slice(1, -1)
  const units: number[] = []
  if (part.startsWith('<'))
    for (const [pair] of inside.matchAll(/\w{2}/g)) units.push(Number.parseInt(pair, 16))
  else
    for (const [, octal, escaped, plain] of inside.matchAll(/\\([0-7]{1,3})|\\([^])|([^\\])/g))
      units.push(
        octal !== undefined
          ? Number.parseInt(octal, 8)
          : escaped !== undefined
            ? (escapes[escaped] ?? escaped.charCodeAt(0))
            : plain!.charCodeAt(0),
      )
  if (bytes === 1) return units
  return units.flatMap((unit, i) => (i % 2 === 0 ? [unit * 256 + (units[i + 1] ?? 0)] : []))
}
