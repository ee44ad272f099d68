import { useState } from 'react'
import type { Actor } from '../../data/model/records'
import type { Registry } from '../../data/model/registry'
import { fold } from '../../data/text/fold'
import { hiddenArticles } from '../review/blind/blind'
import { useShown } from '../state/store'
import { IconButton } from '../ui/Button'
import { counted } from '../ui/words'
import { editActor } from './changes'
import { useCounts, useWords } from './evidence'
import { Places } from './Places'
import { Trouble } from './Trouble'
import styles from './Entry.module.css'

/** Words that are shown before one asks for more. */
const AT_FIRST = 8

/** What an actor was called, how often, and where. */
export function Called({ registry, actor }: { readonly registry: Registry; readonly actor: Actor }) {
  const isHidden = useShown(({ project }) => hiddenArticles(project) > 0)
  const entries = registry.groupOf(actor.id)
  const { value, problem } = useWords(entries)
  const [open, setOpen] = useState<string | null>(null)
  const [isWhole, setWhole] = useState(false)
  const words = value?.words ?? []
  const articles = useCounts().counts?.[actor.id]?.articles
  const tags = words.reduce((sum, each) => sum + each.tags, 0)
  const most = words[0]?.tags ?? 1
  const shown = isWhole ? words : words.slice(0, AT_FIRST)
  const known = new Set(registry.namesOf(actor.id).map(fold))
  return (
    <section className={styles['section']} aria-label="Called">
      <div className={styles['sectionHead']}>
        <h3>Called</h3>
        {tags > 0 && (
          <span className={styles['quiet']}>
            {counted(tags, 'time')}
            {articles !== undefined && ` in ${counted(articles, 'article')}`}
          </span>
        )}
      </div>
      <Trouble problem={problem} />
      {value && tags === 0 && (
        <p className={styles['quiet']}>
          No tag{isHidden && ' that you may see'} means {actor.name} yet. Tag a name while reading, then press
          W.
        </p>
      )}
      <ul>
        {shown.map((each) => (
          <li key={each.words}>
            <div className={styles['line']}>
              <button
                type="button"
                className={styles['words']}
                aria-expanded={open === each.words}
                aria-label={`“${each.words}”, ${counted(each.tags, 'time')} in ${counted(each.articles, 'article')}`}
                onClick={() => setOpen(open === each.words ? null : each.words)}
              >
                <span className={styles['called']} dir="auto">
                  {each.words}
                </span>
                <span className={styles['bar']} style={{ width: `${(100 * each.tags) / most}%` }} />
                <span className={styles['number']}>{each.tags}</span>
              </button>
              {!known.has(fold(each.words)) && (
                <IconButton
                  icon="plus"
                  label={`Add “${each.words}” to the aliases`}
                  small
                  onClick={() =>
                    editActor(actor.id, ({ aliases }) => ({ aliases: [...aliases, each.words] }))
                  }
                />
              )}
            </div>
            {open === each.words && <Places entries={entries} words={each.words} />}
          </li>
        ))}
      </ul>
      {words.length > AT_FIRST && (
        <button type="button" className={styles['more']} onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Fewer' : `${words.length - AT_FIRST} more`}
        </button>
      )}
    </section>
  )
}
