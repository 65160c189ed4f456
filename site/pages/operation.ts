import type { Contract, FaultDefinition } from '@partner-upgrades/spec'
import type { ApiDocument } from '../contract/document.ts'
import type { OperationPlace } from '../contract/operations.ts'
import { proseOf } from '../contract/prose.ts'
import { exampleValues } from '../samples/request.ts'
import { sampleLanguages } from '../samples/samples.ts'
import { evidenceLine } from './evidence.ts'
import { join } from './markdown.ts'
import { answers, parameters, requestBody } from './messages.ts'
import { linkTo, type Page } from './page.ts'

/** The sources of operation and fault pages. */
export interface Sources {
  readonly document: ApiDocument
  readonly contract: Contract
}

/** The path of an operation's page. */
export const operationPath = (id: string): string => `operations/${id}`

/** Creates the page of one operation. */
export function operationPage(sources: Sources, place: OperationPlace): Page {
  const { id, method, path, group, operation } = place
  const title = operation.summary ?? id
  const docs = operation.externalDocs
  const sections = [
    `# ${title}`,
    `\`${method} ${path}\``,
    proseOf(operation.description),
    evidenceLine(operation['x-evidence']),
    docs === undefined ? '' : `[${docs.description ?? 'More information'}](${docs.url})`,
    '## Try it',
    'The simulated service runs in this page. Nothing leaves your browser.',
    `\`\`\`playground\noperation ${id}\n\`\`\``,
    samples(sources, id),
    parameters(sources.document, place),
    requestBody(sources.document, place),
    answers(sources.document, place),
    faultTable(sources.contract, place),
  ]
  return { path: operationPath(id), title, summary: `${method} ${path}`, group, markdown: join(sections) }
}

function samples({ contract }: Sources, id: string): string {
  const operation = contract.operations[id]
  const [baseUrl = ''] = contract.servers
  if (operation === undefined) return ''
  const values = exampleValues(operation)
  return join([
    '## Samples',
    'The token comes from the environment variable `PARTNER_CENTER_TOKEN`.',
    ...sampleLanguages.map(({ name, id: language, checked, write }) =>
      join([`### ${name}`, `\`\`\`${language}\n${write({ operation, values, baseUrl })}\`\`\``, checked]),
    ),
  ])
}

function faultTable({ faults }: Contract, { id }: OperationPlace): string {
  const known = Object.values(faults).flatMap((fault) => {
    const evidence = fault.operations[id]
    return evidence === undefined
      ? []
      : [`| ${link(fault, id)} | ${fault.status} | ${fault.text} | ${evidenceLine(evidence)} |`]
  })
  if (known.length === 0) return ''
  return join([
    '## Faults',
    'Expect codes that are not listed, too.',
    [
      '| code | HTTP | text | evidence that this operation may return this fault code |',
      '|---|---|---|---|',
      ...known,
    ].join('\n'),
  ])
}

function link({ code, name }: FaultDefinition, id: string): string {
  return `[${code} ${name}](${linkTo(operationPath(id), `faults/${code}`)})`
}
