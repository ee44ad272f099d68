import type { z } from 'zod'
import { parseAs } from '../model/parse'
import type { Problem } from '../model/problem'
import { ok, type Result } from '../model/result'
import type { Folder } from './ports'

const utf8 = new TextDecoder()

/** One JSON file checked by its schema; `null` when it is not there. */
export async function readAs<T>(
  folder: Folder,
  path: string,
  schema: z.ZodType<T>,
): Promise<Result<T | null, Problem>> {
  const bytes = await folder.read(path)
  if (!bytes.ok) return bytes
  if (!bytes.value) return ok(null)
  return parseAs(schema, utf8.decode(bytes.value), path)
}

/** Names in a folder that match; a name that does not is somebody else's file and is passed over. */
export async function namesIn(
  folder: Folder,
  path: string,
  shape: RegExp,
): Promise<Result<readonly string[], Problem>> {
  const names = await folder.list(path)
  return names.ok ? ok(names.value.filter((name) => shape.test(name))) : names
}

/** Runs `work` over all of `inputs`, at most `width` at a time; the answers stand in the order of the inputs. */
export async function inParallel<I, O>(
  inputs: readonly I[],
  width: number,
  work: (input: I) => Promise<O>,
): Promise<O[]> {
  const answers: O[] = Array.from({ length: inputs.length })
  let next = 0
  const worker = async () => {
    while (next < inputs.length) {
      const i = next++
      answers[i] = await work(inputs[i]!)
    }
  }
  await Promise.all(Array.from({ length: Math.min(width, inputs.length) }, worker))
  return answers
}
