import { useEffect, useMemo, useRef, useState } from 'react'
import { closeDialog, readMySteps, walk } from '../state/actions'
import { useShown } from '../state/store'
import { Button } from '../ui/Button'
import { Modal } from '../ui/Modal'
import { PointRows } from './PointRows'
import { pointsOf, wayInWords, type Point } from './points'
import styles from './StepsDialog.module.css'

/** What I did, on all articles, latest first; a choice of any point goes back or forward to it. */
export function StepsDialog() {
  const steps = useShown((state) => state.mySteps)
  const points = useMemo(() => (steps ? pointsOf(steps) : []), [steps])
  const here = points.findIndex(({ away }) => away === 0)
  const [reached, setReached] = useState<Point | null>(null)
  const [going, setGoing] = useState<{ readonly gone: number; readonly of: number } | null>(null)
  const isStopped = useRef(false)
  const at = reached ? points.findIndex(({ away }) => away === reached.away) : here
  const point = points[at]
  useEffect(() => void readMySteps(), [])

  const go = async ({ away }: Point) => {
    if (away === 0 || going) return
    const of = Math.abs(away)
    isStopped.current = false
    setGoing({ gone: 0, of })
    await walk(away < 0 ? 'undo' : 'redo', of, (gone) => {
      setGoing({ gone, of })
      return !isStopped.current
    })
    setGoing(null)
    setReached(null)
    await readMySteps()
  }

  return (
    <Modal
      title="What you did"
      size="medium"
      onClose={closeDialog}
      foot={
        going ? (
          <>
            <progress aria-label="Going" value={going.gone} max={going.of} />
            <span className={styles['gone']}>
              {going.gone} of {going.of}
            </span>
            <Button onClick={() => (isStopped.current = true)}>Stop here</Button>
          </>
        ) : (
          <>
            <Button keys="Esc" onClick={closeDialog}>
              Close
            </Button>
            <Button
              look="first"
              keys="Enter"
              unless={point?.away === 0 && 'You are there.'}
              onClick={() => point && void go(point)}
            >
              {point && point.away !== 0 ? wayInWords(point.away) : 'Go there'}
            </Button>
          </>
        )
      }
    >
      <div className={styles['body']}>
        {!steps && <p className={styles['none']}>Reading your steps…</p>}
        {steps && points.length === 1 && (
          <p className={styles['none']}>
            Nothing yet. What you do to tags will stand here, and can be taken back from here.
          </p>
        )}
        {points.length > 1 && (
          <PointRows points={points} at={at} onReach={setReached} onGo={(to) => void go(to)} />
        )}
      </div>
    </Modal>
  )
}
