import { packList } from '../../../data/store/packed-list'
import type { PackedStart, Start } from '../../ipc/contract'

/** What the window is to show, as it crosses to the window. */
export const packedStart = (start: Start): PackedStart => ({
  ...start,
  project: start.project && { ...start.project, articles: packList(start.project.articles) },
})
