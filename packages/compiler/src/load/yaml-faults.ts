import {
  type Document,
  isAlias,
  isCollection,
  isNode,
  isPair,
  isScalar,
  type Node,
  type Pair,
  type ParsedNode,
  visit,
} from 'yaml'

/** A reason why a YAML text is rejected. */
export interface YamlFault {
  /** The offset in the text. */
  readonly offset: number
  readonly message: string
}

/** Whether two keys are the same in JSON, such as `200` and `'200'`. */
export function isSameKey(a: ParsedNode, b: ParsedNode): boolean {
  return a === b || (isScalar(a) && isScalar(b) && String(a.value) === String(b.value))
}

/** Finds the faults in a YAML text, in its order: syntax errors, and syntax that other parsers interpret differently. */
export function yamlFaults(document: Document, text: string): readonly YamlFault[] {
  const faults = [...document.errors, ...document.warnings].map(({ code, message, pos: [offset] }): YamlFault => {
    return { offset, message: messageOf(code, message, text, offset) }
  })
  return [...faults, ...(faults.length > 0 ? [] : aliasFaults(document))].sort((a, b) => a.offset - b.offset)
}

function messageOf(code: string, message: string, text: string, offset: number): string {
  if (code === 'DUPLICATE_KEY') return `\`${keyAt(text, offset)}\` appears twice in the same mapping; keep one`
  if (code === 'MULTIPLE_DOCS') return 'begins another YAML document; a description must be one, remove the rest'
  return `does not parse: ${message}; correct the YAML`
}

function keyAt(text: string, offset: number): string {
  const [line = ''] = text.slice(offset, offset + 200).split('\n')
  const quote = line.startsWith("'") || line.startsWith('"') ? line.charAt(0) : undefined
  return quote === undefined ? (line.split(':')[0] ?? '').trim() : (line.split(quote)[1] ?? '')
}

/** The maximum number of values, which exceeds that of the largest descriptions. */
const mostValues = 5_000_000

/** Finds aliases without an anchor or within it, aliases that expand too much, and merge keys, which only YAML 1.1 has. */
function aliasFaults(document: Document): readonly YamlFault[] {
  const anchors = new Map<string, Node>()
  const sizes = new Map<Node, number>()
  const faults: YamlFault[] = []
  const fault = (node: Node, message: string): void => {
    faults.push({ offset: node.range?.[0] ?? 0, message })
  }
  visit(document, {
    Pair: (_, { key }: Pair) => {
      if (isScalar(key) && key.value === '<<' && key.type === 'PLAIN') {
        fault(key, '`<<` is a merge key, which YAML 1.2 and thus OpenAPI do not have; write out what it merges')
      }
    },
    Alias: (_, alias, path) => {
      const { source } = alias
      const anchor = anchors.get(source)
      if (anchor === undefined) {
        fault(alias, `does not parse: Nothing before the alias *${source} has the anchor &${source}; correct the YAML`)
      } else if (path.includes(anchor)) {
        fault(alias, `*${source} is part of the node that &${source} anchors, which would never end; write it out`)
      }
    },
    Node: (_, node) => {
      if (node.anchor !== undefined) anchors.set(node.anchor, node)
    },
  })
  if (faults.length > 0 || anchors.size === 0) return faults
  const total = sizeOf(document.contents)
  if (total > mostValues) {
    const [largest] = [...anchors.values()].sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0))
    if (largest) fault(largest, `has aliases that expand to more than ${mostValues} values in this document; use fewer`)
  }
  return faults

  /** Counts the values of a node, including those of its aliases. Anchors come before their aliases. */
  function sizeOf(root: Node | null): number {
    const named = new Map<string, Node>()
    const measure = (value: unknown): number => {
      if (!isNode(value)) return 0
      const known = sizes.get(value)
      if (known !== undefined) return known
      let size = 1
      if (isCollection(value)) {
        for (const item of value.items) size += isPair(item) ? measure(item.key) + measure(item.value) : measure(item)
      } else if (isAlias(value)) size = sizes.get(named.get(value.source) ?? value) ?? 1
      if ('anchor' in value && value.anchor !== undefined) named.set(value.anchor, value)
      sizes.set(value, size)
      return size
    }
    return measure(root)
  }
}
