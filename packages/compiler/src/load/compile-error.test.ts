import { expect, test } from 'vitest'
import { CompileError, type CompileProblem, formatProblem } from './compile-error.ts'

const problem = (message: string, more: Partial<CompileProblem> = {}): CompileProblem => {
  return { file: 'a.yaml', line: 3, column: 5, pointer: '/paths', message, ...more }
}

test('A problem is formatted with its location, and its pointer if it has one', () => {
  expect(formatProblem(problem('is wrong'))).toBe('a.yaml:3:5 is wrong (at /paths)')
  expect(formatProblem(problem('is wrong', { pointer: '' }))).toBe('a.yaml:3:5 is wrong')
})

test('An error has the location of its first problem, and lists them all', () => {
  const first = problem('is wrong')
  const second = problem('is bad', { line: 4 })
  const error = new CompileError(first, [second])
  expect(error).toMatchObject({ name: 'CompileError', file: 'a.yaml', line: 3, column: 5, pointer: '/paths' })
  expect(error.problems).toEqual([first, second])
  expect(error.message).toBe('a.yaml:3:5 is wrong (at /paths)\na.yaml:4:5 is bad (at /paths)')
})

test('An error with one problem shows its location, even if it belongs to an operation', () => {
  const { message, problems } = new CompileError(problem('is wrong', { operations: ['a'] }))
  expect(message.split('\n')[0]).toBe('a.yaml:3:5 is wrong (at /paths)')
  expect(problems).toHaveLength(1)
})

const advice = 'If the description is not yours to correct, compile it'

test.each<[string, readonly CompileProblem[], boolean, readonly string[]]>([
  ['no operation', [problem('x')], false, ['a.yaml:3:5 x (at /paths)']],
  [
    'operations, naming each once',
    [problem('x', { operations: ['a', 'b.c-d_1'] }), problem('y', { operations: ['a', 'GET /a'] })],
    false,
    [
      'a.yaml:3:5 x (at /paths)',
      'a.yaml:3:5 y (at /paths)',
      `${advice} --without a --without b.c-d_1 --without 'GET /a'`,
    ],
  ],
  [
    'names that a shell would split or expand',
    [problem('x', { operations: ['a b', '$a', 'a;b'] })],
    false,
    ['a.yaml:3:5 x (at /paths)', `${advice} --without 'a b' --without '$a' --without 'a;b'`],
  ],
  [
    'operations and something else',
    [problem('x', { operations: ['a'] }), problem('y')],
    false,
    ['a.yaml:3:5 x (at /paths)', 'a.yaml:3:5 y (at /paths)'],
  ],
  [
    'operations, summarized',
    [
      problem('x', { operations: ['a', 'b'] }),
      problem('y', { operations: ['a'] }),
      problem('z', { operations: ['a'] }),
    ],
    true,
    ['a: a.yaml:3:5 x (at /paths), and 2 more', 'b: a.yaml:3:5 x (at /paths)', `${advice} --without a --without b`],
  ],
  [
    'operations and something else, summarized',
    [problem('x', { operations: ['a'] }), problem('y')],
    true,
    ['a.yaml:3:5 y (at /paths)', 'a: a.yaml:3:5 x (at /paths)'],
  ],
])('The message about %s', (_, [first, ...others], summary, lines) => {
  if (first === undefined) throw new Error('there is no problem')
  expect(new CompileError(first, others, summary).message.split('\n')).toEqual(lines)
})
