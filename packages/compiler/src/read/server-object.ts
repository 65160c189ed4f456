import { isObject, type JsonObject, listAt, objectAt, textAt } from '../grammar/json.ts'
import type { Reader } from './reader.ts'

/** Server URLs with their variables filled in. */
export function readServers(owner: JsonObject, reader: Reader): readonly string[] {
  return listAt(owner, 'servers').map((server) => (isObject(server) ? readServer(server, reader) : ''))
}

function readServer(server: JsonObject, reader: Reader): string {
  const variables = objectAt(server, 'variables')
  return (textAt(server, 'url') ?? '').replaceAll(/\{([^{}]*)\}/g, (_, name: string) => {
    const variable = objectAt(variables, name)
    const value = variable.default
    if (value === undefined) {
      reader.complain(server, 'url', `server variable \`${name}\` has no default; define it under \`variables\``)
    } else if (Array.isArray(variable.enum) && !variable.enum.includes(value)) {
      reader.complain(variable, 'default', `is not among the values of \`${name}\`; add it to \`enum\` or change it`)
    }
    return String(value ?? '')
  })
}
