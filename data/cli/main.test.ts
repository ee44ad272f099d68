import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { beside } from './testing/talks'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-cli-'))
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'main.ts'),
      outDir: folder,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'cli.mjs' } },
    },
  })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs the real program; `read` is what its reader does with the output. */
async function run(cwd: string, words: readonly string[], read: 'all' | 'slowly' | 'nothing') {
  const running = spawn(process.execPath, [join(folder, 'cli.mjs'), ...words], { cwd })
  let [out, err] = ['', '']
  running.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  const ended = new Promise<number | null>((resolve) => running.on('close', resolve))
  if (read === 'nothing') running.stdout.destroy()
  else {
    if (read === 'slowly') await sleep(1000)
    running.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  }
  return { code: await ended, out, err }
}

const exporting = ['export', '--project', 'valley', '--format', 'parley', '--out', '-']

it('gives a slow reader everything, and one that has gone no crash', async () => {
  const { cwd, parley } = await beside()
  const { out, err } = await parley(...exporting)
  expect(out.length).toBeGreaterThan(200_000)
  expect(await run(cwd, exporting, 'slowly')).toEqual({ code: 0, out, err })
  expect(await run(cwd, exporting, 'nothing')).toEqual({ code: 0, out: '', err })
})

it('finishes an import whose results nobody reads', async () => {
  const { cwd, parley } = await beside()
  await parley('new', 'other')
  await parley('export', '--project', 'valley', '--format', 'parley', '--out', 'set')
  expect(await run(cwd, ['import-set', '--project', 'other', 'set'], 'nothing')).toMatchObject({ code: 0 })
  expect(JSON.parse((await parley('stats', '--project', 'other', '--json')).out)).toMatchObject({
    articles: 10,
  })
})

it('exits with what came of it', async () => {
  const { cwd } = await beside()
  for (const [words, code] of [
    [['validate', 'valley'], 0],
    [['validate', 'gone'], 1],
    [['validate'], 2],
  ] as const)
    expect(await run(cwd, words, 'all')).toMatchObject({ code, out: '' })
})
