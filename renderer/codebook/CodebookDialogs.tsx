import type { Codebook, CodebookContent } from '../../data/model/codebook'
import type { LabelsUsed } from '../../data/record/evidence'
import { useCodebookState } from './codebook-state'
import { DiscardDialog } from './DiscardDialog'
import { ImportDialog } from './ImportDialog'
import { InForceDialog } from './InForceDialog'
import { JoinDialog } from './JoinDialog'
import { MergeDialog } from './MergeDialog'
import { NewDialog } from './NewDialog'
import { RetireDialog } from './RetireDialog'
import { SplitDialog } from './SplitDialog'

interface Props {
  readonly codebook: CodebookContent
  readonly used: LabelsUsed | null
  readonly revisions: readonly Codebook[] | null
}

/** What lies over the codebook. */
export function CodebookDialogs({ codebook, used, revisions }: Props) {
  const dialog = useCodebookState((state) => state.dialog)
  const label =
    dialog && 'label' in dialog ? codebook.labels.find(({ id }) => id === dialog.label) : undefined
  switch (dialog?.is) {
    case undefined:
      return null
    case 'new':
      return <NewDialog of={dialog.of} codebook={codebook} />
    case 'retire':
      return label && <RetireDialog label={label} used={used} />
    case 'merge':
      return label && <MergeDialog codebook={codebook} label={label} used={used} />
    case 'split':
      return label && <SplitDialog codebook={codebook} label={label} used={used} />
    case 'in-force':
      return <InForceDialog used={used} />
    case 'discard':
      return <DiscardDialog />
    case 'join':
      return <JoinDialog revision={dialog.revision} revisions={revisions} />
    case 'import':
      return <ImportDialog file={dialog.file} codebook={dialog.codebook} used={used} />
  }
}
