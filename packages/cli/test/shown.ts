import type { Report } from '../src/terminal/report.ts'

/** What a report shows on a screen of so many columns, without styles. */
export function shown({ screen, plain }: Pick<Report, 'plain' | 'screen'>, width = 80): readonly string[] {
  return screen?.((_, text) => text, width) ?? plain
}
