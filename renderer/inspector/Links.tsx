import { useEffect, useRef, useState } from 'react'
import type { Annotation } from '../../data/model/records'
import { carryOut, pointAt, select } from '../state/actions'
import type { ShownSet } from '../state/state'
import { annotationsIn, linksAt } from '../state/tags'
import { ActionMenu } from '../ui/ActionMenu'
import { IconButton } from '../ui/Button'
import { LabelChip } from '../ui/LabelChip'
import { candidates, hasCandidates, linksAlong, otherEnd, waysToLink, type Way } from './link-ways'
import { LinkPicker } from './LinkPicker'
import { calledBy, labelFor } from './tag-words'
import { useScenery } from './use-scenery'
import facts from './facts.module.css'
import styles from './Links.module.css'

interface Props {
  readonly tag: Annotation
  /** The set that the tag stands in. */
  readonly set: ShownSet
  readonly isMine: boolean
}

/** Links in words, a row for each way: "made by", "addressed to". Mine can be added and removed. */
export function Links({ tag, set, isMine }: Props) {
  const { codebook } = useScenery()
  const [picking, setPicking] = useState<string | null>(null)
  const links = linksAt(set.records, tag.id)
  const ways = waysToLink(codebook, tag.label)
  const shown = ways.filter(
    (way) => linksAlong(way, links, tag.id).length > 0 || (isMine && (way.isCommon || way.id === picking)),
  )

  return (
    <>
      {shown.map((way) => (
        <div key={way.id} style={{ display: 'contents' }}>
          <dt className={isMine ? facts['field'] : undefined}>{way.phrase}</dt>
          <dd className={isMine ? facts['field'] : undefined}>
            <Linked way={way} tag={tag} set={set} isMine={isMine} />
            {isMine && !way.isRetired && (
              <Adding
                way={way}
                tag={tag}
                set={set}
                isPicking={way.id === picking}
                onPicking={(isOpen) => setPicking(isOpen ? way.id : null)}
              />
            )}
          </dd>
        </div>
      ))}
      {isMine && (
        <>
          <dt />
          <dd className={facts['field']}>
            <ActionMenu
              label="Link to…"
              words="Link to…"
              icon="link"
              actions={ways
                .filter(({ isRetired }) => !isRetired)
                .map((way) => ({ name: way.phrase, run: () => setPicking(way.id) }))}
            />
          </dd>
        </>
      )}
    </>
  )
}

interface RowProps extends Props {
  readonly way: Way
}

/** The tags at the other ends; a click selects one. */
function Linked({ way, tag, set, isMine }: RowProps) {
  const scenery = useScenery()
  return linksAlong(way, linksAt(set.records, tag.id), tag.id).map((link) => {
    const other = set.records.get(otherEnd(way, link))
    if (other?.is !== 'annotation') return null
    const name = calledBy(scenery, other)
    return (
      <div key={link.id} className={styles['linked']}>
        <button
          type="button"
          className={styles['other']}
          title={name}
          onClick={() => select(other.id)}
          onPointerEnter={() => pointAt(other.id)}
          onPointerLeave={() => pointAt(null)}
        >
          <LabelChip label={labelFor(scenery, other)} named />
          <span className={styles['name']}>{name}</span>
        </button>
        {isMine && (
          <IconButton
            icon="close"
            label={`Remove the link ${way.phrase} ${name}`}
            small
            onClick={() => void carryOut({ do: 'unlink', article: tag.article, link: link.id })}
          />
        )}
      </div>
    )
  })
}

interface AddingProps extends Omit<RowProps, 'isMine'> {
  readonly isPicking: boolean
  readonly onPicking: (isOpen: boolean) => void
}

/** A quiet button that turns into the field in which the other tag is chosen. */
function Adding({ way, tag, set, isPicking, onPicking }: AddingProps) {
  const links = linksAt(set.records, tag.id)
  const tags = annotationsIn(set.records)
  const isPossible = hasCandidates(tags, links, way, tag)
  const isFirst = linksAlong(way, links, tag.id).length === 0
  const chosen = (id: string) => {
    onPicking(false)
    const [from, to] = way.leaves ? [tag.id, id] : [id, tag.id]
    void carryOut({ do: 'link', article: tag.article, type: way.type, from, to })
  }
  const button = useRef<HTMLButtonElement>(null)
  const wasPicking = useRef(false)
  useEffect(() => {
    // The field went away with the focus in it.
    if (wasPicking.current && !isPicking && document.activeElement === document.body) button.current?.focus()
    wasPicking.current = isPicking
  }, [isPicking])

  if (isPicking)
    return (
      <LinkPicker
        way={way}
        others={candidates(tags, links, way, tag)}
        onChoose={chosen}
        onClose={() => onPicking(false)}
      />
    )
  return (
    <button
      ref={button}
      type="button"
      className={styles['choose']}
      aria-label={`${way.phrase}: choose a tag`}
      aria-disabled={!isPossible || undefined}
      title={!isPossible ? 'No other tag of this article can stand here yet.' : undefined}
      onClick={() => isPossible && onPicking(true)}
    >
      {isFirst ? 'Choose…' : 'Another…'}
    </button>
  )
}
