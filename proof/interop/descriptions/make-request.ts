import { sample } from 'openapi-sampler'
import { type Described, type Description, type Fields, fieldsOf, type Part } from './description.ts'
import type { Judge } from './validity.ts'

/** Creates a request that the description allows, with every parameter and the body. */
export async function makeRequest(operation: Described, description: Description, judge: Judge): Promise<Request> {
  const values = { path: new Map<string, string[]>(), query: new URLSearchParams(), header: new Headers() }
  for (const parameter of operation.parameters) {
    const { name, in: place, required } = parameter.fields
    const value = await chooseValue(parameter, description, judge)
    if (value === undefined) {
      if (required === true) throw new Error(`there is no valid value for the parameter ${name}`)
      continue
    }
    const texts = (Array.isArray(value) ? value : [value]).map(String)
    if (place === 'path') values.path.set(String(name), texts)
    if (place === 'header') values.header.set(String(name), texts.join(','))
    if (place === 'query' && parameter.fields.explode === false) values.query.set(String(name), texts.join(','))
    else if (place === 'query') for (const text of texts) values.query.append(String(name), text)
  }
  const path = operation.path.replaceAll(/\{([^{}]*)\}/g, (_, name: string) =>
    (values.path.get(name) ?? []).map(encodeURIComponent).join(','),
  )
  for (const scheme of operation.schemes) addCredentials(scheme.fields, values)
  const body = await bodyOf(operation, description, judge)
  if (body) values.header.set('Content-Type', body.mediaType)
  const query = values.query.size > 0 ? `?${values.query}` : ''
  return new Request(operation.server + path + query, {
    method: operation.method,
    headers: values.header,
    body: body?.text ?? null,
  })
}

function addCredentials(
  { type, scheme, name, in: place }: Fields,
  { query, header }: { query: URLSearchParams; header: Headers },
): void {
  if (type !== 'apiKey') header.set('Authorization', `${scheme === 'basic' ? 'Basic' : 'Bearer'} dG9rZW46dG9rZW4=`)
  else if (place === 'query') query.set(String(name), 'key')
  else if (place === 'cookie') header.append('Cookie', `${name}=key`)
  else header.set(String(name), 'key')
}

async function bodyOf(
  { requestBody }: Described,
  description: Description,
  judge: Judge,
): Promise<{ mediaType: string; text: string } | undefined> {
  const [mediaType] = Object.keys(fieldsOf(requestBody.fields.content))
  if (mediaType === undefined) return undefined
  const value = await chooseValue(description.below(requestBody, 'content', mediaType), description, judge)
  if (value === undefined && requestBody.fields.required !== true) return undefined
  if (value === undefined) throw new Error('there is no valid body')
  return { mediaType, text: mediaType.includes('json') ? JSON.stringify(value) : String(value) }
}

/** Returns the first valid candidate: an example, the example or default of the schema, or a value from openapi-sampler. */
async function chooseValue(owner: Part, description: Description, judge: Judge): Promise<unknown> {
  for (const candidate of candidates(owner, description)) {
    // A path cannot hold an empty value.
    if (candidate === undefined || candidate === '') continue
    if (owner.fields.schema === undefined) return candidate
    if ((await judge(`${owner.pointer}/schema`, candidate)) === undefined) return candidate
  }
  return undefined
}

function* candidates(owner: Part, description: Description): Generator<unknown> {
  yield owner.fields.example
  for (const name of Object.keys(fieldsOf(owner.fields.examples))) {
    yield description.below(owner, 'examples', name).fields.value
  }
  const { fields } = description.below(owner, 'schema')
  yield fields.example
  yield fields.default
  const options = { quiet: true, enablePatterns: true, skipReadOnly: true }
  for (const skipNonRequired of [false, true]) {
    yield sample(withTexts(fields), { ...options, skipNonRequired }, description.document)
  }
}

function withTexts(schema: Fields): Fields {
  return JSON.parse(JSON.stringify(schema), (_, value: unknown) => {
    const example = textFor(String(fieldsOf(value).pattern))
    return example === undefined ? value : { ...fieldsOf(value), example }
  })
}

/** Returns a text for a pattern that openapi-sampler cannot satisfy. */
function textFor(pattern: string): string | undefined {
  if (pattern.startsWith('^ssh-(rsa|')) return 'ssh-rsa AAAA'
  return pattern === '^\\d+\\.\\d+\\.\\d+$' ? '1.0.0' : undefined
}
