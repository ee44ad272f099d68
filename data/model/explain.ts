import { wordFault } from './codebook-rules'
import type { Problem } from './problem'
import type { DecisionAction } from './review-records'

const things: Readonly<Record<Extract<Problem, { kind: 'not-there' }>['what'], string>> = {
  annotation: 'tag',
  article: 'article',
  link: 'link',
  label: 'label',
  'link-type': 'kind of link',
  attribute: 'attribute',
  'registry-record': 'actor or position',
  issue: 'issue',
  codebook: 'revision of the codebook',
  text: 'stretch of text',
  backup: 'backup',
  decision: 'decision',
  answer: 'answer',
}

const fitting: Readonly<Record<DecisionAction, string>> = {
  accept: 'To accept or reject takes tags or links and no other reading',
  reject: 'To accept or reject takes tags or links and no other reading',
  change: 'To change takes tags and one reading for them, or links and one link in their place',
  merge: 'To merge takes two tags or more and one reading for them',
  split: 'To split takes tags and two readings or more',
  contested: 'Contested are tags with two readings or more, all of them with a weight or none',
}

/** What happened, what is safe, and what can be done about it, in one to three plain sentences. */
export function explain(problem: Problem): string {
  switch (problem.kind) {
    case 'not-there':
      return `That ${things[problem.what]} is not there, or not any more. Nothing was changed.`
    case 'link-not-allowed':
      return problem.from === problem.to
        ? `The codebook has no link “${problem.type}” between these two tags. Nothing was changed.`
        : `A link “${problem.type}” cannot lead from ${named(problem.from)} to ${named(problem.to)}. Nothing was changed.`
    case 'value-not-allowed':
      return `“${problem.attribute}” cannot have that value. The old one was kept.`
    case 'already-linked':
      return 'These two tags are linked in that way already. Nothing was changed.'
    case 'meaning-not-allowed':
      return `${capital(named(problem.label))} tag cannot mean that: actors are for actor tags, positions for positions and claims. Nothing was changed.`
    case 'decision-not-fitting':
      return `${fitting[problem.action]}. Nothing was decided.`
    case 'nothing-to-take-over':
      return 'That decision asks nothing of your own tags. Nothing was changed.'
    case 'no-words':
      return 'An answer needs words. Nothing was changed.'
    case 'codebook-fault':
      return `${wordFault(problem.fault)} The codebook was left as it is.`
    case 'codebook-without-name':
      return 'A codebook needs a name. The old one was kept.'
    case 'split-into-one':
      return 'A label is split into two or more. Nothing was changed.'
    case 'no-name':
      return 'An actor needs a name, an issue a question and a position an answer. Nothing was changed.'
    case 'id-taken':
      return 'That is there already. Nothing was changed.'
    case 'not-one-kind':
      return 'Actors can be one with actors only, issues with issues and positions with positions. Nothing was changed.'
    case 'merged-with-itself':
      return 'An entry cannot be merged with itself. Nothing was changed.'
    case 'entry-in-use':
      return problem.by === 'merged'
        ? `Other entries (${problem.count}) were merged into this one. Take that back first; nothing was changed.`
        : `Positions (${problem.count}) answer this issue. Remove them, or give them another issue, first; nothing was changed.`
    case 'label-retired':
      return `Nothing new is tagged as ${problem.label}: the codebook has retired that label. Nothing was changed.`
    case 'link-type-retired':
      return `Nothing new is linked with “${problem.phrase}”: the codebook has retired that link. Nothing was changed.`
    case 'codebook-changed':
      return 'The codebook was changed meanwhile, by you or by somebody else. Nothing was changed; look at it as it is now, and try again.'
    case 'only-white-space':
      return 'Only white space is selected. Nothing was changed; select words, and try again.'
    case 'not-printed':
      return `The article could not be printed (${problem.why}). Nothing in the project was changed.`
    case 'not-saved':
      return `This could not be saved, because ${problem.why}, so it was not done. What was saved before is safe; put that right, and try again.`
    case 'not-backed-up':
      return `No backup could be made, because ${problem.why}. The project and the earlier backups are safe; Parley tries again within the hour.`
    case 'lost-in-backup':
      return `The backup has “${problem.file}” no longer as it was, so nothing was changed. Choose an earlier backup.`
    case 'unreadable-file':
      return `“${problem.file}” could not be read, because ${problem.why}. The file was left as it is.`
    case 'bad-file':
      return `“${problem.file}” is not as it should be: at ${problem.where}, ${problem.expected} was expected. Nothing of it was taken, and the file was left as it is.`
    case 'set-aside':
      return `${problem.who === null ? 'Your' : `${problem.who}’s`} ${workOn(problem.title)} could not be read. ${problem.isAside ? 'The file was set aside unchanged' : 'The file was left as it is'}; ${cameBack(problem)}.`
    case 'copies-merged':
      return `A sync program had kept ${problem.copies === 1 ? 'another version' : `${problem.copies} other versions`} of your ${workOn(problem.title)}. ${problem.items === 0 ? 'Nothing in it was new' : `What was only there (${mergedIn(problem)}) is with yours now`}; nothing was lost.`
    case 'device-cloned':
      return 'Another computer saves under this computer’s name, as happens when a profile is copied. This computer has a new name now, so the two no longer write to one file. All tags of both are kept.'
    case 'journal-damaged':
      return `This computer’s journal has ${problem.lines === 1 ? 'a line' : `${problem.lines} lines`} that could not be read. What the project folder has is safe; the journal was kept aside.`
    case 'changed-since':
      return 'That step cannot be taken back, because something in it was changed since. Nothing was changed; earlier steps can be taken back still.'
    case 'newer-file':
      return `“${problem.file}” was made with a newer Parley. It was left as it is; to work with it, update Parley.`
    case 'damaged-file':
      return `“${problem.file}” is damaged: its content does not match its check sum. The file was left as it is, and the rest works.`
    case 'no-project':
      return 'No project is open. Open one, or make a new one, and try again.'
    case 'not-a-project':
      return `“${problem.folder}” is not a Parley project, and nothing in it was changed. To make a project, choose New Project and a folder that does not exist yet.`
    case 'folder-not-empty':
      return `“${problem.folder}” has other things in it, and they were left as they are. Choose a new name, or an empty folder.`
    case 'folder-unreachable':
      return `The folder “${problem.folder}” cannot be reached, because ${problem.why}. What is in it was not touched; try again when it is back.`
    case 'empty-file':
      return `“${problem.file}” has no text in it. It was left out.`
    case 'empty-set':
      return `“${problem.file}” has no tags in it. Nothing was received.`
    case 'not-text':
      return `“${problem.file}” holds something other than text. It was left out; save it as plain text and import that.`
    case 'too-large':
      return `“${problem.file}” is larger than ${inMegabytes(problem.limit)}, the most that is read. It was left out; split it and import the parts.`
    case 'already-here':
      return `The text of “${problem.file}” is in the project already, as “${problem.title}”. It was not added again.`
    case 'unknown-article':
      return `“${problem.file}” has tags on an article that this project does not have (at ${problem.where}). Nothing of it was taken; import the article first.`
    case 'quote-differs':
      return `“${problem.file}” quotes “${cut(problem.expected)}” at ${problem.where}, but the article says “${cut(problem.found)}” there. Nothing of it was taken.`
    case 'unknown-format':
      return `Parley does not know the format of “${problem.format}”. Nothing was read or written.`
    case 'unknown-annotator':
      return `Nobody in this project goes by “${problem.annotator}”. Nothing was written.`
    case 'nothing-to-export':
      return 'There are no tags to export here. Nothing was written.'
    case 'nothing-agreed':
      return 'Nothing is agreed there yet: no tag was accepted or changed, and the project’s rule brings in no other. Nothing was written; decide in Review, or choose another rule.'
    case 'no-record':
      return `What is said in all articles cannot be shown: ${problem.why}. All tags are safe; open the project again to try it once more.`
    case 'no-statements':
      return 'The table has no statements to export. Nothing was written.'
    case 'no-figures':
      return 'There are no figures to export: nothing of two people could be compared. Nothing was written.'
    case 'hidden-until-done':
      return 'Others’ tags on this article are hidden until you are done with it. Nothing was shown or changed.'
    case 'cancelled':
      return 'This was stopped. What was done before it is kept.'
    case 'bad-request':
      return `The window asked for something that Parley does not understand (${problem.channel}). Nothing was changed.`
  }
}

