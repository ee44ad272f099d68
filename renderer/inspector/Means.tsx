import type { Annotation } from '../../data/model/records'
import { carryOut } from '../state/actions'
import { meaningOf } from '../state/tags'
import { IconButton } from '../ui/Button'
import { useScenery } from './use-scenery'
import facts from './facts.module.css'
import styles from './Links.module.css'

/** Which actor or position of the registries the words mean, once that was said. On one's own tag it can be taken back. */
export function Means({ tag, isMine }: { readonly tag: Annotation; readonly isMine: boolean }) {
  const { registry } = useScenery()
  if (tag.means === null) return null
  const name = meaningOf(tag, registry) ?? 'an entry that the registries do not have'
  return (
    <>
      <dt className={isMine ? facts['field'] : undefined}>means</dt>
      <dd className={isMine ? facts['field'] : undefined}>
        <div className={styles['linked']}>
          <span className={styles['name']} title={name}>
            {name}
          </span>
          {isMine && (
            <IconButton
              icon="close"
              label={`Take back that it means ${name}`}
              small
              onClick={() =>
                void carryOut({ do: 'mean', article: tag.article, annotation: tag.id, means: null })
              }
            />
          )}
        </div>
      </dd>
    </>
  )
}
