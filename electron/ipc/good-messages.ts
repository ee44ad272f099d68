import { builtInCodebook } from '../../data/model/built-in-codebook'
import { contentOf } from '../../data/model/codebook'
import type { ReviewQuery } from '../../data/review/agreement'
import type { NewEntry } from '../../data/store/registry-commands'
import type { ChannelName, Channels } from './contract'

/** Ids that an article and two tags in it could have. */
export const article = 'abcdefghijklmnopqrstuvwxyz'
const tag = '01890a5d-ac96-774b-bcce-b302099a8057'
const other = '01890a5d-ac96-774b-bcce-b302099a8058'
const given = { ids: [other], now: '2031-03-12T14:05:00.000Z' }
const actor: NewEntry = {
  is: 'actor',
  name: 'Zoë Pemberlow',
  aliases: ['Pemberlow'],
  kind: 'person',
  country: null,
  roles: [{ title: 'Spokeswoman', from: '2031-01', to: null }],
  speaksFor: tag,
  note: 'Caldria’s.',
  notSame: [other],
}
const asked: ReviewQuery = {
  annotators: ['ada-k7', 'ben-k7'],
  articles: null,
  labels: ['claim'],
  threshold: 0.5,
}
export const spans = [{ start: 0, end: 3 }]

const backup = '000012-2031-11-20t090000z'

