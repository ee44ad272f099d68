import type { CodebookContent } from '../../data/model/codebook'
import { differences, fieldsOf, partsOf } from '../../data/model/codebook-differences'
import { wordDifference, wordField } from '../../data/model/word-differences'
import styles from './Side.module.css'

interface Props {
  readonly before: CodebookContent
  readonly after: CodebookContent
}

/** What became of each part from one codebook to another, field by field. */
export function Differences({ before, after }: Props) {
  const changes = differences(before, after)
  if (changes.length === 0) return <p className={styles['quiet']}>They are the same.</p>
  return (
    <ul className={styles['differences']}>
      {changes.map((difference) => {
        const { of, id, fields } = difference
        const [was, is] = [before, after].map((codebook) => {
          const part = partsOf(codebook, of).find((each) => each.id === id)
          return part ? fieldsOf(part) : {}
        })
        return (
          <li key={`${of} ${id}`}>
            {wordDifference(difference)}
            {fields
              .filter((field) => field !== 'order' && field !== 'standing')
              .map((field) => (
                <p key={field} className={styles['field']}>
                  <span className={styles['quiet']}>{wordField(field)}</span>
                  <del>{inWords(was?.[field])}</del> <ins>{inWords(is?.[field])}</ins>
                </p>
              ))}
          </li>
        )
      })}
    </ul>
  )
}

/** A field as a reader has it: words, a list of them, or what an attribute takes. */
export function inWords(value: unknown): string {
  if (value === undefined || value === '') return 'nothing'
  if (value === true) return 'yes'
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : value.map(inWords).join('; ')
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const named: unknown = Reflect.get(value, 'name')
  if (typeof named === 'string') return named
  return Object.entries(value)
    .filter(([, each]) => each !== null && each !== '' && each !== undefined)
    .map(([key, each]) => (key === 'options' ? inWords(each) : `${key} ${inWords(each)}`))
    .join(', ')
}
