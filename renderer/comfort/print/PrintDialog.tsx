import { useRef, useState } from 'react'
import { explain } from '../../../data/model/explain'
import type { Person } from '../../../data/model/project'
import { papers, type Paper } from '../../../electron/ipc/print'
import { closeDialog } from '../../state/actions'
import { shownArticle } from '../../state/past'
import { useShown } from '../../state/store'
import { Button } from '../../ui/Button'
import { Modal } from '../../ui/Modal'
import { Select } from '../../ui/Select'
import { Choice } from '../Choice'
import { printArticle } from './print-article'
import type { PrintChoice } from './what-to-print'
import styles from './PrintDialog.module.css'

/** What is printed of the open article, or saved as a PDF: on which paper, whose tags, with notes and a table or not. */
export function PrintDialog({ to }: { readonly to: 'print' | 'save-pdf' }) {
  const people = useAnnotators()
  const hasMine = useShown((state) => (shownArticle(state)?.mine.records.size ?? 0) > 0)
  const [choice, setChoice] = useState<PrintChoice>(() => atFirst(people, hasMine))
  const { share, isBusy, fault, print, stop } = usePrinting(to, choice)
  const change = (parts: Partial<PrintChoice>) => setChoice({ ...choice, ...parts })
  const nobody = { value: '', name: 'Nobody’s' }
  const named = people.map(({ id, name }) => ({ value: id, name }))

  return (
    <Modal
      title={to === 'print' ? 'Print' : 'Save as PDF'}
      onClose={stop}
      foot={
        <>
          <span role="alert" className={styles['fault']}>
            {fault}
          </span>
          {isBusy && <Progress share={share} />}
          <Button keys="Esc" onClick={stop}>
            Cancel
          </Button>
          <Button look="first" unless={isBusy && 'The pages are being made.'} onClick={print}>
            {to === 'print' ? 'Print…' : 'Save…'}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <Choice
          name="Paper"
          value={choice.paper}
          options={papers.map((paper) => ({ value: paper, name: paper }))}
          onChange={(paper: Paper) => change({ paper })}
        />
        <div className={styles['row']}>
          <span className={styles['name']}>Under words</span>
          <Select
            label="Tags under the words"
            value={choice.below ?? ''}
            options={[nobody, ...named.filter(({ value }) => value !== choice.above)]}
            onChange={(below) => change({ below: below || null })}
          />
        </div>
        {people.length > 1 && (
          <div className={styles['row']}>
            <span className={styles['name']}>Over words</span>
            <Select
              label="Tags over the words"
              value={choice.above ?? ''}
              options={[nobody, ...named.filter(({ value }) => value !== choice.below)]}
              onChange={(above) => change({ above: above || null })}
            />
          </div>
        )}
        <label className={styles['check']}>
          <input
            type="checkbox"
            checked={choice.notes}
            onChange={(event) => change({ notes: event.target.checked })}
          />
          <span>Notes in the margin</span>
        </label>
        <label className={styles['check']}>
          <input
            type="checkbox"
            checked={choice.table}
            onChange={(event) => change({ table: event.target.checked })}
          />
          <span>Table of the tags at the end, by number</span>
        </label>
      </div>
    </Modal>
  )
}

const Progress = ({ share }: { readonly share: number | null }) => (
  <span className={styles['progress']}>
    <progress aria-label="Laying out the pages" {...(share !== null && { value: share })} max={1} />
    <span>{share === null ? 'Writing…' : `${Math.round(share * 100)} %`}</span>
  </span>
)

/** Those who have tags on the article, I first; I am there without any too. */
function useAnnotators(): readonly Person[] {
  const open = useShown(shownArticle)
  const project = useShown((state) => state.project)
  if (!open || !project) return []
  const named = (id: string): Person =>
    project.people.find((person) => person.id === id) ?? { ...project.me, id, name: id }
  return [
    { ...project.me, name: `${project.me.name} (you)` },
    ...open.others.filter(({ records }) => records.size > 0).map(({ annotator }) => named(annotator)),
  ]
}

/** Letter where that is what people have; under the words my tags, or another's who has some when I have none. */
function atFirst([me, ...others]: readonly Person[], hasMine: boolean): PrintChoice {
  const paper = /-(US|CA|MX|PH)$/.test(navigator.language) ? 'Letter' : 'A4'
  const below = hasMine ? me : (others[0] ?? me)
  return { paper, below: below?.id ?? null, above: null, notes: true, table: false }
}

/** Does it once at a time, says how far it is, and closes the dialog when it is done or was stopped. */
function usePrinting(to: 'print' | 'save-pdf', choice: PrintChoice) {
  const [isBusy, setBusy] = useState(false)
  const [share, setShare] = useState<number | null>(0)
  const [fault, setFault] = useState<string | null>(null)
  const running = useRef<AbortController | null>(null)

  const run = async () => {
    const controller = new AbortController()
    running.current = controller
    setBusy(true)
    setFault(null)
    setShare(0)
    try {
      const outcome = await printArticle(to, choice, setShare, controller.signal)
      if (controller.signal.aborted) return
      if (outcome === 'printed') closeDialog()
      else if (outcome !== 'cancelled') setFault(explain(outcome))
    } finally {
      running.current = null
      setBusy(false)
    }
  }

  return {
    share,
    isBusy,
    fault,
    print: () => void (running.current ? null : run()),
    stop: () => {
      running.current?.abort()
      closeDialog()
    },
  }
}
