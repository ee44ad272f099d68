import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import { attributesFor, labelOf, wordValue, type Attribute, type Codebook } from '../../data/model/codebook'
import { entryName, Registry } from '../../data/model/registry'
import { mayMean } from '../../data/model/meaning'
import { Choice } from '../comfort/Choice'
import { MeaningField } from '../meaning/MeaningField'
import { useScenery } from '../inspector/use-scenery'
import { useShown } from '../state/store'
import { Button } from '../ui/Button'
import { LabelChip } from '../ui/LabelChip'
import { Modal } from '../ui/Modal'
import { Select } from '../ui/Select'
import { useWindow } from '../ui/use-window'
import { counted } from '../ui/words'
import { AttributeField } from './AttributeField'
import { changeAll, changeOf, countsOf, leaveBulk, setBulk, useBulk } from './bulk'
import { byArticle, effectOf, type BulkChange, type Known, type PickedTag } from './plan'
import step from '../ui/one-step.module.css'
import styles from './BulkDialog.module.css'

/** Many tags changed in one step: their label, what they mean, an attribute; or deleted. */
export function BulkDialog() {
  const state = useBulk((all) => all)
  const { tags, kind, label, means, attribute, value, isChanging, isPartial } = state
  const { codebook } = useScenery()
  const change = useMemo(
    () => changeOf({ kind, label, means, attribute, value }),
    [kind, label, means, attribute, value],
  )
  const counts = useMemo(() => countsOf(tags, change), [tags, change])
  const kinds = useMemo(
    () => (['actor', 'position'] as const).filter((is) => tags.some((tag) => mayMean(tag.label, { is }))),
    [tags],
  )
  const labels = codebook.labels.filter(({ retired }) => !retired)
  const attributes = useMemo(() => attributesOf(codebook, tags), [codebook, tags])
  const chosen = attributes.find(({ id }) => id === attribute)

  const form = useRef<HTMLDivElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input:checked')?.focus(), [])

  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void changeAll()
  }
  return (
    <Modal
      title={`Change ${counted(tags.length, 'tag')}`}
      size="medium"
      onClose={leaveBulk}
      foot={
        <>
          <span className={step['safe']}>One step, which undo takes back.</span>
          <Button keys="Esc" onClick={leaveBulk}>
            Cancel
          </Button>
          <Button
            look="first"
            keys="Ctrl+Enter"
            unless={
              isChanging
                ? 'The tags are being changed.'
                : change === null
                  ? 'Choose first what is to be changed.'
                  : counts.changed === 0 && 'Nothing would change.'
            }
            onClick={() => void changeAll()}
          >
            {kind === 'delete' ? 'Delete' : 'Change'} {counted(counts.changed, 'tag')}
            {counts.articles > 1 && ` in ${counted(counts.articles, 'article')}`}
          </Button>
        </>
      }
    >
      <div className={step['all']} onKeyDown={press}>
        <div ref={form} className={step['form']}>
          <Choice
            name="Change"
            value={kind}
            options={[
              { value: 'label', name: 'Label' },
              { value: 'means', name: 'Meaning' },
              { value: 'attribute', name: 'Attribute' },
              { value: 'delete', name: 'Delete' },
            ]}
            onChange={(is) => setBulk({ kind: is })}
          />
          {kind === 'label' && (
            <div className={styles['row']}>
              <span className={styles['name']}>To</span>
              <Select
                label="New label"
                value={label}
                options={labels.map(({ id, name }) => ({ value: id, name }))}
                onChange={(next) => setBulk({ label: next })}
              />
            </div>
          )}
          {kind === 'means' && (
            <div className={styles['row']}>
              <span className={styles['name']}>To mean</span>
              <MeaningField
                label="New meaning"
                kinds={kinds}
                value={means}
                words={tags[0]?.words ?? ''}
                onChange={(next) => setBulk({ means: next })}
              />
            </div>
          )}
          {kind === 'attribute' && (
            <div className={styles['row']}>
              <span className={styles['name']}>Set</span>
              <span className={styles['pair']}>
                <Select
                  label="Attribute"
                  value={attribute}
                  options={[
                    { value: '', name: 'Choose one' },
                    ...attributes.map(({ id, name }) => ({ value: id, name })),
                  ]}
                  onChange={(id) => setBulk({ attribute: id, value: null })}
                />
                {chosen && (
                  <AttributeField
                    key={chosen.id}
                    attribute={chosen}
                    value={value}
                    onChange={(next) => setBulk({ value: next })}
                  />
                )}
              </span>
            </div>
          )}
          <p className={styles['told']} role="status">
            {told(kind, counts, means === null)}
            {isPartial && ' Not all articles have been read yet, so there may be more.'}
          </p>
        </div>
        <Preview
          tags={tags}
          change={change}
          value={chosen && value !== null ? wordValue(chosen, value) : null}
        />
      </div>
    </Modal>
  )
}

