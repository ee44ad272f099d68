import { useDeferredValue, useMemo, useState } from 'react'
import type { ListedArticle } from '../../data/store/views'
import { useShown } from '../state/store'
import { ProjectProgress } from '../progress/ProjectProgress'
import { ActionMenu } from '../ui/ActionMenu'
import { IconButton } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { Select } from '../ui/Select'
import { ArticleList } from './ArticleList'
import { findIn, inOrder, orders, type Order } from './article-groups'
import { NoArticles } from './NoArticles'
import { choicesFor, showings, shows, type Showing } from './showing'
import { useWaysIn } from './use-ways-in'
import { classes } from '../ui/classes'
import fields from '../ui/fields.module.css'
import styles from './Library.module.css'

const names: Record<Order, string> = {
  newest: 'Newest',
  oldest: 'Oldest',
  title: 'Title',
  tags: 'Most tags',
  'to-do': 'To do first',
}

const nothingIs: Record<Showing, string> = {
  all: 'No articles.',
  mine: 'Nothing that was assigned to you is left to do.',
  new: 'Nothing is new since you had the articles open.',
}

const none: readonly ListedArticle[] = []

/** The project's articles, and what finds one or brings more in. */
export function Library() {
  const articles = useShown(({ project }) => project?.articles) ?? none
  const me = useShown(({ project }) => project?.me.id) ?? ''
  const ways = useWaysIn()
  const [typed, setTyped] = useState('')
  const sought = useDeferredValue(typed)
  const [chosen, setChosen] = useState<Order>('newest')
  const order = useDeferredValue(chosen)
  const [showing, setShowing] = useState<Showing>('all')
  const choices = useMemo(() => choicesFor(articles, showing, me), [articles, showing, me])
  const found = useMemo(() => {
    const listed = showing === 'all' ? articles : articles.filter((one) => shows(one, showing, me))
    return inOrder(findIn(listed, sought), order, me)
  }, [articles, showing, sought, order, me])

  return (
    <>
      <div className={styles['head']}>
        <h2 className={styles['title']}>Articles</h2>
        <Count found={found.length} all={articles.length} />
        {choices.length > 0 && (
          <span className={styles['showing']}>
            <Select
              label="Articles listed"
              value={showing}
              options={choices}
              onChange={(value) => setShowing(showings.find((one) => one === value) ?? 'all')}
              quiet
            />
          </span>
        )}
        <span className={styles['add']}>
          <ActionMenu label="Import articles" icon="plus" actions={ways} />
        </span>
      </div>
      {articles.length === 0 ? (
        <div className={styles['empty']}>
          <NoArticles />
        </div>
      ) : (
        <>
          <div className={classes(fields['seek'], styles['find'])}>
            <Icon name="search" />
            <input
              type="text"
              role="searchbox"
              aria-label="Find in titles"
              placeholder="Find in titles"
              data-find
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Escape' && typed !== '') {
                  event.stopPropagation()
                  setTyped('')
                }
                if (event.key === 'ArrowDown' || event.key === 'Enter') {
                  event.preventDefault()
                  document.querySelector<HTMLElement>('[data-articles]')?.focus()
                }
              }}
            />
            {typed !== '' && (
              <IconButton icon="close" label="Show all articles" small onClick={() => setTyped('')} />
            )}
            <span className={styles['order']}>
              <Select
                label="Order of the articles"
                value={chosen}
                options={orders.map((value) => ({ value, name: names[value] }))}
                onChange={(value) => setChosen(orders.find((one) => one === value) ?? 'newest')}
                quiet
              />
            </span>
          </div>
          <ProjectProgress articles={articles} />
          {found.length === 0 ? (
            <p className={styles['none']}>
              {sought.trim() === '' ? nothingIs[showing] : `No title or outlet has “${sought.trim()}”.`}
            </p>
          ) : (
            <ArticleList
              key={`${order} ${showing} ${sought}`}
              articles={found}
              byDay={order === 'newest' || order === 'oldest'}
            />
          )}
        </>
      )}
    </>
  )
}

/** How many there are, or how far the first count of a large project's tags is; the list can be used meanwhile. */
function Count({ found, all }: { readonly found: number; readonly all: number }) {
  const looking = useShown(({ project }) => project?.looking ?? null)
  if (!looking)
    return (
      <span className={styles['count']}>
        {found === all ? inFigures(all) : `${inFigures(found)} of ${inFigures(all)}`}
      </span>
    )
  const words = `Reading ${inFigures(looking.done)} of ${inFigures(looking.of)}…`
  return (
    <span
      role="progressbar"
      aria-label="Reading the project"
      aria-valuenow={looking.done}
      aria-valuemax={looking.of}
      aria-valuetext={words}
      title="Tags are being counted. You can work meanwhile."
      className={styles['count']}
    >
      {words}
    </span>
  )
}

const inFigures = (n: number): string => n.toLocaleString('en-GB')
