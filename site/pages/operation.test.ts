import type { Contract, Operation } from '@partner-upgrades/spec'
import { contract } from '@partner-upgrades/spec/contract'
import { describe, expect, test } from 'vitest'
import { type ApiDocument, document } from '../contract/document.ts'
import { operationsOf } from '../contract/operations.ts'
import { operationPage } from './operation.ts'
import { plainMarkdown } from './page.ts'

const pages = operationsOf(document).map((place) => operationPage({ document, contract }, place))

describe('the page of an operation', () => {
  test.each(operationsOf(document).map(({ id }, index) => [id, index] as const))(
    '%s has everything in the contract: parameters, responses, examples, faults and samples',
    (id, index) => {
      const operation = contract.operations[id]
      const text = pages[index]?.markdown ?? ''
      for (const { name } of operation?.parameters ?? []) expect(text).toContain(`**\`${name}\`**`)
      for (const [status, { content }] of Object.entries(operation?.responses ?? {})) {
        expect(text).toContain(`\n### ${status}\n`)
        for (const { examples } of Object.values(content))
          for (const name of Object.keys(examples)) expect(text).toContain(`Example \`${name}\``)
      }
      for (const code of operation?.faults ?? []) expect(text).toContain(`(../faults/${code}.md)`)
      for (const language of ['curl', 'TypeScript', 'PowerShell', 'C#']) expect(text).toContain(`\n### ${language}\n`)
      expect(text).not.toMatch(/undefined|\[object/)
    },
  )

  test('states the evidence for each fact', () => {
    const text = pages.find(({ path }) => path.endsWith('getProductUpgradeStatus'))?.markdown
    expect(text).toContain('Evidence: **documented**, https://learn.microsoft.com')
    expect(text).toMatch(/- `Pending`: .* Evidence: \*\*inferred\*\*, The text of fault 900112/)
  })

  test('says which samples are not run', () => {
    for (const { markdown } of pages) {
      const samples = markdown.slice(markdown.indexOf('## Samples'), markdown.indexOf('## Parameters'))
      expect(samples.split('Not run:')).toHaveLength(3)
    }
  })

  test('has no playground in Markdown', () => {
    for (const page of pages) {
      expect(page.markdown).toContain('```playground')
      expect(plainMarkdown(page)).not.toContain('playground')
    }
  })
})

test('an operation added to the contract gets a page with samples and a playground, without any change here', () => {
  const pause = {
    operationId: 'pauseProductUpgrade',
    tags: ['Product upgrades'],
    summary: 'Pause a product upgrade',
    responses: { '204': { description: 'It is paused.' } },
  }
  const path = '/v1/productUpgrades/pause'
  const more: ApiDocument = { ...document, paths: { ...document.paths, [path]: { post: pause } } }
  const operation: Operation = {
    id: pause.operationId,
    method: 'POST',
    path,
    summary: pause.summary,
    parameters: [],
    responses: { '204': { description: 'It is paused.', headers: [], content: {} } },
    security: [],
    faults: [],
  }
  const all: Contract = { ...contract, operations: { ...contract.operations, [operation.id]: operation } }
  const place = operationsOf(more).find(({ id }) => id === pause.operationId)
  const page = place && operationPage({ document: more, contract: all }, place)
  expect(page).toMatchObject({ path: 'operations/pauseProductUpgrade', group: 'Product upgrades' })
  expect(page?.markdown).toContain('operation pauseProductUpgrade')
  expect(page?.markdown).toContain(`curl --request POST 'https://api.partnercenter.microsoft.com${path}'`)
  expect(page?.markdown).toContain('### 204\n\nIt is paused.')
})
