import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { explain } from '../../model/explain'
import type { Problem } from '../../model/problem'
import { ok, type Result } from '../../model/result'
import type { Folder } from '../ports'
import type { FileSystem } from './file-system'
import { nodeFolder } from './node-folder'
import { withFaults, type Call } from './testing/faults'
import { modelDisk } from './testing/model-disk'

const root = resolve('/project')
const bytes = (text: string) => new TextEncoder().encode(text)
const whole = (lines: string) => lines.split('\n').filter((line) => /^(old|new) line$/.test(line))

const calls: readonly Call[] = [
  'look',
  'realPath',
  'read',
  'names',
  'makeFolder',
  'create',
  'grow',
  'lastByte',
  'write',
  'state',
  'setMode',
  'sync',
  'syncContent',
  'close',
  'rename',
  'link',
  'remove',
  'syncFolder',
]
const codes = [
  'EACCES',
  'EBUSY',
  'EDQUOT',
  'EEXIST',
  'EFBIG',
  'EIO',
  'EISDIR',
  'ELOOP',
  'EMFILE',
  'ENAMETOOLONG',
]
const more = ['ENOENT', 'ENOSPC', 'ENOTDIR', 'EPERM', 'EROFS', 'ETIMEDOUT', 'EXDEV', 'ESTALE']

interface Operation {
  readonly name: string
  readonly run: (folder: Folder) => Promise<Result<unknown, Problem>>
  /** What may stand at `work/x` after a Problem; before it stood "old line". */
  readonly mayLeave: (text: string | null) => boolean
  /** What must stand there once the operation has said that it is done. */
  readonly leaves: (text: string | null) => boolean
  /** A fault of the system that means that it is done. */
  readonly isDoneBy?: string
}

const operations: readonly Operation[] = [
  {
    name: 'replace',
    run: (folder) => folder.replace('work/x', bytes('new line\n')),
    mayLeave: (text) => text === 'old line\n' || text === 'new line\n',
    leaves: (text) => text === 'new line\n',
  },
  {
    name: 'append',
    run: (folder) => folder.append('work/x', bytes('new line\n')),
    mayLeave: (text) => text !== null && whole(text)[0] === 'old line',
    leaves: (text) => text !== null && whole(text).join() === 'old line,new line',
  },
  {
    name: 'append to a new file',
    run: (folder) => folder.append('work/new/y', bytes('new line\n')),
    mayLeave: (text) => text === 'old line\n',
    leaves: (text) => text === 'old line\n',
  },
  {
    name: 'create',
    run: (folder) => folder.create('work/new/y', bytes('new line\n')),
    mayLeave: (text) => text === 'old line\n',
    leaves: (text) => text === 'old line\n',
  },
  {
    name: 'remove',
    run: (folder) => folder.remove('work/x'),
    mayLeave: (text) => text === 'old line\n' || text === null,
    leaves: (text) => text === null,
    /** Then somebody else has removed it. */
    isDoneBy: 'ENOENT',
  },
  ...(['read', 'list', 'stamps'] as const).map((name): Operation => ({
    name,
    run: (folder) =>
      name === 'read'
        ? folder.read('work/x')
        : name === 'list'
          ? folder.list('work')
          : folder.stamps(['work/x']),
    mayLeave: (text) => text === 'old line\n',
    leaves: (text) => text === 'old line\n',
  })),
]

async function contentOf(fs: FileSystem, path: string): Promise<string | null> {
  const found = await nodeFolder(root, fs).read(path)
  if (!found.ok) throw new Error(JSON.stringify(found.error))
  return found.value && new TextDecoder().decode(found.value)
}

/** Carries out the operation with one call failing, and says how often it was made. */
async function tried(operation: Operation, call: Call, code: string, nth: number) {
  const disk = modelDisk(
    ['/', root, join(root, 'work')],
    new Map([[join(root, 'work', 'x'), bytes('old line\n')]]),
  )
  let made = 0
  const faulty = withFaults(disk.fs, {
    fail: (name, count) => {
      if (name === call) made = count
      return name === call && count === nth ? code : null
    },
  })
  const answer = await operation.run(nodeFolder(root, faulty))
  return { answer, made, fs: disk.fs }
}

describe.each(operations)('$name', (operation) => {
  it.each(calls)('keeps its word whatever becomes of any call: %s', async (call) => {
    for (const code of codes)
      for (let nth = 1; ; nth++) {
        const { answer, made, fs } = await tried(operation, call, code, nth)
        if (made < nth) break
        const at = `${code} at call ${nth} of ${call}`
        const text = await contentOf(fs, 'work/x')
        const isDone = answer.ok && operation.isDoneBy !== code
        expect(isDone ? operation.leaves(text) : operation.mayLeave(text), `${at}: ${text}`).toBe(true)
        if (!answer.ok) expect(explain(answer.error), at).toMatch(/is safe|left as it is|not touched/)
        expect(await operation.run(nodeFolder(root, fs)), `${at}, then again`).toMatchObject({ ok: true })
        expect(operation.leaves(await contentOf(fs, 'work/x')) || operation.name === 'append', at).toBe(true)
        const names = await fs.names(join(root, 'work'))
        const left = names.filter(({ name }) => name.startsWith('~')).length
        expect(left, `${at}: files left half written`).toBeLessThanOrEqual(call === 'remove' ? 1 : 0)
      }
  })
})

describe('a file that cannot be read', () => {
  const [read] = operations.filter(({ name }) => name === 'read')

  it.each(codes.filter((code) => code !== 'ENOENT'))(
    'with %s is not taken for one that is not there',
    async (code) => {
      for (const call of ['look', 'realPath', 'read'] as const)
        expect((await tried(read!, call, code, 1)).answer).not.toEqual(ok(null))
    },
  )
})
