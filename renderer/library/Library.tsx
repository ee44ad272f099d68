import { useDeferredValue, useMemo, useState } from 'react'
import type { ListedArticle } from '../../data/store/views'
import { chooseArticles, openDialog } from '../state/actions'
import { useShown } from '../state/store'
import { ActionMenu } from '../ui/ActionMenu'
import { Button, IconButton } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { ArticleList } from './ArticleList'
import { findIn } from './article-groups'
import styles from './Library.module.css'

const ways = [
  { name: 'Import files…', keys: 'Ctrl+I', run: () => void chooseArticles('files') },
  { name: 'Import folder…', run: () => void chooseArticles('folder') },
  { name: 'Paste text…', run: () => openDialog('paste') },
]

const none: readonly ListedArticle[] = []

/** The project's articles, and what finds one or brings more in. */
export function Library() {
  const articles = useShown(({ project }) => project?.articles) ?? none
  const [typed, setTyped] = useState('')
  const sought = useDeferredValue(typed)
  const found = useMemo(() => findIn(articles, sought), [articles, sought])

  return (
    <>
      <div className={styles['head']}>
        <h2 className={styles['title']}>Articles</h2>
        <span className={styles['count']}>
          {found.length === articles.length ? articles.length : `${found.length} of ${articles.length}`}
        </span>
        <span className={styles['add']}>
          <ActionMenu label="Import articles" icon="plus" actions={ways} />
        </span>
      </div>
      {articles.length === 0 ? (
        <Empty />
      ) : (
        <>
          <div className={styles['find']}>
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
          </div>
          {found.length === 0 ? (
            <p className={styles['none']}>No title or outlet has “{sought.trim()}”.</p>
          ) : (
            <ArticleList key={sought} articles={found} />
          )}
        </>
      )}
    </>
  )
}

const Empty = () => (
  <div className={styles['empty']}>
    <p>No articles yet. Import files, drop them anywhere on this window, or paste a text.</p>
    <Button look="first" keys="Ctrl+I" onClick={() => void chooseArticles('files')}>
      Import files…
    </Button>
    <Button onClick={() => void chooseArticles('folder')}>Import folder…</Button>
    <Button onClick={() => openDialog('paste')}>Paste text…</Button>
  </div>
)
