import { statsOf, type Stats } from '../../store/stats'
import type { Command } from '../command'
import { oneLine } from '../one-line'
import { openProject, projectOption, viewOf } from '../open-project'
import { printJson, say, tell } from '../tell'

export const statsCommand: Command = {
  name: 'stats',
  usage: '--project DIR [--json]',
  about: 'Counts what is in a project.',
  more: 'That is its articles and their words, tags, links, actors and positions, and the tags by annotator and label.',
  options: [projectOption, { name: 'json', value: null, about: 'print a JSON object' }],
  operands: { name: 'Nothing', least: 0, most: 0 },
  async run(given, io) {
    const store = await openProject(given.one('project')!, io)
    if (!store.ok) return tell(io, store.error)
    const set = await store.value.gatherSet({ articles: null, annotators: null })
    if (!set.ok) return tell(io, set.error)
    const view = viewOf(store.value)
    const stats = statsOf(view, set.value)
    if (given.has('json')) printJson(io, stats)
    else io.stdout.write(tableOf(stats))
    if (view.troubles.length === 0) return 0
    say(io, 'What the files named above hold is not counted, since they could not be read.')
    return 1
  },
}

function tableOf({ project, annotators, ...counts }: Stats): string {
  const totals = Object.entries(counts).map(([name, count]) => [name, String(count)])
  const people = Object.entries(annotators).map(([id, { name, tags, articles, labels }]) => [
    `${oneLine(name)} (${id})`,
    String(tags),
    String(articles),
    Object.entries(labels)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([label, count]) => `${label} ${count}`)
      .join(', '),
  ])
  const table =
    people.length > 0 ? ['', ...columns([['annotator', 'tags', 'articles', 'labels'], ...people])] : []
  return `${[oneLine(project.name), '', ...columns(totals), ...table].join('\n')}\n`
}

/** Left-aligned columns, numbers right-aligned. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? []
  const isCount = (i: number) => rows.slice(1).every((row) => /^\d+$/.test(row[i] ?? ''))
  return rows.map((row) =>
    row
      .map((cell, i) => (isCount(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}
