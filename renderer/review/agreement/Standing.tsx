import { explain } from '../../../data/model/explain'
import { useShown } from '../../state/store'
import { Button } from '../../ui/Button'
import { counted } from '../../ui/words'
import { ReviewEmpty } from '../slots'
import { useComputed, type Computing } from './computing'
import styles from './Standing.module.css'

interface Props {
  readonly of: Computing<{ readonly version: number }>
}

/** Over what was computed: that it is computed anew, that this failed, or that it is of tags as they were. */
export function Standing({ of }: Props) {
  const isComputing = useComputed(of, (state) => state.isComputing)
  const isStopped = useComputed(of, (state) => state.isStopped)
  const problem = useComputed(of, (state) => state.problem)
  const version = useShown(({ record }) => record.version)
  const isPast = useComputed(of, ({ answer }) => answer !== null && answer.version < version)
  if (isComputing) return <Progress of={of} isPast />
  if (problem)
    return (
      <div className={styles['standing']} role="alert">
        <p>{explain(problem)} What stands below is from before.</p>
        <Button onClick={() => void of.compute()}>Try again</Button>
      </div>
    )
  if (!isPast && !isStopped) return null
  return (
    <div className={styles['standing']} role="status">
      <p>
        {isStopped
          ? 'Stopped. What stands below is from before.'
          : 'Tags have changed since this was computed.'}
      </p>
      <Button onClick={() => void of.compute()}>Compute again</Button>
    </div>
  )
}

/** How far it is, with a way to stop. */
function Progress({ of, isPast = false }: Props & { readonly isPast?: boolean }) {
  const progress = useShown(({ record }) => record.reviewing)
  const inFigures = (n: number) => n.toLocaleString('en-GB')
  const words = progress
    ? `Comparing ${counted(progress.of, 'article')}: ${inFigures(progress.done)}`
    : 'Comparing everybody’s tags'
  return (
    <div className={styles['standing']}>
      <progress
        aria-label="Comparing"
        aria-valuetext={words}
        {...(progress && { value: progress.done, max: Math.max(1, progress.of) })}
      />
      <p>
        {words}.{isPast && ' What stands below is from before.'}
      </p>
      <Button look="bare" onClick={of.stop}>
        Cancel
      </Button>
    </div>
  )
}

/** While there is nothing to show yet: the first is on its way, was stopped, or could not be computed. */
export function NotYet({ of }: Props) {
  const problem = useComputed(of, (state) => state.problem)
  const isStopped = useComputed(of, (state) => state.isStopped)
  if (problem)
    return (
      <ReviewEmpty>
        <p role="alert">{explain(problem)}</p>
        <Button onClick={() => void of.compute()}>Try again</Button>
      </ReviewEmpty>
    )
  if (isStopped)
    return (
      <ReviewEmpty>
        <p role="status">Stopped before anything was compared.</p>
        <Button onClick={() => void of.compute()}>Compare</Button>
      </ReviewEmpty>
    )
  return (
    <div className={styles['first']}>
      <Progress of={of} />
    </div>
  )
}
