import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { argumentSchemas } from './arguments'
import { channelNames, type ChannelName, type Channels } from './contract'

const article = 'abcdefghijklmnopqrstuvwxyz'
const tag = '01890a5d-ac96-774b-bcce-b302099a8057'
const other = '01890a5d-ac96-774b-bcce-b302099a8058'
const spans = [{ start: 0, end: 3 }]

const good: { readonly [Name in ChannelName]: readonly Parameters<Channels[Name]>[] } = {
  start: [[]],
  newProject: [[]],
  openProject: [[]],
  openRecent: [['k7']],
  openSample: [[]],
  rename: [['Zoë O’Neil']],
  openArticle: [[article]],
  carryOut: [
    [{ do: 'annotate', article, spans, label: 'actor' }],
    [{ do: 'relabel', article, annotation: tag, label: 'claim' }],
    [{ do: 'move', article, annotation: tag, spans }],
    [{ do: 'write-note', article, annotation: tag, note: '' }],
    [{ do: 'set-attribute', article, annotation: tag, attribute: 'stance', value: -2 }],
    [{ do: 'set-attribute', article, annotation: tag, attribute: 'stance', value: null }],
    [{ do: 'link', article, type: 'makes', from: tag, to: other }],
    [{ do: 'unlink', article, link: tag }],
    [{ do: 'delete', article, annotations: [tag, other] }],
  ],
  undo: [[]],
  redo: [[]],
  left: [[]],
  chooseArticles: [['files'], ['folder']],
  readTexts: [[[{ name: 'pasted', bytes: new Uint8Array([65]) }]]],
  readDropped: [[['/tmp/a.txt']]],
  correctImport: [
    [0, {}],
    [1, { metadata: { title: 'Talks', outlet: null, dateline: { place: 'Halsund', date: null } } }],
    [2, { blockTypes: [{ block: 0, type: 'headline' }] }],
  ],
  stopReading: [[]],
  finishImport: [[[0, 2, 1]]],
  cancelImport: [[]],
  exportChoices: [[]],
  exportSet: [[{ format: 'csv', article: null, annotators: ['ada-k7'] }]],
  importSets: [[]],
  setTheme: [['dark']],
  showMenu: [[]],
}

describe.each(channelNames)('%s', (name) => {
  it.each(good[name].map((args) => [args]))('takes %j as it is', (args) => {
    expect(argumentSchemas[name].parse(args)).toEqual(args)
  })

  it('refuses an argument too many, and any message that is no list', () => {
    for (const args of good[name]) expect(argumentSchemas[name].safeParse([...args, 1]).success).toBe(false)
    expect(argumentSchemas[name].safeParse({ length: 0 }).success).toBe(false)
  })

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.anything({ withBigInt: true, withDate: true, withMap: true })), (args) => {
        expect(typeof argumentSchemas[name].safeParse(args).success).toBe('boolean')
      }),
      { numRuns: 50 },
    )
  })
})

it.each([
  [{ do: 'annotate', article: '../../etc', spans, label: 'actor' }],
  [{ do: 'annotate', article, spans: [], label: 'actor' }],
  [{ do: 'annotate', article, spans: [{ start: -1, end: 2 }], label: 'actor' }],
  [{ do: 'annotate', article, spans: [{ start: 0.5, end: 2 }], label: 'actor' }],
  [{ do: 'annotate', article, spans, label: 'actor', author: 'somebody else' }],
  [{ do: 'delete', article, annotations: ['x'] }],
  [{ do: 'drop-everything' }],
  [JSON.parse('{"do":"unlink","article":"abcdefghijklmnopqrstuvwxyz","__proto__":{"link":"x"}}')],
])('refuses the command %j', (command) => {
  expect(argumentSchemas.carryOut.safeParse([command]).success).toBe(false)
})
