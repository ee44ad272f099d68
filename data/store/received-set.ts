import { z } from 'zod'
import { codebookSchema } from '../model/codebook'
import { revisionIdSchema } from '../model/ids'

/** `set.json` of a received set: what came, and under which codebook it was made. It is written last. */
export const receivedSetSchema = z.object({
  format: z.literal('parley/received-set'),
  schema: z.literal(1),
  id: revisionIdSchema,
  /** Their names. */
  annotators: z.array(z.string()),
  tags: z.int().nonnegative(),
  received: z.iso.datetime(),
  codebook: codebookSchema,
  /** Other revisions of it, under which tags were made. */
  codebooks: z.array(codebookSchema).exactOptional(),
})
