import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { WrittenArticle } from '../workload/write-workload'
import { attach, type BenchWindow } from './attach'
import { root } from './electron-process'

const app = join(root, 'e2e', 'bench', 'floor')
const blank = join(app, 'floor.html')

interface FloorArticle {
  readonly paragraphs: readonly { readonly start: number; readonly text: string }[]
  readonly tags: readonly { readonly label: string; readonly start: number; readonly end: number }[]
}

declare global {
  interface Window {
    putArticle(article: FloorArticle): void
  }
}

/** The arguments with which Electron opens the bare window on a page. */
export const floorArgs = (page: string, folder: string): string[] => [app, `--user-data-dir=${folder}`, page]

/** A bare window in the same Electron, with nothing in it yet. */
export const openFloor = (folder: string): Promise<BenchWindow> => attach(floorArgs(blank, folder), 'button')

/** What the next click on the floor's button opens. */
export const putOnFloor = ({ page }: BenchWindow, article: WrittenArticle): Promise<void> =>
  page.evaluate((content) => window.putArticle(content), floorArticle(article))

/** Writes a page that shows the article by itself. */
export function writeFloorPage(file: string, article: WrittenArticle): void {
  const base = `<base href="${pathToFileURL(app).href}/" />`
  const html = readFileSync(blank, 'utf8').replace('<title>', `${base}\n<title>`)
  writeFileSync(file, `${html}<script>openArticle(${JSON.stringify(floorArticle(article))})</script>\n`)
}

function floorArticle({ title, text, paragraphs, tags: [mine] }: WrittenArticle): FloorArticle {
  const bodies = paragraphs.map((words) => {
    const start = words[0]!.start
    return { start, text: text.slice(start, words.at(-1)!.end) }
  })
  return { paragraphs: [{ start: 0, text: title }, ...bodies], tags: mine ?? [] }
}
