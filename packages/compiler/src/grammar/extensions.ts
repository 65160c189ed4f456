import { list, map, type NodeType, type ObjectType, object, referenceable } from './node-type.ts'

const evidence = object('evidence', () => ({ level: 'text', source: 'text' }), ['level', 'source'])
const fault = referenceable(
  object(
    'fault',
    () => ({
      code: 'text',
      name: 'text',
      status: 'data',
      text: 'text',
      earlierTexts: list('text'),
      parameters: list('text'),
      operations: map(evidence),
      actor: 'text',
      remedy: 'text',
      retry: 'text',
    }),
    ['code', 'name', 'status', 'text', 'operations', 'actor', 'remedy', 'retry', 'x-evidence'],
  ),
)

/** A fault that an operation may return, though no source names it for any operation: `reason` says why. */
const plausibleFault = object('plausible fault', () => ({ status: 'data', text: 'text', reason: 'text' }), [
  'status',
  'text',
  'reason',
  'x-evidence',
])
const plausibleFaults = referenceable(object('plausible faults', () => ({ '*': plausibleFault })))

/** The extensions that the compiler reads; any other is kept unchanged. */
export const extensionTypes: Readonly<Record<string, NodeType>> = {
  'x-evidence': evidence,
  'x-faults': map(fault),
  'x-plausible-faults': plausibleFaults,
  'x-known-values': list(object('known value', () => ({ value: 'data', description: 'text' }), ['value'])),
}

const omitted = list(
  object('omitted header', () => ({ name: 'text', value: 'text', reason: 'text' }), ['name', 'value', 'reason']),
)
const printedBody = referenceable(
  object('printed body', () => ({
    summary: 'text',
    description: 'text',
    value: 'data',
    malformed: 'text',
    text: 'text',
  })),
)

/** A file of `exchanges/`: a request and its response, as printed in a source. */
export const exchangeObject: ObjectType = object(
  'exchange',
  () => ({
    operation: 'text',
    summary: 'text',
    request: object(
      'request',
      () => ({ method: 'text', url: 'text', malformed: 'text', headers: map('text'), omitted, body: printedBody }),
      ['method', 'url'],
    ),
    response: object('response', () => ({ status: 'data', headers: map('text'), omitted, body: printedBody }), [
      'status',
    ]),
  }),
  ['operation', 'summary', 'request', 'response', 'x-evidence'],
)
