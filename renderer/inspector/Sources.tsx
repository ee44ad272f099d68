import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { labelInForce } from '../../data/model/labels-in-force'
import type { Annotation } from '../../data/model/records'
import { carryOut, pointAt, select } from '../state/actions'
import type { ShownSet } from '../state/state'
import { annotationsIn } from '../state/tags'
import { ActionMenu } from '../ui/ActionMenu'
import { classes } from '../ui/classes'
import { LabelChip } from '../ui/LabelChip'
import { candidates, waysToLink, type Way } from './link-ways'
import { LinkPicker } from './LinkPicker'
import { chainOf, relinked, type SourceChain } from './source-chain'
import { calledBy, labelFor } from './tag-words'
import { useScenery } from './use-scenery'
import facts from './facts.module.css'
import styles from './Sources.module.css'

interface Props {
  readonly tag: Annotation
  /** The set that the tag stands in. */
  readonly set: ShownSet
  readonly isMine: boolean
}

/** Who quotes whom up to this tag, the outermost source first. Nothing where nobody quotes and nobody makes a claim. */
export function Sources({ tag, set, isMine }: Props) {
  const { codebook } = useScenery()
  const chain = chainOf(set.records, tag)
  const isClaim = chain.at(-1)?.id === tag.id && labelInForce(codebook, tag.label) !== codebook.labels[0]?.id
  const hasSource = chain.length > (isClaim ? 2 : 1)
  const cites = codebook.linkTypes.some(({ id, retired }) => id === 'cites' && !retired)
  if (!hasSource && !(isMine && isClaim && cites)) return null
  return (
    <>
      <dt className={isMine ? facts['field'] : undefined}>sources</dt>
      <dd className={isMine ? facts['field'] : undefined}>
        <Chain
          key={tag.id}
          tag={tag}
          set={set}
          chain={chain}
          claim={isClaim ? tag.id : null}
          canChange={isMine && cites}
        />
      </dd>
    </>
  )
}

interface ChainProps extends Omit<Props, 'isMine'> {
  readonly chain: SourceChain
  /** The id of the claim at its end. */
  readonly claim: string | null
  readonly canChange: boolean
}

/**
 * The steps of a chain: one tab stop; arrows move, Enter opens a step's tag. B and A add a source before and after it, Alt and
 * an arrow moves it, Delete takes it out; each of these is one step.
 */
function Chain({ tag, set, chain, claim, canChange }: ChainProps) {
  const scenery = useScenery()
  const list = useRef<HTMLOListElement>(null)
  const [reached, setReached] = useState(claim === null ? tag.id : (chain.at(-2)?.id ?? tag.id))
  const [adding, setAdding] = useState<'before' | 'after' | null>(null)
  const takesFocus = useRef(false)
  const at = Math.max(
    0,
    chain.findIndex(({ id }) => id === reached),
  )
  const step = chain[at]
  const actors = chain.length - (claim === null ? 0 : 1)
  const isActor = at < actors

  useEffect(() => {
    if (!takesFocus.current) return
    takesFocus.current = false
    list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true })
  })
  const reach = (id: string | undefined) => {
    if (id === undefined) return
    takesFocus.current = true
    setReached(id)
  }
  const change = (after: SourceChain) => {
    const commands = relinked(set.records, tag.article, chain, after, claim)
    takesFocus.current = true
    if (commands.length > 0) void carryOut({ do: 'together', as: 'change-sources', commands })
  }
  const move = (by: 1 | -1) => {
    const to = at + by
    if (!canChange || !isActor || to < 0 || to >= actors || !step) return
    change(chain.toSpliced(at, 1).toSpliced(to, 0, step))
  }
  const takeOut = () => {
    // Somebody makes the claim: with the last that goes too, and its own row is for that.
    if (!canChange || !isActor || (claim !== null && actors === 1)) return
    setReached((chain[at + 1] ?? chain[at - 1])?.id ?? tag.id)
    change(chain.toSpliced(at, 1))
  }
  const add = (side: 'before' | 'after') => {
    if (canChange && (isActor || side === 'before')) setAdding(side)
  }
  const press = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : null
    if (event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
    if (by !== null && event.altKey) move(by)
    else if (event.altKey) return
    else if (by !== null) reach(chain[at + by]?.id)
    else if (event.key === 'Home') reach(chain[0]?.id)
    else if (event.key === 'End') reach(chain.at(-1)?.id)
    else if (event.key === 'Delete') takeOut()
    else if (event.key.toLowerCase() === 'b') add('before')
    else if (event.key.toLowerCase() === 'a') add('after')
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const name = (each: Annotation) => calledBy(scenery, each)
  const said = step ? name(step) : ''
  const way = step && wayOf(scenery.codebook, chain[0] ?? tag, adding, said)
  return (
    <>
      <ol ref={list} aria-label="Chain of sources" className={styles['chain']} onKeyDown={press}>
        {chain.map((each, i) => (
          <li key={each.id} className={styles['step']}>
            {i > 0 && (
              <span className={styles['arrow']} aria-hidden="true">
                →
              </span>
            )}
            <button
              type="button"
              data-step={each.id}
              tabIndex={i === at ? 0 : -1}
              aria-current={each.id === tag.id ? 'true' : undefined}
              aria-label={each.id === claim ? `this claim, ${name(each)}` : name(each)}
              title={name(each)}
              className={classes(styles['name'], each.id === tag.id && styles['own'])}
              onFocus={() => setReached(each.id)}
              onClick={() => select(each.id)}
              onPointerEnter={() => pointAt(each.id)}
              onPointerLeave={() => pointAt(null)}
            >
              {each.id === claim ? (
                'this claim'
              ) : (
                <>
                  <LabelChip label={labelFor(scenery, each)} />
                  <span className={styles['words']}>{name(each)}</span>
                </>
              )}
            </button>
          </li>
        ))}
        {canChange && step && (
          <li className={styles['step']}>
            <ActionMenu
              label={`Change the chain at ${said}`}
              icon="down"
              actions={[
                { name: `Add a source before ${said}…`, keys: 'B', run: () => add('before') },
                ...(isActor
                  ? [{ name: `Add a source after ${said}…`, keys: 'A', run: () => add('after') }]
                  : []),
                ...(isActor && at > 0 ? [{ name: 'Move outward', keys: 'Alt+←', run: () => move(-1) }] : []),
                ...(at < actors - 1 ? [{ name: 'Move inward', keys: 'Alt+→', run: () => move(1) }] : []),
                ...(isActor && !(claim !== null && actors === 1)
                  ? [{ name: `Take out ${said}`, keys: 'Delete', run: takeOut }]
                  : []),
              ]}
            />
          </li>
        )}
      </ol>
      {adding && way && step && (
        <LinkPicker
          way={way}
          others={candidates(annotationsIn(set.records), [], way, step).filter(
            ({ id }) => !chain.some((each) => each.id === id),
          )}
          onChoose={(id) => {
            const made = set.records.get(id)
            setAdding(null)
            if (made?.is !== 'annotation') return
            setReached(id)
            change(chain.toSpliced(adding === 'before' ? at : at + 1, 0, made))
          }}
          onClose={() => setAdding(null)}
        />
      )}
    </>
  )
}

/** How a new source is asked for. */
function wayOf(
  codebook: Parameters<typeof waysToLink>[0],
  actor: Annotation,
  side: 'before' | 'after' | null,
  name: string,
): Way | undefined {
  const way = waysToLink(codebook, actor.label).find(({ type }) => type === 'cites')
  return way && { ...way, phrase: `source ${side ?? ''} ${name}` }
}
