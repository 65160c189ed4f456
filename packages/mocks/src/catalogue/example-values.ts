import type { Contract, Fault, FaultDefinition } from '@partner-upgrades/spec'

/** Extracts the values of a fault's placeholders, by parameter name, from the contract's example of the fault. */
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

/** The description in the example with the fault's name, which is the same in every operation. */
function descriptionOf(operations: Contract['operations'], { name, status }: FaultDefinition): string | undefined {
  for (const { responses } of Object.values(operations)) {
    for (const { examples } of Object.values(responses[status]?.content ?? {})) {
      const { description }: Partial<Fault> = Object(examples[name]?.value)
      if (typeof description === 'string') return description
    }
  }
  return undefined
}
