import { labelOf } from '../../data/model/codebook'
import { isReshaping } from '../state/actions'
import { useShown } from '../state/store'
import { LabelChip } from '../ui/LabelChip'

/** What every selection does now, beyond being one: it is tagged, or becomes the words of a tag. Empty at other times. */
export function ReaderMode() {
  const codebook = useShown(({ project }) => project?.codebook)
  const sticky = useShown((state) => state.sticky)
  const reshapes = useShown(isReshaping)
  const label = codebook && sticky !== null ? labelOf(codebook, sticky) : undefined
  return (
    <span role="status" aria-label="What selecting does" className="reader-mode">
      {reshapes && <span>New boundaries · Enter or Esc</span>}
      {!reshapes && label && (
        <>
          <LabelChip label={label} />
          <span>Tagging: {label.name} · Esc ends it</span>
        </>
      )}
    </span>
  )
}
