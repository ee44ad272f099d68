import { LeftOut } from '../review/blind/LeftOut'
import { useMemo } from 'react'
import type { Registry } from '../../data/model/registry'
import type { StatementPage } from '../../data/record/query'
import { counted } from '../ui/words'
import { MOST } from './evidence'
import { showEntry } from './registry-state'
import { StrandView } from './StrandView'
import { themesOf, type Page, type Theme } from './strands'
import { timeAxis, type TimeAxis } from './time-axis'
import { Trouble } from './Trouble'
import type { Answer } from './use-answer'
import styles from './Themes.module.css'

interface Props {
  readonly page: Page
  readonly title: string
  readonly registry: Registry
  readonly answer: Answer<StatementPage>
}

/** Who holds what, since when and with which words: one time axis for all of a page. */
export function Themes({ page, title, registry, answer: { value, problem } }: Props) {
  const themes = useMemo(() => themesOf(registry, page, value?.rows ?? []), [registry, page, value])
  const axis = useMemo(() => timeAxis((value?.rows ?? []).map(({ day }) => day)), [value])
  const strands = themes.reduce((sum, theme) => sum + theme.strands.length, 0)
  return (
    <section className={styles['themes']} aria-label={title}>
      <div className={styles['head']}>
        <h3>{title}</h3>
        {strands > 0 && <span className={styles['quiet']}>{strands}</span>}
        {axis && <Ticks axis={axis} />}
      </div>
      <LeftOut />
      <Trouble problem={problem} />
      {value && themes.length === 0 && <p className={styles['none']}>{emptyWords[page]}</p>}
      {themes.map((theme, i) => (
        <ThemeView key={theme.key} theme={theme} page={page} axis={axis} isFirst={i === 0} />
      ))}
      {value && value.found > value.rows.length && (
        <p className={styles['none']}>
          The latest {counted(MOST, 'statement')} of {value.found.toLocaleString('en-GB')} are shown. The
          screen Statements has them all.
        </p>
      )}
    </section>
  )
}

const emptyWords: Readonly<Record<Page, string>> = {
  actor:
    'No statements yet. Link a claim or a position to one of these tags, and it stands here with its words.',
  position: 'Nobody holds it yet. Say of a tagged position that it means this one, and who holds it.',
  issue: 'Nobody has said anything on it yet. Say of tagged positions that they mean one of its answers.',
}

const Ticks = ({ axis }: { readonly axis: TimeAxis }) => (
  <div className={styles['ticks']} aria-hidden="true">
    {axis.ticks.map(({ label, at }) => (
      <span key={at} style={{ left: `${100 * at}%` }}>
        {label}
      </span>
    ))}
  </div>
)

interface ThemeProps {
  readonly theme: Theme
  readonly page: Page
  readonly axis: TimeAxis | null
  readonly isFirst: boolean
}

function ThemeView({ theme, page, axis, isFirst }: ThemeProps) {
  const { entry, name } = theme
  const words = name ?? (page === 'actor' ? 'On no issue yet' : 'With no position given')
  return (
    <section className={styles['theme']} aria-label={words || undefined}>
      {words !== '' && (
        <h4 className={styles['name']}>
          {entry === null ? (
            words
          ) : (
            <button type="button" className={styles['goto']} onClick={() => showEntry(entry)}>
              {words}
            </button>
          )}
        </h4>
      )}
      {theme.strands.map((strand, i) => (
        <StrandView
          key={strand.key}
          strand={strand}
          of={page === 'actor' ? 'position' : 'actor'}
          axis={axis}
          isOpenAtFirst={isFirst && i === 0}
        />
      ))}
    </section>
  )
}