/** Messages that each channel takes, for tests: every one is of the contract's shape. */
export const goodMessages: { readonly [Name in ChannelName]: readonly Parameters<Channels[Name]>[] } = {
  start: [[]],
  newProject: [[]],
  openProject: [[]],
  openRecent: [['k7']],
  openSample: [[]],
  rename: [['Zoë O’Neil']],
  openArticle: [[article]],
  readAhead: [[article]],
  lookedAt: [
    [article, [tag]],
    [article, null],
  ],
  carryOut: [
    [{ do: 'annotate', article, spans, label: 'actor' }, given],
    [{ do: 'annotate', article, spans, label: 'actor', attributes: { confidence: 4 }, means: other }, given],
    [{ do: 'finish', article }, given],
    [{ do: 'take-up', article }, given],
    [{ do: 'dismiss', article, lint: `claim-without-actor ${tag}` }, given],
    [{ do: 'heed', article, lint: `claim-without-actor ${tag}` }, given],
    [{ do: 'relabel', article, annotation: tag, label: 'claim' }, given],
    [{ do: 'move', article, annotation: tag, spans }, given],
    [{ do: 'write-note', article, annotation: tag, note: '' }, given],
    [{ do: 'set-attribute', article, annotation: tag, attribute: 'stance', value: -2 }, given],
    [{ do: 'set-attribute', article, annotation: tag, attribute: 'stance', value: null }, given],
    [{ do: 'mean', article, annotation: tag, means: other }, given],
    [{ do: 'mean', article, annotation: tag, means: null }, given],
    [{ do: 'link', article, type: 'makes', from: tag, to: other }, given],
    [{ do: 'unlink', article, link: tag }, given],
    [{ do: 'delete', article, annotations: [tag, other] }, given],
    [{ do: 'unlink', article, link: tag }],
    [
      {
        do: 'decide',
        article,
        action: 'contested',
        on: [{ annotator: 'ada-quill', id: tag }],
        readings: [
          { label: 'actor', spans, attributes: {}, means: null, weight: 0.5 },
          { label: 'claim', spans, attributes: { speech: 'direct' }, means: other, weight: 0.5 },
        ],
        links: [],
        reason: 'ambiguous-text',
        note: 'Either.',
      },
      given,
    ],
    [
      {
        do: 'decide',
        article,
        action: 'change',
        on: [{ annotator: 'ada-quill', id: tag }],
        readings: [],
        links: [
          {
            type: 'makes',
            from: { annotator: 'ada-quill', id: tag },
            to: { annotator: 'ada-quill', id: other },
          },
        ],
        reason: null,
        note: '',
      },
    ],
    [{ do: 'withdraw-decision', article, decision: tag }, given],
    [{ do: 'answer', article, decision: tag, text: 'Why?' }, given],
    [{ do: 'take-back-answer', article, answer: tag }, given],
    [{ do: 'assign', article, person: 'ada-quill', to: 'review', off: false }, given],
    [{ do: 'mark-reviewed', article, agreed: true }, given],
    [{ do: 'take-up-review', article }, given],
    [{ do: 'take-over', article, decision: tag }, given],
    [{ do: 'set-review', blind: true, threshold: 0.5, rule: { is: 'majority', share: 0.6 } }],
    [{ do: 'add-entry', id: other, entry: actor }],
    [{ do: 'add-entry', id: other, entry: { is: 'issue', question: 'Must the troops leave first?' } }],
    [{ do: 'add-entry', id: other, entry: { is: 'position', issue: tag, answer: 'No.', opposes: [other] } }],
    [{ do: 'edit-entry', entry: tag, to: actor }],
    [{ do: 'merge-entries', entries: [tag], into: other }],
    [{ do: 'unmerge-entry', entry: tag }],
    [{ do: 'remove-entry', entry: tag }],
    [{ do: 'revise-codebook', of: article, to: contentOf(builtInCodebook) }],
    [{ do: 'revise-codebook', of: article, to: contentOf(builtInCodebook), joins: [article] }],
    [
      {
        do: 'together',
        as: 'assign-new',
        commands: [
          { do: 'add-entry', id: other, entry: actor },
          { do: 'mean', article, annotation: tag, means: other },
        ],
      },
    ],
  ],
  mySteps: [[]],
  historyOf: [[article]],
  cameFrom: [[article, tag]],
  asItWas: [[article, '2031-03-12T14:05:00Z']],
  bringBack: [
    [article, '2031-03-12T14:05:00.123Z', null],
    [article, '2031-03-12T14:05:00Z', [tag, other]],
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
  exportSet: [
    [{ format: 'csv', article: null, annotators: ['ada-k7'] }],
    [{ format: 'parley', article, annotators: [], agreed: true }],
  ],
  importSets: [[]],
  codebookRevisions: [[]],
  exportCodebook: [[]],
  importCodebook: [[]],
  reviewFigures: [[asked]],
  reviewSlices: [[asked, 'article', 'attribute:certainty']],
  reviewDisputes: [[{ ...asked, labels: null, articles: [article] }]],
  reviewDisputed: [
    [{ ...asked, label: 'claim', attribute: null }, 0, 100],
    [
      {
        ...asked,
        label: 'position',
        attribute: 'stance',
        of: 'ada-k7',
        week: '2031-03-10',
        kind: 'stance',
        reason: 'none',
      },
      0,
      100,
    ],
  ],
  reviewDifferences: [
    [{ ...asked, order: 'text' }, 0, 100],
    [
      {
        ...asked,
        kinds: ['missed', 'label'],
        attributes: ['stance'],
        labelled: ['claim'],
        of: ['ada-k7'],
        chosen: { of: 'label', values: ['claim', null] },
        week: '2031-03-10',
        keys: [tag],
        decided: false,
        alike: true,
        order: 'kind',
      },
      0,
      100,
    ],
  ],
  exportFigures: [
    [{ annotators: ['ada-aaaaaaaaaa', 'ben-aaaaaaaaaa'], articles: null, labels: null, threshold: 0 }],
  ],
  agreedOverview: [[{ rule: { is: 'majority', share: 0.6 }, threshold: 0.5 }]],
  stopReview: [[]],
  recordState: [[]],
  entryCounts: [[]],
  evidence: [
    [{ entries: [tag], sort: 'newest' }, 0, 100],
    [{ labels: ['claim'], revisions: [article], words: 'Lavrov', sort: 'oldest' }, 100, 200],
  ],
  wordsFor: [[[tag, other]]],
  learntNames: [[]],
  labelsUsed: [[]],
  statementCounts: [
    [{ actors: [tag, null], stances: [-1, null], sort: { by: 'day', descending: true }, group: 'actor' }],
  ],
  statements: [
    [
      {
        voices: ['own'],
        days: { from: '2031-03-01', to: null },
        text: 'mandate',
        sort: { by: 'actor', descending: false },
        group: null,
      },
      0,
      60,
    ],
  ],
  placeOfStatement: [[{ sort: { by: 'day', descending: true }, group: null }, tag]],
  exportStatements: [[{ sort: { by: 'day', descending: true }, group: 'actor' }, ['day', 'actor', 'words']]],
  passage: [[article, 0, 30]],
  stopRecord: [[]],
  makeRecord: [[]],
  findOccurrences: [
    [1, { words: 'his government', wholeWords: true, matchCase: false, accents: false }, article],
    [2, { words: 'US', wholeWords: true, matchCase: true, accents: true }, null],
  ],
  stopFinding: [[]],
  stopStep: [[]],
  printPages: [['A4'], ['Letter']],
  savePdf: [[article, 'A4']],
  stopPdf: [[]],
  backups: [[]],
  backUp: [[]],
  checkBackups: [[]],
  stopBackup: [[]],
  compareBackup: [[backup]],
  compareWork: [[backup, article, 'ada-k7']],
  bringBackFrom: [[backup, article]],
  putBack: [[backup, article]],
  restoreBackup: [[backup]],
  openRestored: [[]],
  setTheme: [['dark']],
  prefer: [
    [{ letterKeys: false }],
    [{ statements: { columns: [{ id: 'actor', width: 120, hidden: false }], preview: true } }],
    [
      {
        reading: {
          face: 'sans',
          size: 20,
          measure: 'wide',
          leading: 'loose',
          spacing: 'wide',
          letters: false,
        },
      },
    ],
    [{ keys: { 'tag.repeat': ['.'] } }],
  ],
  zoom: [['in'], ['reset']],
  showKeys: [[{}], [{ 'project.export': 'Ctrl+E', 'edit.undo': 'Ctrl+Z' }]],
  showMenu: [[]],
}