/** "41 of 43 tags came back, the latest from 11 March 2031". */
/** What a file holds: tags on the article with that title, or with `null` entries of the registries. */
const workOn = (title: string | null): string =>
  title === null ? 'actors and positions' : `tags on “${title}”`

function mergedIn({ title, items }: Extract<Problem, { kind: 'copies-merged' }>): string {
  if (title === null) return items === 1 ? 'one entry' : `${items} entries`
  return items === 1 ? 'one tag or link' : `${items} tags and links`
}

function cameBack({ title, back, of, until }: Extract<Problem, { kind: 'set-aside' }>): string {
  const [one, many] = title === null ? ['entry', 'entries'] : ['tag', 'tags']
  if (of === 0) return `no ${many} were found in it`
  if (back === 0) return `none of its ${of} ${many} could be found elsewhere`
  const tags = back === of ? (of === 1 ? `its one ${one}` : `all ${of} ${many}`) : `${back} of ${of} ${many}`
  return `${tags} came back${until === null ? '' : `, the latest from ${dayOf(until)}`}`
}

const dayOf = (time: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(time))

/** "an actor", "a claim": a label's id, as the middle of a sentence has it. */
const named = (label: string): string => `${/^[aeiou]/.test(label) ? 'an' : 'a'} ${label}`

const inMegabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1)

const longest = 80

/** A quote that stays inside a sentence: at most 80 code units, not cut inside a surrogate pair. */
function cut(quote: string): string {
  if (quote.length <= longest) return quote
  return `${quote.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…`
}
