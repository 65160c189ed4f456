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

/** Why a YAML text is not used. */
export interface YamlFault {
  /** Where in the text. */
  readonly offset: number
  readonly message: string
}

/** Keys that are one in JSON: `200` and `'200'`. */
export function isSameKey(a: ParsedNode, b: ParsedNode): boolean {
  return a === b || (isScalar(a) && isScalar(b) && String(a.value) === String(b.value))
}

/** What is wrong with a YAML text, in its order: what does not parse, and what parses and means something else elsewhere. */
export function yamlFaults(document: Document, text: string): readonly YamlFault[] {
  const faults = [...document.errors, ...document.warnings].map(({ code, message, pos: [offset] }): YamlFault => {
    return { offset, message: messageOf(code, message, text, offset) }
  })
  return [...faults, ...(faults.length > 0 ? [] : aliasFaults(document))].sort((a, b) => a.offset - b.offset)
}

function messageOf(code: string, message: string, text: string, offset: number): string {
  if (code === 'DUPLICATE_KEY') return `\`${keyAt(text, offset)}\` stands twice in the same mapping; keep one`
  if (code === 'MULTIPLE_DOCS') return 'begins another YAML document; a description is one, remove the rest'
  return `does not parse: ${message}; correct the YAML`
}

function keyAt(text: string, offset: number): string {
  const [line = ''] = text.slice(offset, offset + 200).split('\n')
  const quote = line.startsWith("'") || line.startsWith('"') ? line.charAt(0) : undefined
  return quote === undefined ? (line.split(':')[0] ?? '').trim() : (line.split(quote)[1] ?? '')
}

/** More values than the largest descriptions have. */
const mostValues = 5_000_000

/** Aliases without an anchor, or within it, or that multiply beyond measure; and merge keys, which only YAML 1.1 has. */
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
        fault(key, '`<<` is a merge key, which YAML 1.2 and so OpenAPI do not have; write out what it brings')
      }
    },
    Alias: (_, alias, path) => {
      const { source } = alias
      const anchor = anchors.get(source)
      if (anchor === undefined) {
        fault(alias, `does not parse: Nothing before the alias *${source} has the anchor &${source}; correct the YAML`)
      } else if (path.includes(anchor)) {
        fault(alias, `*${source} stands within what its anchor &${source} marks, which would never end; write it out`)
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
    if (largest) fault(largest, `has aliases that make more than ${mostValues} values of this document; write fewer`)
  }
  return faults

  /** How many values a node makes, those of its aliases included. Anchors come before their aliases. */
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
