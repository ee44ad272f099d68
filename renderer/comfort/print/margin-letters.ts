import type { DrawnTag } from '../../reader/drawing/tag-index'
import { element, letterOf } from './elements'

/** Letters beside one line that stand in rows of their usual size, and of a smaller one. */
const [USUAL, SMALL] = [10, 21]

/**
 * The letters beside one line, one for every tag that starts there. Of more than there is room for, each label has
 * one with how many there are: no tag goes uncounted.
 */
export function lettersBesideLine(tags: readonly DrawnTag[]): HTMLElement {
  const dense = tags.length > USUAL
  const letters = tags.length > SMALL ? counted(tags) : tags.map((tag) => letterOf(tag))
  return element(`print-letters${dense ? ' dense' : ''}`, letters)
}

function counted(tags: readonly DrawnTag[]): HTMLElement[] {
  const groups = new Map<string, DrawnTag[]>()
  for (const tag of tags) {
    const key = `${tag.label.id} ${tag.unsure}`
    groups.set(key, [...(groups.get(key) ?? []), tag])
  }
  return [...groups.values()].map((group) => letterOf(group[0]!, `×${group.length}`))
}
