import { explain } from '../../../data/model/explain'
import { useShown } from '../../state/store'
import { Button } from '../../ui/Button'
import { ReviewEmpty } from '../slots'
import { Note, StillReading, Working } from '../Working'
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
  const isBuilding = useShown(({ record }) => record.building !== null)
  const isPast = useComputed(of, ({ answer }) => answer !== null && answer.version < version)
  if (isComputing)
    return (
      <div className={styles['over']}>
        <Progress of={of} more=" What stands below is from before." />
      </div>
    )
  if (problem)
    return (
      <div className={styles['over']}>
        <Note role="alert">
          <p>{explain(problem)} What stands below is from before.</p>
          <Button onClick={() => void of.compute()}>Try again</Button>
        </Note>
      </div>
    )
  if (isBuilding && !isStopped)
    return (
      <div className={styles['over']}>
        <StillReading />
      </div>
    )
  if (!isPast && !isStopped) return null
  return (
    <div className={styles['over']}>
      <Note role="status">
        <p>
          {isStopped
            ? 'Stopped. What stands below is from before.'
            : 'Tags have changed since this was computed.'}
        </p>
        <Button onClick={() => void of.compute()}>Compute again</Button>
      </Note>
    </div>
  )
}

const Progress = ({ of, more }: Props & { readonly more?: string }) => (
  <Working
    doing="Comparing"
    atFirst="Comparing everybody’s tags"
    onCancel={of.stop}
    {...(more !== undefined && { more })}
  />
)

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
