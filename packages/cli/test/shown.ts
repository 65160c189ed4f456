import type { Report } from '../src/terminal/report.ts'

/** The lines of a report on a screen of the given width, without styles. */
export function shown({ screen, plain }: Pick<Report, 'plain' | 'screen'>, width = 80): readonly string[] {
  return screen?.((_, text) => text, width) ?? plain
}
