import { contract } from '@partner-upgrades/spec/contract'
import { describe, expect, test } from 'vitest'
import { toCSharp } from './csharp.ts'
import { toCurl } from './curl.ts'
import { toPowerShell } from './powershell.ts'
import { exampleValues, type RequestValues, toRequest } from './request.ts'
import { toTypeScript } from './typescript.ts'

const baseUrl = 'https://api.example'
const operationOf = (id: string) => {
  const operation = contract.operations[id]
  if (operation === undefined) throw new TypeError(id)
  return operation
}
const situation = (id: string, values?: Partial<RequestValues>) => {
  const operation = operationOf(id)
  return { operation, baseUrl, values: { ...exampleValues(operation), ...values } }
}

describe('a request', () => {
  test('puts its parameters into the path, the query and the headers', () => {
    const parameters = { 'customer-tenant-id': 'a/b', agreementType: '*', 'MS-RequestId': 'id', 'X-Locale': '' }
    expect(toRequest(situation('listCustomerAgreements', { parameters }))).toEqual({
      method: 'GET',
      url: 'https://api.example/v1/customers/a%2Fb/agreements?agreementType=*',
      headers: [
        ['Accept', 'application/json'],
        ['MS-RequestId', 'id'],
      ],
      body: undefined,
    })
  })

  test('has an example for each operation that the contract accepts', () => {
    for (const operation of Object.values(contract.operations)) {
      const { parameters, body } = exampleValues(operation)
      for (const { name, required, validate, type } of operation.parameters) {
        const value = parameters[name]
        if (required) expect(value, `${operation.id} ${name}`).toBeDefined()
        if (value !== undefined && type === 'string') expect(validate(value), `${operation.id} ${name}`).toEqual([])
      }
      const json = operation.requestBody?.content['application/json']
      if (json !== undefined) expect(json.validate?.(JSON.parse(body ?? '')), operation.id).toEqual([])
    }
  })
})

describe('characters that are special in a language are quoted', () => {
  const body = `{"customerId":"it's \\"$HOME\\" ‘so’"}`
  const values = { parameters: {}, body }

  test('by curl', () => {
    expect(toCurl(situation('createProductUpgrade', values))).toContain(
      `--data-raw '{"customerId":"it'\\''s \\"$HOME\\" ‘so’"}'`,
    )
  })

  test('by PowerShell', () => {
    expect(toPowerShell(situation('createProductUpgrade', values))).toContain(
      `$body = '{"customerId":"it''s \\"$HOME\\" ‘‘so’’"}'`,
    )
  })

  test('by C#', () => {
    expect(toCSharp(situation('createProductUpgrade', values))).toContain(
      `new StringContent("{\\"customerId\\":\\"it's \\\\\\"$HOME\\\\\\" ‘so’\\"}"`,
    )
  })

  test('by TypeScript', () => {
    expect(toTypeScript(situation('createProductUpgrade', values))).toContain(`customerId: 'it\\'s "$HOME" ‘so’'`)
  })
})

describe('the sample in TypeScript', () => {
  test.each([
    ['checkProductUpgradeEligibility', 'upgrades.checkEligibility('],
    ['createProductUpgrade', 'upgrades.create('],
    ['getProductUpgradeStatus', 'upgrades.getStatus('],
    ['listCustomers', "upgrades.http.GET('/v1/customers',"],
  ])('of %s calls %s', (id, call) => {
    const body = '{"customerId":"1","productFamily":"Azure"}'
    expect(toTypeScript(situation(id, { body }))).toContain(call)
  })

  test('sends a body with more properties than a method takes through http', () => {
    const body = '{"customerId":"1","productFamily":"Azure","attributes":{"objectType":"ProductUpgradeRequest"}}'
    expect(toTypeScript(situation('createProductUpgrade', { body }))).toContain(
      "upgrades.http.POST('/v1/productUpgrades',",
    )
  })

  test('says so if the body is not JSON', () => {
    expect(toTypeScript(situation('createProductUpgrade', { body: '{' }))).toMatch(/^\/\/ .*not JSON\.\n$/)
  })
})
