import type { CodebookContent, LinkType } from './codebook'
import { changeIn, partOf, withoutNewFaults, type Changed } from './codebook-changes'
import { idFrom } from './codebook-ids'

export type NewLinkType = Omit<LinkType, 'id' | 'retired'>

export function addLinkType(codebook: CodebookContent, given: NewLinkType): Changed {
  const id = idFrom(
    given.phrase,
    codebook.linkTypes.map((each) => each.id),
    'link',
  )
  return withoutNewFaults(codebook, { ...codebook, linkTypes: [...codebook.linkTypes, { id, ...given }] })
}

export function changeLinkType(codebook: CodebookContent, id: string, to: Partial<NewLinkType>): Changed {
  const type = partOf(codebook.linkTypes, id, 'link-type')
  if (!type.ok) return type
  const linkTypes = changeIn(codebook.linkTypes, id, to)
  return withoutNewFaults(codebook, { ...codebook, linkTypes })
}

/** No new links are made of it. Those that are there stay. */
export const retireLinkType = (codebook: CodebookContent, id: string): Changed => retire(codebook, id, true)
export const bringBackLinkType = (codebook: CodebookContent, id: string): Changed =>
  retire(codebook, id, undefined)

function retire(codebook: CodebookContent, id: string, retired: true | undefined): Changed {
  const type = partOf(codebook.linkTypes, id, 'link-type')
  if (!type.ok) return type
  const linkTypes = changeIn(codebook.linkTypes, id, { retired })
  return withoutNewFaults(codebook, { ...codebook, linkTypes })
}