/** What one should know before. */
function told(
  is: BulkChange['is'],
  { unfit, same }: ReturnType<typeof countsOf>,
  isNothing: boolean,
): string {
  const parts = []
  if (same > 0) parts.push(`${counted(same, 'tag')} ${same === 1 ? 'is' : 'are'} so already.`)
  if (unfit === 1) parts.push('1 tag stays: this is not for tags with its label.')
  if (unfit > 1) parts.push(`${counted(unfit, 'tag')} stay: this is not for tags with their label.`)
  if (is === 'label')
    parts.push('What the new label has no place for goes: meanings, attributes and links of another kind.')
  if (is === 'means' && isNothing) parts.push('Without a meaning, what they mean is taken back.')
  if (is === 'delete') parts.push('Links of these tags go with them.')
  return parts.join(' ')
}

/** The attributes that any of these tags has. */
const attributesOf = (codebook: Codebook, tags: readonly PickedTag[]): readonly Attribute[] => {
  const labels = new Set(tags.map(({ label }) => label))
  const ids = new Set([...labels].flatMap((label) => attributesFor(codebook, label).map(({ id }) => id)))
  return codebook.attributes.filter(({ id, retired }) => ids.has(id) && !retired)
}

const ROW = 30
const ALL = 150

type Line = Readonly<{ is: 'article'; id: string; count: number } | { is: 'tag'; tag: PickedTag }>

/** The tags by article, and what becomes of each. */
function Preview({
  tags,
  change,
  value,
}: {
  readonly tags: readonly PickedTag[]
  readonly change: BulkChange | null
  /** The value of an attribute in words. */
  readonly value: string | null
}) {
  const box = useRef<HTMLDivElement>(null)
  const scenery = useScenery()
  const articles = useShown(({ project }) => project?.articles)
  const titles = useMemo(
    () => new Map(articles?.map(({ summary: { id, title } }) => [id, title])),
    [articles],
  )
  const lines = useMemo(() => linesOf(tags), [tags])
  const { from, to } = useWindow(box, ROW, lines.length, ALL)
  return (
    <div ref={box} className={styles['box']} tabIndex={0} role="group" aria-label="What becomes of them">
      <ul role="list" className={styles['list']} style={{ height: lines.length * ROW }}>
        {lines.slice(from, to).map((line, i) => {
          const style = { top: (from + i) * ROW }
          if (line.is === 'article')
            return (
              <li key={line.id} className={styles['article']} style={style}>
                <span className={styles['title']} dir="auto">
                  {titles.get(line.id) ?? 'An article that is not here any more'}
                </span>
                <span className={styles['count']}>{counted(line.count, 'tag')}</span>
              </li>
            )
          const { tag } = line
          const effect = change && effectOf(scenery, tag, change)
          return (
            <li key={tag.id} className={styles['tag']} style={style}>
              <LabelChip label={labelOf(scenery.codebook, tag.label)} named />
              <span className={styles['words']} dir="auto">
                {tag.words}
              </span>
              <span className={styles['effect']}>
                {effect === 'changes' && change
                  ? becomes(scenery, change, value)
                  : effect === 'unfit'
                    ? 'stays'
                    : ''}
                {effect === 'is-so' && 'is so already'}
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** What becomes of a tag that is changed. */
function becomes({ codebook, registry }: Known, change: BulkChange, value: string | null): string {
  switch (change.is) {
    case 'label':
      return `→ ${labelOf(codebook, change.label)?.name ?? change.label}`
    case 'means': {
      if (change.means === null) return 'means nobody'
      const record = Registry.of(registry).get(change.means)
      return record ? `→ ${entryName(record)}` : '→ a new actor'
    }
    case 'attribute':
      return value === null ? 'not set' : `→ ${value}`
    case 'delete':
      return 'deleted'
  }
}

const linesOf = (tags: readonly PickedTag[]): readonly Line[] =>
  [...byArticle(tags)].flatMap(([id, own]): Line[] => [
    { is: 'article', id, count: own.length },
    ...own.map((tag): Line => ({ is: 'tag', tag })),
  ])
