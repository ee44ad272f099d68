import type { Span } from '../../../../data/model/span'
import { install } from '../page/bench-page'
import { fire } from '../page/events'
import { pause } from '../page/frames'
import { labels } from '../reader-workload'
import '../page/host.css'

/** What doccano's reader is given, and what is asked of it. It comes with Vue in scripts of the page. */
interface Entity {
  readonly id: number
  readonly label: number
  readonly startOffset: number
  readonly endOffset: number
}
interface Line {
  readonly size: number
  readonly textLine: { readonly endOffset: number }
}
interface View {
  entities: readonly Entity[]
  readonly $children: readonly { readonly items: readonly Line[] }[]
  $mount(element: HTMLElement): View
}
interface Scripts {
  readonly Vue: new (options: object) => View
  readonly 'v-annotator': { readonly default: unknown }
}
/** A line of the text, in an svg. */
type LineElement = SVGTextElement & { readonly annotatorElement?: Pick<Entity, 'startOffset' | 'endOffset'> }

const colours = ['#ffc107', '#2196f3', '#4caf50']
const entityLabels = labels.map((text, i) => ({ id: i + 1, text, color: colours[i] }))
const root = document.createElement('div')
const scroller = () => document.scrollingElement!
let view: View
let next = 1_000_000

const lines = () => [...root.querySelectorAll<LineElement>('text')].filter((line) => line.annotatorElement)
/** How many lines and other shapes stand for tags. */
const drawn = () => root.querySelectorAll('svg line').length
const lineAt = (offset: number) =>
  lines().find(({ annotatorElement: at }) => at!.startOffset <= offset && offset < at!.endOffset)

/** Its lines are there only while they are in view: where one would be is the sum of those before it. */
async function reveal({ start }: Span): Promise<void> {
  const { items } = view.$children[0]!
  const before = items.slice(
    0,
    items.findIndex(({ textLine }) => textLine.endOffset > start),
  )
  scroller().scrollTop = Math.max(0, before.reduce((sum, { size }) => sum + size, 0) - 250)
  for (let i = 0; i < 40 && !lineAt(start); i++) await pause(25)
}

document.querySelector('#scroll')!.className = 'window'
install({
  load(host, { text, tags }) {
    const { Vue, 'v-annotator': component } = window as unknown as Scripts
    host.append(root)
    const mount = root.appendChild(document.createElement('div'))
    view = new Vue({
      data: {
        entities: tags.map(({ label, start, end }, id) => ({
          id,
          label: labels.indexOf(label) + 1,
          startOffset: start,
          endOffset: end,
        })),
      },
      render(this: View, create: (component: unknown, options: object) => unknown) {
        const { entities } = this
        const add = (_: unknown, startOffset: number, endOffset: number) => {
          this.entities = [...this.entities, { id: ++next, label: 1, startOffset, endOffset }]
        }
        const props = {
          text,
          entities,
          entityLabels,
          relations: [],
          relationLabels: [],
          allowOverlapping: true,
        }
        return create(component.default, {
          props: { ...props, graphemeMode: false },
          on: { 'add:entity': add },
        })
      },
    }).$mount(mount)
  },
  isOpen: () => lines().length > 0 && root.querySelector('svg line, svg rect, svg path, svg circle') !== null,
  reveal,
  scroller,
  textBox: () => root,
  rangeOf({ start, end }) {
    const line = lineAt(start)
    if (!line?.firstChild) throw new Error('The line is not on the page.')
    const from = line.annotatorElement!.startOffset
    const words = line.firstChild as Text
    const range = new Range()
    range.setStart(words, start - from)
    // Words that go on in the next line are tagged to the end of this one.
    range.setEnd(words, Math.min(words.length, end - from))
    return range
  },
  tag({ start }) {
    const before = drawn()
    const { right, top } = getSelection()!.getRangeAt(0).getClientRects()[0]!
    fire(lineAt(start)!, 'click', { clientX: right, clientY: top + 4 })
    return () => drawn() > before
  },
  untag({ id }) {
    const before = drawn()
    const number = Number(id.slice('tag-'.length))
    view.entities = view.entities.filter((entity) => entity.id !== number)
    return () => drawn() < before
  },
})
