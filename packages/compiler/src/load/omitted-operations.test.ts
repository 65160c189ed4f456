import { expect, test } from 'vitest'
import { loadFile } from '../../test/fixture.ts'
import { createOmission } from './omitted-operations.ts'
import { createReport } from './source-file.ts'

const pathItem = { summary: 'A', get: { operationId: 'a' }, put: { operationId: 'b' }, post: 'none', parameters: [] }

test('Operations of a path are left out once they have been selected', () => {
  const { leavesOut, pathItem: without, leftOut } = createOmission(['a', 'PUT /b'])
  expect(without(pathItem, '/a')).toEqual(pathItem)
  expect([leavesOut('a', '/a', 'get'), leavesOut('b', '/a', 'put'), leavesOut('PUT /b', '/b', 'put')]).toEqual([
    ...[true, false, true],
  ])
  const { get: _, ...rest } = pathItem
  expect(without(pathItem, '/a')).toEqual(rest)
  const { put: __, ...others } = pathItem
  expect(without(pathItem, '/b')).toEqual(others)
  expect(without(pathItem, '/c')).toEqual(pathItem)
  expect([...leftOut]).toEqual(['a', 'PUT /b'])
})

test('Operations of a callback are left out by their IDs alone', () => {
  const { pathItem: without, leftOut } = createOmission(['b', 'c'])
  const { put: _, ...rest } = pathItem
  expect(without(pathItem, undefined)).toEqual(rest)
  expect(without({ get: {} }, undefined)).toEqual({ get: {} })
  expect([...leftOut]).toEqual(['b'])
})

test('Names that match no operation are reported', () => {
  const omission = createOmission(['a', 'b', 'c'])
  omission.leavesOut('b', '/b', 'get')
  const report = createReport()
  omission.reportUnknown({ file: loadFile('a.yaml', '{}') }, report)
  const advice = 'use the operationId of one, or METHOD /path of one that has none'
  expect(report.throwIfAny).toThrow(
    expect.objectContaining({
      problems: ['a', 'c'].map((name) =>
        expect.objectContaining({ pointer: '', message: `has no operation \`${name}\` to leave out; ${advice}` }),
      ),
    }),
  )
})
