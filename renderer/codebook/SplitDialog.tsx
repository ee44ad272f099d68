import { useEffect, useMemo, useState } from 'react'
import { labelOf, type CodebookContent, type Label } from '../../data/model/codebook'
import { splitLabel } from '../../data/model/codebook-labels'
import { explain } from '../../data/model/explain'
import { activeLabels } from '../../data/model/labels-in-force'
import { Registry } from '../../data/model/registry'
import type { LabelsUsed } from '../../data/record/evidence'
import { useShown } from '../state/store'
import { Button } from '../ui/Button'
import { Modal } from '../ui/Modal'
import fields from '../ui/fields.module.css'
import { choosePart, codebookState, openCodebookDialog, takeDraft } from './codebook-state'
import { tagsOf, wordCounts } from './counted'
import { keptKeys } from './kept-keys'
import { SplitRule } from './SplitRule'
import { SplitTags } from './SplitTags'
import { valueFor, waysToSplit } from './split-rules'
import { findTagsWith, type FoundTag } from './tags-with'
import styles from './Dialogs.module.css'

interface Props {
  readonly codebook: CodebookContent
  readonly label: Label
  readonly used: LabelsUsed | null
}

const none = [] as const

/**
 * Splits a label into several: names them, and gives each of my tags one of them, one by one or by what they say. A tag that
 * gets none stays with the retired label.
 */
export function SplitDialog({ codebook, label, used }: Props) {
  const records = useShown(({ project }) => project?.registry) ?? none
  const me = useShown(({ project }) => project?.me.id) ?? ''
  const people = useShown(({ project }) => project?.people) ?? none
  const [names, setNames] = useState<readonly string[]>(['', ''])
  const [tags, setTags] = useState<readonly FoundTag[]>([])
  const [isAll, setAll] = useState(false)
  /** By tag, which of the names it gets, from 0. */
  const [given, setGiven] = useState<ReadonlyMap<string, number>>(new Map())
  const [fault, setFault] = useState<string | null>(null)
  useEffect(() => {
    let isStopped = false
    const take = (found: readonly FoundTag[], all: boolean) => {
      setTags(found)
      setAll(all)
    }
    void findTagsWith(label.id, take, () => isStopped)
    return () => {
      isStopped = true
    }
  }, [label.id])

  const registry = Registry.of(records)
  const ways = useMemo(
    () => waysToSplit(codebook, label.id, tags, records),
    [codebook, label.id, tags, records],
  )
  const named = names.map((name) => name.trim()).filter((name) => name !== '')
  const { [me]: _, ...others } = tagsOf(used?.labels.find((each) => each.label === label.id))
  const theirs = wordCounts(others, me, people)
  const left = tags.filter(({ tag }) => !given.has(tag.id)).length

  const give = (some: readonly FoundTag[], part: number | null) => {
    const next = new Map(given)
    for (const { tag } of some)
      if (part === null) next.delete(tag.id)
      else next.set(tag.id, part)
    setGiven(next)
  }
  const split = () => {
    const parts = names
      .map((name) => name.trim())
      .map(
        (name) =>
          activeLabels(codebook).find((each) => each.id !== label.id && each.name === name)?.id ?? { name },
      )
    const made = splitLabel(
      codebook,
      label.id,
      parts.filter((part) => typeof part === 'string' || part.name !== ''),
      keptKeys(),
    )
    if (!made.ok) return setFault(explain(made.error))
    const into = labelOf(made.value, label.id)?.into ?? []
    // Names may have been left empty in between.
    const ids = names.map((_, i) => into[names.slice(0, i).filter((name) => name.trim() !== '').length])
    const { assigned } = codebookState.getState()
    const relabelled = tags.flatMap(({ article, tag }) => {
      const to = ids[given.get(tag.id) ?? -1]
      return to === undefined ? [] : [{ article, annotation: tag.id, label: to }]
    })
    const before = assigned.filter(
      (each) => !relabelled.some(({ annotation }) => annotation === each.annotation),
    )
    takeDraft(made.value, { assigned: [...before, ...relabelled], dialog: null })
    if (into[0] !== undefined) choosePart('label', into[0])
  }

  return (
    <Modal
      title={`Split “${label.name}”`}
      size="medium"
      onClose={() => openCodebookDialog(null)}
      foot={
        <>
          <Button onClick={() => openCodebookDialog(null)}>Cancel</Button>
          <Button
            look="first"
            unless={
              named.length < 2 ? 'Name two labels at least.' : !isAll && 'Your tags are still being gathered.'
            }
            onClick={split}
          >
            Split
          </Button>
        </>
      }
    >
      <div className={styles['body']}>
        <div className={styles['parts']} role="group" aria-label="Labels in its place">
          {names.map((name, i) => (
            <input
              // They have no ids yet, and keep their places.
              key={i}
              className={fields['field']}
              aria-label={`Label ${i + 1}`}
              placeholder={`Label ${i + 1}`}
              value={name}
              autoFocus={i === 0}
              onChange={(event) => setNames(names.map((each, j) => (j === i ? event.target.value : each)))}
            />
          ))}
          <div>
            <Button onClick={() => setNames([...names, ''])}>Add another</Button>
          </div>
        </div>
        <SplitRule
          ways={ways}
          names={names}
          onGive={(by, value, part) =>
            give(
              tags.filter((tag) => valueFor(tag, by, registry) === value),
              part,
            )
          }
        />
        <p role="status">
          {!isAll
            ? 'Gathering your tags…'
            : tags.length === 0
              ? 'You have no tags with this label.'
              : `${left === 0 ? 'Every tag of yours gets a new label' : `${left} of your ${tags.length} ${tags.length === 1 ? 'tag' : 'tags'} stay with “${label.name}”, which is retired`}.`}
          {theirs !== null && ` ${theirs} stay as they are: only they can change them.`}
        </p>
        <SplitTags tags={tags} names={names} given={given} onGive={(tag, part) => give([tag], part)} />
        {fault && <p className={styles['fault']}>{fault}</p>}
      </div>
    </Modal>
  )
}
