import { cpus } from 'node:os'
import type { Records } from './records.ts'
import type { Listed } from './sabotage.ts'

/** The minimum share of the catalogue that the fast tests have to notice. */
export const goal = 0.98

/** The results of the tried sabotages. */
export interface Score {
  readonly tried: number
  readonly noticed: number
  /** Missed sabotages for which the catalogue does not say that only a proof can notice them. */
  readonly unexplained: readonly Listed[]
  /** Sabotages that no suite noticed. */
  readonly missed: readonly Listed[]
}

/** Counts the results recorded for the catalogue. */
export function scoreOf(catalogue: readonly Listed[], records: Records): Score {
  const tried = catalogue.filter(({ sentence }) => records[sentence])
  const missed = tried.filter(({ sentence }) => records[sentence]?.by === undefined)
  const unexplained = missed.filter(({ onlyByProof }) => onlyByProof === undefined)
  return { tried: tried.length, noticed: tried.length - missed.length, unexplained, missed }
}

/** Formats the section of the results file: a row for each area, and the missed sabotages. */
export function toParagraphs(catalogue: readonly Listed[], records: Records, now = new Date()): readonly string[] {
  const areas = [...new Set(catalogue.map(({ area }) => area))]
  const rows = areas.map((area) =>
    toRow(
      area,
      catalogue.filter((each) => each.area === area),
      records,
    ),
  )
  const { tried, noticed, missed } = scoreOf(catalogue, records)
  const about = `${now.toISOString().slice(0, 10)}, Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}. Written by \`npm run sabotage\`.`
  return [
    about,
    `${noticed} of ${tried} were noticed by \`npm test\` (${share(noticed, tried)})${tried < catalogue.length ? `; ${catalogue.length - tried} were not tried` : ''}. Each is a mistake in one place, made in a copy of the workspace. The columns count which suite noticed it first: that of the broken package ("own suite") or another.`,
    [
      '| area | sabotages | own suite | another suite | nobody | share |',
      '| --- | --: | --: | --: | --: | --: |',
      ...rows,
      toRow('**all**', catalogue, records),
    ].join('\n'),
    ...(missed.length > 0 ? ['Not noticed by `npm test`:', missed.map(toLine).join('\n')] : []),
  ]
}

function toRow(name: string, entries: readonly Listed[], records: Records): string {
  const by = entries.flatMap(({ file, sentence }) => {
    const trial = records[sentence]
    return trial ? [{ suite: trial.by, isOwn: trial.by !== undefined && file.startsWith(`${trial.by}/`) }] : []
  })
  const own = by.filter(({ isOwn }) => isOwn).length
  const nobody = by.filter(({ suite }) => suite === undefined).length
  const cells = [entries.length, own, by.length - own - nobody, nobody, share(by.length - nobody, by.length)]
  return `| ${[name, ...cells].join(' | ')} |`
}

function toLine({ area, sentence, onlyByProof }: Listed): string {
  return `- ${area}: ${sentence}: ${onlyByProof ?? 'nobody notices'}`
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`
}
