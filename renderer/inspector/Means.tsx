import { meansNobodyKey } from '../../data/lints/lint'
import type { Annotation } from '../../data/model/records'
import { carryOut } from '../state/actions'
import { useShown } from '../state/store'
import { isDismissed, meaningOf } from '../state/tags'
import { IconButton } from '../ui/Button'
import { useScenery } from './use-scenery'
import facts from './facts.module.css'
import styles from './Links.module.css'

interface Props {
  readonly tag: Annotation
  readonly isMine: boolean
}

/**
 * Which actor or position of the registries the words mean, once that was said, or that it cannot be told. On one's own tag
 * it can be taken back.
 */
export function Means({ tag, isMine }: Props) {
  const lint = meansNobodyKey(tag.id)
  const cannotTell = useShown(({ open }) => isMine && open !== null && isDismissed(open.mine.records, lint))
  if (tag.means !== null) return <Meant tag={tag} isMine={isMine} />
  if (!cannotTell) return null
  return (
    <>
      <dt className={facts['field']}>means</dt>
      <dd className={facts['field']}>
        <div className={styles['linked']}>
          <span className={styles['name']}>cannot be told</span>
          <IconButton
            icon="close"
            label="Take back that it cannot be told"
            small
            onClick={() => void carryOut({ do: 'heed', article: tag.article, lint })}
          />
        </div>
      </dd>
    </>
  )
}

function Meant({ tag, isMine }: Props) {
  const { registry } = useScenery()
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
