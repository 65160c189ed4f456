import { decodePathText, matchPathSegment, type PathSegment, parsePathSegment } from '@partner-upgrades/spec'

/** What a router found: what was registered, and the path parameters. */
export interface Match<T> {
  /** What was registered for the path. */
  readonly value: T
  /** Path parameters by name, percent-encoded as they were sent: a list has to be split before it is decoded. */
  readonly parameters: Readonly<Record<string, string>>
}

/** Finds what is registered for a path. */
export type Router<T> = (path: string) => Match<T> | undefined

interface Node<T> {
  readonly literals: Map<string, Node<T>>
  /** Segments that mix text and parameters, such as `{base}...{head}`, by their template. */
  readonly mixed: Map<string, { readonly literals: PathSegment; readonly node: Node<T> }>
  parameter?: Node<T>
  /** What is registered for the path up to here, without and with a slash at its end. */
  ends: { readonly plain?: End<T>; readonly slashed?: End<T> }
}

interface End<T> {
  readonly value: T
  readonly names: readonly string[]
}

/**
 * A router over path templates: any case, percent-encoded or not, and with or without a trailing slash unless there is a template for
 * each. Where several templates fit, text beats a parameter, segment by segment.
 */
export function createRouter<T>(templates: Iterable<readonly [template: string, value: T]>): Router<T> {
  const root = createNode<T>()
  for (const [template, value] of templates) insert(root, template, value)
  return (path) => {
    const values: string[] = []
    const node = find(root, segmentsOf(path), 0, values)
    const end =
      node && (hasSlash(path) ? (node.ends.slashed ?? node.ends.plain) : (node.ends.plain ?? node.ends.slashed))
    if (end === undefined) return undefined
    const parameters: Record<string, string> = Object.create(null)
    for (const [index, name] of end.names.entries()) parameters[name] = values[index] ?? ''
    return { value: end.value, parameters }
  }
}

function createNode<T>(): Node<T> {
  return { literals: new Map(), mixed: new Map(), ends: {} }
}

function insert<T>(root: Node<T>, template: string, value: T): void {
  const names: string[] = []
  let node = root
  for (const { text: segment } of segmentsOf(template)) {
    const found = [...segment.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '')
    names.push(...found)
    if (found.length === 0) node = childOf(node.literals, segment.toLowerCase())
    else if (found.length === 1 && segment === `{${found[0]}}`) node = node.parameter ??= createNode()
    else node = mixedChildOf(node, segment)
  }
  node.ends = { ...node.ends, [hasSlash(template) ? 'slashed' : 'plain']: { value, names } }
}

function childOf<T>(children: Map<string, Node<T>>, key: string): Node<T> {
  let child = children.get(key)
  if (child === undefined) {
    child = createNode()
    children.set(key, child)
  }
  return child
}

function mixedChildOf<T>(node: Node<T>, segment: string): Node<T> {
  const shape = segment.replaceAll(/\{[^{}]*\}/g, '{}').toLowerCase()
  let child = node.mixed.get(shape)
  if (child === undefined) {
    child = { literals: parsePathSegment(segment), node: createNode() }
    node.mixed.set(shape, child)
  }
  return child.node
}

function find<T>(node: Node<T>, segments: readonly Segment[], index: number, values: string[]): Node<T> | undefined {
  const segment = segments[index]
  if (segment === undefined) return node.ends.plain || node.ends.slashed ? node : undefined
  const literal = node.literals.get(segment.text.toLowerCase())
  const exact = literal && find(literal, segments, index + 1, values)
  if (exact !== undefined || segment.text === '') return exact
  const taken = values.length
  for (const { literals, node: child } of node.mixed.values()) {
    const found = matchSegment(segment, literals)
    if (found === undefined) continue
    values.push(...found)
    const end = find(child, segments, index + 1, values)
    if (end !== undefined) return end
    values.length = taken
  }
  if (node.parameter === undefined) return undefined
  values.push(segment.sent)
  const end = find(node.parameter, segments, index + 1, values)
  if (end === undefined) values.length = taken
  return end
}

/** What the text between parameters looks like within a parameter is encoded there; the text itself may be encoded, too. */
function matchSegment({ sent, text }: Segment, literals: PathSegment): readonly string[] | undefined {
  return matchPathSegment(sent, literals) ?? matchPathSegment(text, literals)?.map(encodeURIComponent)
}

interface Segment {
  readonly sent: string
  /** Percent-decoded. */
  readonly text: string
}

function segmentsOf(path: string): readonly Segment[] {
  const segments = path.split('/')
  if (segments[0] === '') segments.shift()
  if (segments.at(-1) === '') segments.pop()
  return segments.map((sent) => ({ sent, text: decodePathText(sent) }))
}

function hasSlash(path: string): boolean {
  return path.length > 1 && path.endsWith('/')
}
