import { expect, test } from 'vitest'
import { loadFile } from '../../test/fixture.ts'
import type { JsonObject } from '../grammar/json.ts'
import { readVersion } from './openapi-version.ts'
import { pathOf } from './source-file.ts'

function read(document: JsonObject): readonly (string | undefined)[] {
  const file = loadFile('openapi.yaml', '{}')
  const said: string[] = []
  const version = readVersion(file, document, {
    add: (location, message) =>
      said.push(`${location.file === file ? '' : 'elsewhere: '}${pathOf(location).join('/')} ${message}`),
    throwIfAny: () => undefined,
  })
  return [version, ...said]
}

const unknown = 'openapi is not OpenAPI 3.0 or 3.1; state the version in `openapi`, such as `openapi: 3.1.1`'
const other = (version: string): string => `openapi is OpenAPI ${version}, which is not supported; use 3.0 or 3.1`

// OpenAPI 3.1.1, section 4.1: major, minor and patch; the patch does not matter.
test.each<[JsonObject, string | undefined, readonly string[]]>([
  [{ openapi: '3.0.0' }, '3.0', []],
  [{ openapi: '3.0.4' }, '3.0', []],
  [{ openapi: '3.1.1' }, '3.1', []],
  [{ openapi: '3.1.10-rc1' }, '3.1', []],
  [{ openapi: '3.2.0' }, undefined, [other('3.2.0')]],
  [{ openapi: '13.1.0' }, undefined, [other('13.1.0')]],
  [{ openapi: '10.20.30' }, undefined, [other('10.20.30')]],
  [{ openapi: '3.1' }, undefined, [unknown]],
  [{ openapi: '3.1.x' }, undefined, [unknown]],
  [{ openapi: 'v3.1.1' }, undefined, [unknown]],
  [{ openapi: '3a1b1' }, undefined, [unknown]],
  [{ openapi: 3.1 }, undefined, [unknown]],
  [{}, undefined, [unknown]],
  [{ swagger: '2.0' }, undefined, ['swagger is Swagger 2.0, which is not supported; convert it to OpenAPI 3.0 or 3.1']],
])('%j has version %s and the problems %j', (document, version, said) => {
  expect(read(document)).toEqual([version, ...said])
})
