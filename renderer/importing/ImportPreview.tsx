import { memo, useState } from 'react'
import { blockTypes, type Metadata } from '../../data/model/article'
import { explain } from '../../data/model/explain'
import type { ImportCorrection } from '../../electron/ipc/import'
import { correctImport } from '../state/actions'
import { Select } from '../ui/Select'
import { counted } from '../ui/words'
import { MetadataField } from './MetadataField'
import { guessFor, type Ready } from './import-words'
import styles from './ImportPreview.module.css'

interface Props {
  /** The row's number, as `ImportRow.row`. */
  readonly row: number
  readonly state: Ready
  readonly total: number
}

const date = /^\d{4}-\d{2}-\d{2}$/
const dateAndTime = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?$/

/** How one file was read: what is known about the article, and what each block of it is. Both can be corrected. */
export const ImportPreview = memo(function ImportPreview({ row, state, total }: Props) {
  const [fault, setFault] = useState<string | null>(null)
  const { metadata, blocks, blockCount, words, encoding } = state
  const correct = async (correction: ImportCorrection) => {
    const problem = await correctImport(row, correction)
    setFault(problem && explain(problem))
  }
  const change = (part: Partial<Metadata>) => void correct({ metadata: part })
  const filed = metadata.dateline ?? { place: null, date: null }
  const guess = (field: keyof Metadata) => guessFor(state, field)

  return (
    <section aria-label="How it was read" className={styles['preview']}>
      <div className={styles['head']}>
        <h2 className={styles['title']}>How it was read</h2>
        <span className={styles['place']}>
          file {(row + 1).toLocaleString('en-GB')} of {total.toLocaleString('en-GB')}
        </span>
      </div>
      <div className={styles['fields']}>
        <MetadataField
          name="Title"
          value={metadata.title}
          guess={guess('title')}
          isNeeded
          onChange={(title) => change({ title: title ?? metadata.title })}
        />
        <MetadataField
          name="Outlet"
          value={metadata.outlet}
          guess={guess('outlet')}
          onChange={(outlet) => change({ outlet })}
        />
        <MetadataField
          name="Agency"
          value={metadata.agency}
          guess={guess('agency')}
          onChange={(agency) => change({ agency })}
        />
        <MetadataField
          name="Byline"
          value={metadata.byline}
          guess={guess('byline')}
          onChange={(byline) => change({ byline })}
        />
        <MetadataField
          name="Place"
          value={filed.place}
          guess={guess('dateline')}
          onChange={(place) => change({ dateline: { ...filed, place } })}
        />
        <MetadataField
          name="Filed on"
          value={filed.date}
          guess={guess('dateline')}
          form={date}
          hint="2031-03-12"
          onChange={(day) => change({ dateline: { ...filed, date: day } })}
        />
        <MetadataField
          name="Published"
          value={metadata.published}
          guess={guess('published')}
          form={dateAndTime}
          hint="2031-03-12 or 2031-03-12T16:40"
          onChange={(published) => change({ published })}
        />
        <MetadataField
          name="Language"
          value={metadata.language}
          guess={guess('language')}
          hint="en, ru, ar"
          onChange={(language) => change({ language })}
        />
        <MetadataField
          name="Address"
          value={metadata.url}
          guess={guess('url')}
          onChange={(url) => change({ url })}
        />
      </div>
      <p role="alert" className={styles['fault']}>
        {fault}
      </p>
      <ul aria-label="Blocks" className={styles['blocks']}>
        {blocks.map((block, i) => (
          // Blocks never change their place.
          <li key={i} className={styles['block']}>
            <Select
              label={`Block ${i + 1} is a`}
              quiet
              value={block.type}
              options={types}
              onChange={(chosen) => {
                const type = blockTypes.find((each) => each === chosen)
                if (type) void correct({ blockTypes: [{ block: i, type }] })
              }}
            />
            <p className={styles[block.type]} lang={metadata.language ?? undefined} dir="auto">
              {block.text}
            </p>
          </li>
        ))}
      </ul>
      <p className={styles['more']}>
        {blockCount > blocks.length && `${counted(blockCount - blocks.length, 'more block')}. `}
        {counted(words, 'word')}, {encoding}.
      </p>
    </section>
  )
})

const types = blockTypes.map((type) => ({ value: type, name: type }))
