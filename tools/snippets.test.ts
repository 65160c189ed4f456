import { expect, test } from 'vitest'
import { promisedOutput, snippetsOf } from './snippets.ts'

const page = ['# A page', '', '```ts', "console.log('a') // a", 'call()', '```', '', '```sh', 'npm ci', '```', ''].join(
  '\n',
)

test('each fenced block is found, with its language and line', () => {
  expect(snippetsOf(page)).toEqual([
    { language: 'ts', code: "console.log('a') // a\ncall()\n", line: 4 },
    { language: 'sh', code: 'npm ci\n', line: 9 },
  ])
})

test('a comment after console.log is the expected output of the snippet', () => {
  expect(promisedOutput("console.log('a') // a\ncall() // not printed\n")).toEqual(['a'])
})
