import { firstPreferences } from '../../../electron/ipc/preferences'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from '../../../electron/main/settings/settings'
import type { WrittenArticle } from '../workload/write-workload'
import { annotators } from '../workload/write-workload'
import { attach, type BenchWindow } from './attach'
import type { Until } from './bench-clock'

/** An application folder for Parley in which the first annotator of the workload works. Gives the flag that names it. */
export function applicationFolder(folder: string): string {
  const { id, name, device } = annotators(1)[0]!
  const settings: Settings = {
    format: 'parley/settings',
    schema: 1,
    annotator: { id, name },
    device,
    machine: '',
    recent: [],
    sample: null,
    window: { x: 0, y: 0, width: 1440, height: 900 },
    maximized: false,
    theme: 'light',
    preferences: firstPreferences,
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings))
  return `--user-data-dir=${folder}`
}

/** Parley with the project, once its first article is there. */
export const openParley = (project: string, folder: string): Promise<BenchWindow> =>
  attach(['.', project, applicationFolder(folder)], '[role=article]')

/** When an article is open: its last words are there, and its first tag of mine. */
export const isOpen = ({
  text,
  paragraphs,
  tags: [mine],
}: WrittenArticle): Until & { readonly is: 'article' } => ({
  is: 'article',
  ends: text.slice(paragraphs.at(-1)![0]!.start).trimEnd().slice(-60),
  tag: mine?.[0]?.id ?? null,
})

/** Clicks the article in the list, which is scrolled there first. */
export async function clickInList(
  { page }: BenchWindow,
  { title }: WrittenArticle,
): Promise<() => Promise<void>> {
  const row = page.getByRole('option', { name: title, exact: true })
  await row.scrollIntoViewIfNeeded()
  const box = (await row.boundingBox())!
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  return async () => {
    await page.mouse.down()
    await page.mouse.up()
  }
}
