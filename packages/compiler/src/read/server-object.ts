import { isArray, isObject, type Json, type JsonObject, listAt, objectAt, textOrEmptyAt } from '../grammar/json.ts'
import type { Reader } from './reader.ts'

/**
 * Reads server URLs, either absolute or as paths with a leading slash: one for each combination of the values of their variables,
 * the defaults first. The location of the document itself is unknown, so a relative URL becomes a path on any host, and one without
 * a scheme becomes both http and https.
 */
export function readServers(owner: JsonObject, reader: Reader): readonly string[] {
  const urls = listAt(owner, 'servers').flatMap((server) => (isObject(server) ? readServer(server, reader) : []))
  return [...new Set(urls)]
}

function readServer(server: JsonObject, reader: Reader): readonly string[] {
  const template = textOrEmptyAt(server, 'url')
  const variables = objectAt(server, 'variables')
  let urls: readonly string[] = ['']
  for (const [index, part] of template.split(/\{([^{}]*)\}/).entries()) {
    const values = index % 2 === 0 ? [part] : valuesOf(part, variables, server, reader)
    urls = urls.flatMap((url) => values.map((value) => url + value))
    if (urls.length > most) {
      reader.complain(server, 'variables', `make more than ${most} URLs; shorten their \`enum\`, or leave it out`)
      return []
    }
  }
  return urls.flatMap((url) => {
    const resolved = resolveUrl(url)
    if (resolved.length === 0) reader.complain(server, 'url', `\`${url}\` is not a URL; correct it or its variables`)
    else if (/[?#]/.test(url))
      reader.complain(server, 'url', 'has a query or fragment, which no path can follow; remove it')
    return resolved
  })
}

const most = 1_000

/** Returns the values of a server variable, its default first. */
function valuesOf(name: string, variables: JsonObject, server: JsonObject, reader: Reader): readonly string[] {
  const variable = objectAt(variables, name)
  const { default: standard, enum: values } = variable
  if (standard === undefined) {
    reader.complain(server, 'url', `server variable \`${name}\` has no default; define it under \`variables\``)
    return ['']
  }
  if (!isArray(values)) return [String(standard)]
  if (!values.includes(standard)) {
    reader.complain(variable, 'default', `is not among the values of \`${name}\`; add it to \`enum\` or change it`)
  }
  return [standard, ...values.filter((value: Json) => value !== standard)].map(String)
}

/** Resolves a URL reference (RFC 3986, section 4.2): with a scheme, starting with a double slash, a slash or a name, or empty. */
function resolveUrl(url: string): readonly string[] {
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return URL.canParse(url) ? [url] : []
  if (url.startsWith('//')) return URL.canParse(`https:${url}`) ? [`https:${url}`, `http:${url}`] : []
  return [new URL(url, 'http://any.invalid/').pathname]
}
