import type { z } from 'zod'
import { checkAs, parseJson } from '../model/parse'
import type { Problem } from '../model/problem'
import { failed, ok, type Result } from '../model/result'
import { broughtUp, readAsToday } from './migrations'
import type { Folder } from './ports'

const utf8 = new TextDecoder()

/** One JSON file checked by its schema, of any version that today's programs read; `null` when it is not there. */
export async function readAs<T>(
  folder: Folder,
  path: string,
  schema: z.ZodType<T>,
): Promise<Result<T | null, Problem>> {
  const bytes = await folder.read(path)
  if (!bytes.ok) return bytes
  if (!bytes.value) return ok(null)
  const json = parseJson(utf8.decode(bytes.value))
  if (!json.ok) return failed({ kind: 'bad-file', file: path, ...json.error })
  return checkAs(schema, isObject(json.value) ? readAsToday(broughtUp(json.value)) : json.value, path)
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

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
