import { writeWorkload, annotators } from './workload/write-workload'
import { openParley, isOpen } from './window/parley'
import { rmSync } from 'node:fs'
export async function main(): Promise<void> {
  rmSync('/tmp/try/p1', { recursive: true, force: true })
  let first: any = null
  await writeWorkload('/tmp/try/p1', { seed: 1, articles: [{ words: 1000, tags: 50 }, { words: 1000, tags: 50 }], annotators: annotators(1) }, (a) => (first ??= a))
  console.log(isOpen(first))
  const w = await openParley('/tmp/try/p1', '/tmp/try/u1')
  await w.page.waitForTimeout(1500)
  await w.page.screenshot({ path: '/tmp/try/b.png' })
  console.log(await w.page.evaluate(() => [document.hasFocus(), document.querySelector('[role=article]')?.textContent.slice(0, 300), document.querySelector('[role=article]')?.textContent.slice(-700), document.querySelectorAll('[data-annotation-id]').length, innerWidth, innerHeight]))
  await w.close()
}
