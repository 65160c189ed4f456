import { existsSync, readFileSync } from 'node:fs'
import { Yaml } from '@stoplight/spectral-parsers'
import { describe, expect, it } from 'vitest'
import { isObject } from './support/json.js'

const { data } = Yaml.parse(readFileSync(new URL('../.spectral.yaml', import.meta.url), 'utf8'))
const rules = isObject(data) && isObject(data.rules) ? Object.entries(data.rules) : []
const own = rules.filter(([, rule]) => isObject(rule)).map(([name]) => name)

describe.each(own)('%s', (name) => {
  const file = new URL(`${name}.test.ts`, import.meta.url)
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''

  it('has its tests in a file of its name', () => expect(text).toContain(`const rule = '${name}'\n`))
  it('has a test that passes', () => expect(text).toContain('accepts(rule, bookshop)'))
  it('has a test that fails', () => expect(text).toMatch(/\brejects\(\s*rule,/))
})
