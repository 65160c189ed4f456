/** One value of a metric, with its labels. */
export interface Sample {
  /** The labels that distinguish it from the metric's other samples, by name. @default none */
  readonly labels?: Readonly<Record<string, string>>
  /** The value. */
  readonly value: number
}

/** A metric with all its samples. */
export interface Metric {
  /** Its name: in lower case, with its unit; a counter's name ends in `_total`. */
  readonly name: string
  /** What it measures, in one line. */
  readonly help: string
  /** Whether it only ever grows (`counter`), or may fall (`gauge`). */
  readonly type: 'counter' | 'gauge'
  /** Its samples, each with different labels. */
  readonly samples: readonly Sample[]
}

/** The content type of {@link toPrometheusText}. */
export const prometheusContentType = 'text/plain; version=0.0.4; charset=utf-8'

/**
 * Writes metrics in the text format of Prometheus.
 *
 * @see https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export function toPrometheusText(metrics: readonly Metric[]): string {
  return metrics
    .flatMap(({ name, help, type, samples }) => [
      `# HELP ${name} ${escapeText(help)}`,
      `# TYPE ${name} ${type}`,
      ...samples.map(({ labels = {}, value }) => `${name}${toLabels(labels)} ${toNumber(value)}`),
    ])
    .map((line) => `${line}\n`)
    .join('')
}

function toLabels(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeText(value).replaceAll('"', '\\"')}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

function escapeText(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')
}

function toNumber(value: number): string {
  if (Number.isFinite(value)) return String(value)
  return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf'
}
