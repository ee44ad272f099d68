import { useShown } from '../state/store'
import { workbench } from '../state/workbench'
import { Button } from '../ui/Button'
import styles from './RecordScreen.module.css'

const inFigures = (n: number): string => n.toLocaleString('en-GB')

/** How far the tags of all articles are read. What was read is in the table already. */
export function RecordProgress({
  missing = 'statements',
  className = styles['progress'],
}: {
  /** What of all articles is shown. */
  readonly missing?: string
  readonly className?: string | undefined
}) {
  const { building, isStopped } = useShown((state) => state.record)
  if (building) {
    const words = `Reading the tags of ${inFigures(building.of)} articles: ${inFigures(building.done)}`
    return (
      <div className={className}>
        <progress
          aria-label="Reading the tags"
          aria-valuetext={words}
          value={building.done}
          max={Math.max(1, building.of)}
        />
        <span>{words}. What is read is shown.</span>
        <Button look="bare" onClick={() => void workbench.stopRecord()}>
          Stop
        </Button>
      </div>
    )
  }
  if (!isStopped) return null
  return (
    <div className={className} role="status">
      <span>Not all articles were read, so {missing} may be missing.</span>
      <Button look="bare" onClick={() => void workbench.makeRecord()}>
        Go on reading
      </Button>
    </div>
  )
}
