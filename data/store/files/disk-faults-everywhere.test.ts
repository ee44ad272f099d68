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
  'ENOENT',
  'ENOSPC',
  'ENOTDIR',
  'EPERM',
  'EROFS',
  'ESTALE',
  'ETIMEDOUT',
  'EXDEV',
]

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

interface Tried {
  readonly answer: Result<unknown, Problem>
  readonly code: string
  /** How often the call was made. */
  readonly made: number
  /** The disk, sound again. */
  readonly fs: FileSystem
}

/** Carries out the operation with one call failing. */
async function tried(operation: Operation, call: Call, code: string, nth: number): Promise<Tried> {
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
  return { answer, code, made, fs: disk.fs }
}

/** What is not as it was promised after the operation has been tried with one call failing. */
async function brokenPromises(
  operation: Operation,
  call: Call,
  { answer, code, fs }: Tried,
): Promise<string[]> {
  const broken: string[] = []
  const text = await contentOf(fs, 'work/x')
  const isDone = answer.ok && operation.isDoneBy !== code
  if (!(isDone ? operation.leaves : operation.mayLeave)(text)) broken.push(`it left “${text}”`)
  if (!answer.ok && !/is safe|left as it is|not touched/.test(explain(answer.error)))
    broken.push(`nobody learns what is safe from “${explain(answer.error)}”`)
  const names = await fs.names(join(root, 'work'))
  const halfWritten = names.filter(({ name }) => name.startsWith('~')).length
  if (halfWritten > (call === 'remove' ? 1 : 0)) broken.push('a file was left half written')
  const again = await operation.run(nodeFolder(root, fs))
  if (!again.ok) broken.push(`it does not work again: ${explain(again.error)}`)
  return broken
}

describe.each(operations)('$name', (operation) => {
  it.each(calls)('keeps its word whatever becomes of any call: %s', async (call) => {
    const broken: string[] = []
    for (const code of codes)
      for (let nth = 1; ; nth++) {
        const result = await tried(operation, call, code, nth)
        if (result.made < nth) break
        for (const what of await brokenPromises(operation, call, result))
          broken.push(`${code} at call ${nth}: ${what}`)
      }
    expect(broken).toEqual([])
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
