/** Ids that no attribute can have, since every object of JavaScript has such a name. */
const reserved = ['constructor', 'prototype']

/**
 * The id of a label, an attribute or a link type from its first name: "Zoë’s Side" gives `zoe-s-side`. One that is `taken` is
 * never given again, though what had it was retired: tags are found by it. A name without Latin letters gives `instead`.
 */
export function idFrom(
  name: string,
  taken: readonly string[],
  instead: 'label' | 'attribute' | 'link',
): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 40)
    .replace(/-+$/, '')
  const first = words || instead
  const all = new Set([...taken, ...reserved])
  for (let id = first, i = 2; ; id = `${first}-${i++}`) if (!all.has(id)) return id
}
