import { type JsonObject, objectAt } from '../grammar/json.ts'
import { methods } from '../grammar/openapi-object.ts'
import type { ReadOperation } from '../read/operation-object.ts'
import type { Reader } from '../read/reader.ts'

/** Reports paths that cannot be distinguished, and templates that do not match their parameters. */
export function checkPaths(operations: ReadonlyMap<string, ReadOperation>, reader: Reader): void {
  const paths = objectAt(reader.bundle.document, 'paths')
  const seen = new Map<string, string[]>()
  for (const path of Object.keys(paths)) {
    if (path.startsWith('x-')) continue
    const complain = (message: string): void => reader.complain(paths, path, message)
    if (!path.startsWith('/')) complain('does not start with a slash; add it')
    if (/[?#]/.test(path)) complain('contains a query or fragment; describe a query as parameters')
    const shape = path.toLowerCase().replaceAll(/\{[^{}]*\}/g, '{}')
    const twins = seen.get(shape) ?? []
    seen.set(shape, [...twins, path])
    const [twin] = twins
    if (twin === undefined) continue
    const what = `differs from ${twin} only in case or in the names of parameters`
    if (twins.some((other) => shareMethod(reader.follow(paths[path]), reader.follow(paths[other])))) {
      complain(`${what}; merge them`)
    } else reader.repairs.instead('distinguished', reader.bundle.origin(paths, path), what, 'merge them')
  }
  for (const { plan, source } of operations.values()) checkTemplate(plan, source, reader)
}

function shareMethod(one: JsonObject, other: JsonObject): boolean {
  return methods.some((method) => one[method] !== undefined && other[method] !== undefined)
}

function checkTemplate(plan: ReadOperation['plan'], source: ReadOperation['source'], reader: Reader): void {
  const inTemplate = [...plan.path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name)
  const described = plan.parameters.filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name)
  for (const name of described) {
    if (inTemplate.includes(name)) continue
    reader.complain(
      source,
      'parameters',
      `path parameter \`${name}\` is not in ${plan.path}; add {${name}} or remove it`,
    )
  }
  for (const [index, name] of inTemplate.entries()) {
    if (!described.includes(name)) {
      reader.complain(source, undefined, `{${name}} of ${plan.path} is not declared; add a path parameter \`${name}\``)
    }
    if (inTemplate.indexOf(name) !== index) {
      reader.complain(source, undefined, `{${name}} appears twice in ${plan.path}; give each parameter its own name`)
    }
  }
}
