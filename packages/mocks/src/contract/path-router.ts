import { decodePathText, matchPathSegment, type PathSegment, parsePathSegment } from '@partner-upgrades/spec'

/** The result of routing a path. */
export interface Match<T> {
  /** The value registered for the path. */
  readonly value: T
  /** Path parameters in the order of the path, percent-encoded as they were sent: a list has to be split before it is decoded. */
  readonly parameters: readonly string[]
}

/** Finds the value registered for a path. */
export type Router<T> = (path: string) => Match<T> | undefined

interface Node<T> {
  readonly literals: Map<string, Node<T>>
  /** Segments that mix text and parameters, such as `{base}...{head}`, by their template. */
  readonly mixed: Map<string, { readonly literals: PathSegment; readonly node: Node<T> }>
  parameter?: Node<T>
  /** The values registered for the path up to here, without and with a trailing slash. */
  ends: { readonly plain?: { readonly value: T }; readonly slashed?: { readonly value: T } }
}

/**
 * Creates a router over path templates. A path matches in any case, percent-encoded or not, and with or without a trailing slash unless
 * both have a template. If several templates match, literal text takes precedence over a parameter, segment by segment.
 */
export function createRouter<T>(templates: Iterable<readonly [template: string, value: T]>): Router<T> {
  const root = createNode<T>()
  for (const [template, value] of templates) insert(root, template, value)
  return (path) => {
    const parameters: string[] = []
    const node = find(root, segmentsOf(path), 0, parameters)
    const end =
      node && (hasSlash(path) ? (node.ends.slashed ?? node.ends.plain) : (node.ends.plain ?? node.ends.slashed))
    return end && { value: end.value, parameters }
  }
}

function createNode<T>(): Node<T> {
  return { literals: new Map(), mixed: new Map(), ends: {} }
}

function insert<T>(root: Node<T>, template: string, value: T): void {
  let node = root
  for (const { text: segment } of segmentsOf(template)) {
    const literals = parsePathSegment(segment)
    const shape = literals.join('{}')
    if (shape === '{}') node = node.parameter ??= createNode()
    else if (literals.length > 1) node = mixedChildOf(node.mixed, shape, literals)
    else node = childOf(node.literals, segment.toLowerCase())
  }
  node.ends = { ...node.ends, [hasSlash(template) ? 'slashed' : 'plain']: { value } }
}

function childOf<T>(children: Node<T>['literals'], text: string): Node<T> {
  const child = children.get(text) ?? createNode()
  children.set(text, child)
  return child
}

function mixedChildOf<T>(children: Node<T>['mixed'], shape: string, literals: PathSegment): Node<T> {
  const child = children.get(shape) ?? { literals, node: createNode() }
  children.set(shape, child)
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

/** Matches the segment as sent first, since a parameter may contain the separator in encoded form; the separator may be encoded, too. */
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
