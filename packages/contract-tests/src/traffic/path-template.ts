import { decodePathText, matchPathSegment, type PathSegment, parsePathSegment } from '@partner-upgrades/spec'

/** A parsed path template, such as that of `/things/{id}`. */
export interface PathTemplate {
  /** One for each part between slashes: its parameters, and the texts around them. */
  readonly segments: readonly { readonly names: readonly string[]; readonly literals: PathSegment }[]
}

/** Parses a path template. */
export function parseTemplate(template: string): PathTemplate {
  const segments = segmentsOf(template).map(({ text: segment }) => ({
    names: [...segment.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name),
    literals: parsePathSegment(segment),
  }))
  return { segments }
}

/** Returns the path parameters, percent-encoded as they were sent, if the path from `start` on matches the whole template. */
export function parametersIn(
  { segments: template }: PathTemplate,
  path: readonly Segment[],
  start: number,
): Readonly<Record<string, string>> | undefined {
  if (template.length !== path.length - start) return undefined
  const parameters: [string, string][] = []
  for (const [index, { names, literals }] of template.entries()) {
    const { sent, text } = path[start + index] ?? nothing
    const values = matchPathSegment(sent, literals) ?? matchPathSegment(text, literals)?.map(encodeURIComponent)
    if (values === undefined) return undefined
    for (const [at, name] of names.entries()) parameters.push([name, values[at] ?? ''])
  }
  return Object.fromEntries(parameters)
}

/** Whether a path lies below a template that has no parameters: `/v1/things/1/new` below `/v1/things`. */
export function isBelow({ segments: template }: PathTemplate, path: readonly Segment[], start: number): boolean {
  return (
    template.length > 0 &&
    template.every(({ names, literals }, index) => {
      const segment = path[start + index]
      return names.length === 0 && segment !== undefined && matchPathSegment(segment.text, literals) !== undefined
    })
  )
}

/** Whether two segments are the same, ignoring case. */
export function isSame(a: Segment, b: Segment | undefined): boolean {
  return a.text.toLowerCase() === b?.text.toLowerCase()
}

/** A part of a path between slashes. */
export interface Segment {
  /** Percent-encoded, as it was sent. */
  readonly sent: string
  /** Decoded; a broken escape stays unchanged. */
  readonly text: string
}

const nothing: Segment = { sent: '', text: '' }

/** Splits a path into its segments, without leading and trailing slashes. */
export function segmentsOf(path: string): readonly Segment[] {
  const segments = path.replace(/^\//, '').replace(/\/$/, '').split('/')
  if (segments.length === 1 && segments[0] === '') return []
  return segments.map((sent) => ({ sent, text: decodePathText(sent) }))
}
