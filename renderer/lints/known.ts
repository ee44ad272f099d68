import type { RegistryRecord } from '../../data/model/records'
import { Registry } from '../../data/model/registry'
import { knownNames, type Known } from '../../data/lints/lints'
import type { LearntNames } from '../../data/record/evidence'
import { saysNobodyByItself } from '../meaning/pronouns'

/** Names of the project as `fold` has them, with who is meant: made once for the same registries and learnt words. */
let last: { registry: readonly RegistryRecord[]; learnt: LearntNames; known: Known } | null = null

/** What the actors of the registries are called there, and what tags on all articles have called them. */
export function namesOfProject(registry: readonly RegistryRecord[], learnt: LearntNames): Known {
  if (last?.registry === registry && last.learnt === learnt) return last.known
  const known = knownNames(called(Registry.of(registry), learnt))
  last = { registry, learnt, known }
  return known
}

function* called(registry: Registry, { entries }: LearntNames) {
  for (const { id } of registry.actors) for (const words of registry.namesOf(id)) yield { words, means: id }
  for (const [id, names] of Object.entries(entries)) {
    const actor = registry.actor(id)
    if (!actor) continue
    for (const [words] of names) if (!saysNobodyByItself(words)) yield { words, means: actor.id }
  }
}

/** Names of the article over those of the project, without a copy of those. */
export const namesOver = (article: Known, project: Known): Known => ({
  has: (name) => article.has(name) || project.has(name),
  get: (name) => article.get(name) ?? project.get(name),
})
