import { useEffect, useState } from 'react'
import type { ExportView } from '../../electron/ipc/export'
import { explain } from '../../data/model/explain'
import { useKeys } from '../commands/commands-now'
import { chooseArticles, closeDialog, exportSet } from '../state/actions'
import { useShown } from '../state/store'
import { workbench } from '../state/workbench'
import { Button } from '../ui/Button'
import { Modal } from '../ui/Modal'
import { takeExportAgreed } from './export-agreed'
import { ExportPeople } from './ExportPeople'
import styles from './ExportDialog.module.css'

type Format = ExportView['formats'][number]

/** What is exported: in which format, from which articles, whose tags; or that there is nothing yet. */
export function ExportDialog() {
  const articles = useShown(({ project }) => project?.articles.length) ?? 0
  return articles === 0 ? <NothingToExport /> : <Choices articles={articles} />
}

function NothingToExport() {
  const keys = useKeys('project.import')
  const importFiles = () => {
    closeDialog()
    void chooseArticles('files')
  }
  return (
    <Modal
      title="Export"
      onClose={closeDialog}
      foot={
        <>
          <Button keys="Esc" onClick={closeDialog}>
            Close
          </Button>
          <Button look="first" autoFocus keys={keys} onClick={importFiles}>
            Import files…
          </Button>
        </>
      }
    >
      <p className={styles['nothing']}>
        There is nothing to export yet: the project has no articles. Import some and tag them; then their tags
        can be exported.
      </p>
    </Modal>
  )
}

function Choices({ articles }: { readonly articles: number }) {
  const formats = useFormats()
  const article = useShown(({ open }) => open?.article)
  const [format, setFormat] = useState<string | null>(null)
  const [asked] = useState(takeExportAgreed)
  const [isWhole, setWhole] = useState(asked?.isWhole ?? false)
  const blindMe = useShown(({ project }) => (project?.review.blind ? project.me.id : null))
  // Where others' tags are hidden, one's own are what is meant, unless one says otherwise.
  const [people, setPeople] = useState<readonly string[]>(blindMe === null ? [] : [blindMe])
  const [isAgreed, setAgreed] = useState(asked !== null)
  const [withHidden, setWithHidden] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const chosen = format ?? formats[0]?.id
  const only = isWhole ? null : (article?.id ?? null)

  const write = async () => {
    if (chosen === undefined || isBusy) return
    setBusy(true)
    setFault(null)
    const problem = await exportSet({
      format: chosen,
      article: only,
      annotators: people,
      ...(withHidden && { hidden: true }),
      ...(isAgreed && { agreed: true }),
    })
    setBusy(false)
    setFault(problem && explain(problem))
  }

  return (
    <Modal
      title="Export"
      onClose={closeDialog}
      foot={
        <>
          <span role="alert" className={styles['fault']}>
            {fault}
          </span>
          <Button keys="Esc" onClick={closeDialog}>
            Cancel
          </Button>
          <Button look="first" unless={isBusy && 'The file is being written.'} onClick={() => void write()}>
            Export
          </Button>
        </>
      }
    >
      <div className={styles['form']} onKeyDown={(event) => event.key === 'Enter' && void write()}>
        <fieldset className={styles['group']}>
          <legend>Format</legend>
          {formats.map((each) => (
            <FormatChoice key={each.id} format={each} isChosen={each.id === chosen} onChoose={setFormat} />
          ))}
        </fieldset>
        <fieldset className={styles['group']}>
          <legend>Articles</legend>
          {article && (
            <label className={styles['choice']}>
              <input
                type="radio"
                name="scope"
                checked={only !== null}
                aria-label="The open article"
                onChange={() => setWhole(false)}
              />
              <span>
                The open article
                <span className={styles['article']} dir="auto">
                  {article.title}
                </span>
              </span>
            </label>
          )}
          <label className={styles['choice']}>
            <input
              type="radio"
              name="scope"
              checked={only === null}
              aria-label="The whole project"
              onChange={() => setWhole(true)}
            />
            <span>
              The whole project
              <span className={styles['about']}>
                {articles === 1 ? 'Its one article.' : `All ${articles.toLocaleString('en-GB')} articles.`}
              </span>
            </span>
          </label>
        </fieldset>
        <ExportPeople chosen={people} onChange={setPeople} isAgreed={isAgreed} onAgreed={setAgreed} />
        {blindMe !== null && (isAgreed || people.length === 0 || people.some((id) => id !== blindMe)) && (
          <HiddenToo checked={withHidden} onChange={setWithHidden} />
        )}
      </div>
    </Modal>
  )
}

/** Others' tags that are hidden from whoever exports go out only when that is said. */
const HiddenToo = (props: { readonly checked: boolean; readonly onChange: (checked: boolean) => void }) => (
  <fieldset className={styles['group']}>
    <legend>Blind review</legend>
    <label className={styles['choice']}>
      <input
        type="checkbox"
        checked={props.checked}
        aria-describedby="about-hidden"
        onChange={(event) => props.onChange(event.target.checked)}
      />
      <span>
        With others’ tags that are hidden from you
        <span id="about-hidden" className={styles['about']}>
          Otherwise what others tagged in articles that you are not done with is left out.
        </span>
      </span>
    </label>
  </fieldset>
)

function FormatChoice(props: {
  readonly format: Format
  readonly isChosen: boolean
  readonly onChoose: (id: string) => void
}) {
  const { format, isChosen, onChoose } = props
  return (
    <label className={styles['choice']}>
      <input
        type="radio"
        name="format"
        checked={isChosen}
        aria-label={format.title}
        aria-describedby={`about-${format.id}`}
        onChange={() => onChoose(format.id)}
      />
      <span>
        {format.title} <span className={styles['extension']}>{format.extension}</span>
        <span id={`about-${format.id}`} className={styles['about']}>
          {format.about}
          {isChosen && format.losses.map((loss) => <span key={loss}>{loss}</span>)}
          {isChosen && format.losses.length === 0 && <span>Nothing is lost.</span>}
        </span>
      </span>
    </label>
  )
}

function useFormats(): ExportView['formats'] {
  const [formats, setFormats] = useState<ExportView['formats']>([])
  useEffect(() => {
    let isGone = false
    const ask = async () => {
      const view = await workbench.exportChoices()
      if (!isGone) setFormats(view.formats)
    }
    void ask()
    return () => {
      isGone = true
    }
  }, [])
  return formats
}
