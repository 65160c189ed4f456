import type { Contract, Fault, FaultDefinition } from '@partner-upgrades/spec'

/** What the service fills into a fault's text, by the names of its parameters, as the contract's example of the fault shows it. */
export function exampleValuesOf({ operations }: Contract, fault: FaultDefinition): Readonly<Record<string, string>> {
  const [first = '', ...rest] = fault.text.split(/\{\d+\}/)
  const gaps = [...fault.text.matchAll(/\{(\d+)\}/g)].map(([, index]) => fault.parameters[Number(index)] ?? '')
  const description = descriptionOf(operations, fault)
  if (!description?.startsWith(first)) return {}
  const values: Record<string, string> = {}
  let start = first.length
  for (const [index, part] of rest.entries()) {
    const end = part === '' ? description.length : description.indexOf(part, start)
    if (end < 0) return {}
    values[gaps[index] ?? ''] = description.slice(start, end)
    start = end + part.length
  }
  return values
}

/** The text in the example by the fault's name: the same in each operation. */
function descriptionOf(operations: Contract['operations'], { name, status }: FaultDefinition): string | undefined {
  for (const { responses } of Object.values(operations)) {
    for (const { examples } of Object.values(responses[status]?.content ?? {})) {
      const { description }: Partial<Fault> = Object(examples[name]?.value)
      if (typeof description === 'string') return description
    }
  }
  return undefined
}
