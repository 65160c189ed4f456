import { matchPathSegment, type PathSegment, parsePathSegment } from '@partner-upgrades/spec'

/** A path template such as `/things/{id}`, taken apart. */
export interface PathTemplate {
  /** One for each part between slashes: its parameters, and the texts around them. */
  readonly segments: readonly { readonly names: readonly string[]; readonly literals: PathSegment }[]
}

/** Takes a path template apart. */
export function parseTemplate(template: string): PathTemplate {
  const segments = segmentsOf(template).map((segment) => ({
    names: [...segment.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name),
    literals: parsePathSegment(segment),
  }))
  return { segments }
}

/** The path parameters, if what begins at `start` fits a template to its end. */
export function parametersIn(
  { segments: template }: PathTemplate,
  path: readonly string[],
  start: number,
): Readonly<Record<string, string>> | undefined {
  if (template.length !== path.length - start) return undefined
  const parameters: [string, string][] = []
  for (const [index, { names, literals }] of template.entries()) {
    const values = matchPathSegment(path[start + index] ?? '', literals)
    if (values === undefined) return undefined
    for (const [at, name] of names.entries()) parameters.push([name, values[at] ?? ''])
  }
  return Object.fromEntries(parameters)
}

/** Whether a path lies below a template that has no parameters: `/v1/things/1/new` below `/v1/things`. */
export function isBelow({ segments: template }: PathTemplate, path: readonly string[], start: number): boolean {
  return (
    template.length > 0 &&
    template.every(({ names, literals }, index) => {
      const segment = path[start + index]
      return names.length === 0 && segment !== undefined && matchPathSegment(segment, literals) !== undefined
    })
  )
}

/** Whether two segments differ in nothing but case. */
export function isSame(a: string, b: string | undefined): boolean {
  return a.toLowerCase() === b?.toLowerCase()
}

/** The segments of a path, decoded, without the slashes at its ends. */
export function segmentsOf(path: string): readonly string[] {
  const segments = path.replace(/^\//, '').replace(/\/$/, '').split('/')
  return segments.length === 1 && segments[0] === '' ? [] : segments.map(decode)
}

/** A broken escape stays as it is: it is for the parameter's own check to refuse. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
