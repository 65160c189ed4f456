import type { AnsweredProperty } from './answered-properties.ts'

/**
 * Groups the properties to rename into few rounds. No two in a round have a schema or a name in common, so that a finding about one cannot
 * be mistaken for a finding about another.
 */
export function roundsOf(all: readonly AnsweredProperty[]): readonly (readonly AnsweredProperty[])[] {
  const rounds: AnsweredProperty[][] = []
  for (const one of all) {
    const fits = (round: readonly AnsweredProperty[]) =>
      round.every(({ schema, property }) => schema !== one.schema && property !== one.property)
    const round = rounds.find(fits)
    if (round === undefined) rounds.push([one])
    else round.push(one)
  }
  return rounds
}

/** Renames a property in the generated types, as `npm run generate` does after it was renamed in the YAML. */
export function renameInTypes(types: string, { schema, property }: AnsweredProperty): string {
  return editSchema(types, schema, (body) =>
    renameKey(body, property, [`\n            ${property}:`, `\n            ${property}?:`]),
  )
}

function renameKey(text: string, property: string, keys: readonly string[]): string {
  const key = keys.find((each) => text.includes(each))
  if (key === undefined) throw new Error(`There is no property ${property}.`)
  return text.replace(key, key.replace(property, `${property}Renamed`))
}

/** Requires one more property in the generated types. */
export function requireInTypes(types: string, schema: string, property: string): string {
  return editSchema(types, schema, (body) => `\n            ${property}: string;${body}`)
}

function editSchema(types: string, schema: string, edit: (body: string) => string): string {
  const head = `\n        ${schema}: {`
  const start = types.indexOf(head) + head.length
  const end = types.indexOf('\n        };', start)
  if (start < head.length || end < 0) throw new Error(`The types have no schema ${schema}.`)
  return types.slice(0, start) + edit(types.slice(start, end)) + types.slice(end)
}

/** Renames a property in the YAML of its schema, and nowhere else. */
export function renameInYaml(yaml: string, property: string): string {
  const [head = '', tail = ''] = yaml.split(/^properties:$/m)
  const required = head.split('\n').map((line) => {
    return line.startsWith('required: ') ? line.replace(property, `${property}Renamed`) : line
  })
  return `${required.join('\n')}properties:${renameKey(tail, property, [`\n  ${property}:`])}`
}

/** Requires one more property in the YAML of a schema. */
export function requireInYaml(yaml: string, property: string): string {
  const required = /^required: \[/m.test(yaml)
    ? yaml.replace(/^required: \[/m, `required: [${property}, `)
    : yaml.replace(/^properties:\n/m, `required: [${property}]\nproperties:\n`)
  return required.replace(
    /^properties:\n/m,
    `properties:\n  ${property}:\n    type: string\n    description: Is there from now on.\n`,
  )
}
