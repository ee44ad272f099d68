import { install } from '../page/bench-page'
import { fire } from '../page/events'
import { rangeByWalk } from '../page/plain-text'
import '../page/host.css'

/** What is used of Label Studio's editor, which a script of the page brings. */
interface Region {
  readonly id: string
  readonly cleanId: string
  readonly _spans?: readonly Element[]
}
interface TextItem {
  readonly isReady: boolean
  readonly regs: readonly Region[]
  readonly visibleNodeRef: { readonly current: Element }
}
interface LabelsItem {
  findLabel(name: string): { readonly selected: boolean; toggleSelected(): void }
}
interface Annotation {
  readonly names: { get(name: 'text'): TextItem; get(name: 'label'): LabelsItem }
  unselectAll(): void
  deleteRegion(region: Region): void
}
interface Store {
  readonly annotationStore: {
    readonly annotations: readonly { readonly id: string }[]
    readonly selected: Annotation | null
    selectAnnotation(id: string): void
  }
}
interface Scripts {
  readonly LabelStudio: new (element: string, options: object) => unknown
  readonly Htx?: Store
}

const config = `
<View>
  <Labels name="label" toName="text">
    <Label value="actor" background="#ffc107"/>
    <Label value="position" background="#2196f3"/>
    <Label value="claim" background="#4caf50"/>
  </Labels>
  <Text name="text" value="$text"/>
</View>`

const scripts = window as unknown as Scripts
let store: Store | undefined
let count = 0
const annotation = () => (store ?? scripts.Htx)?.annotationStore.selected ?? null
const item = () => annotation()?.names.get('text')
const textBox = () => item()!.visibleNodeRef.current

document.querySelector('#scroll')!.className = 'window'
install({
  load(host, { text, tags }) {
    count = tags.length
    host.append(Object.assign(document.createElement('div'), { id: 'label-studio' }))
    const result = tags.map(({ id, label, start, end }) => ({
      id,
      from_name: 'label',
      to_name: 'text',
      type: 'labels',
      value: { start, end, text: text.slice(start, end), labels: [label] },
    }))
    void new scripts.LabelStudio('label-studio', {
      config,
      user: { id: 1, pk: 1, firstName: 'A', lastName: 'B' },
      task: { id: 1, data: { text }, predictions: [], annotations: [{ id: 1, result }] },
      onLabelStudioLoad(loaded: Store & { readonly store?: Store }) {
        store = loaded.store ?? loaded
        const [first] = store.annotationStore.annotations
        if (first) store.annotationStore.selectAnnotation(first.id)
      },
    })
  },
  isOpen() {
    const text = item()
    return !!text?.isReady && text.regs.length >= count && document.querySelector('.htx-highlight') !== null
  },
  rangeOf: (span) => rangeByWalk(textBox(), span),
  scroller: () => document.scrollingElement!,
  textBox,
  beforeSelect({ label }) {
    annotation()!.unselectAll()
    const chosen = annotation()!.names.get('label').findLabel(label)
    if (!chosen.selected) chosen.toggleSelected()
  },
  tag() {
    const before = item()!.regs.length
    const range = getSelection()!.getRangeAt(0)
    const { right, top } = range.getClientRects()[0]!
    fire(range.endContainer.parentElement!, 'mouseup', { clientX: right, clientY: top + 4 })
    return () => item()!.regs.length > before && (item()!.regs.at(-1)!._spans?.length ?? 0) > 0
  },
  untag({ id }) {
    const region = item()!.regs.find((one) => one.cleanId === id || one.id.startsWith(`${id}#`))!
    const span = region._spans?.[0]
    annotation()!.deleteRegion(region)
    return () => !item()!.regs.some(({ cleanId }) => cleanId === id) && !span?.isConnected
  },
})
