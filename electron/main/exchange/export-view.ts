import { lossSentences } from '../../../data/formats'
import type { Format } from '../../../data/formats/format'
import type { ExportView } from '../../ipc/export'

/** What the Export dialog offers, in the order of the formats. */
export const exportView = (formats: readonly Format[]): ExportView => ({
  formats: formats.map(({ id, title, about, extension, loses }) => ({
    id,
    title,
    about,
    extension,
    losses: loses.map((loss) => lossSentences[loss]),
  })),
})
