import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { readRefreshToken } from './refresh-token.ts'

function setUp(isTTY: boolean) {
  const controller = new AbortController()
  const [stdin, stderr] = [Object.assign(new PassThrough(), { isTTY }), new PassThrough()]
  const shown: string[] = []
  stderr.on('data', (chunk) => shown.push(String(chunk)))
  const host = {
    env: {},
    stdin,
    stdout: new PassThrough(),
    stderr,
    signal: controller.signal,
    interrupt: () => controller.abort(),
  }
  return { stdin, shown, controller, token: readRefreshToken(host) }
}

const tooLong = 'x'.repeat(100_001)

test('a token in several chunks is put together, without the white space around it', async () => {
  const { stdin, token } = setUp(false)
  stdin.write(' \n0.AX')
  stdin.end('cAbc\r\n')
  expect(await token).toBe('0.AXcAbc')
})

test('a token of 100,000 characters is read', async () => {
  const { stdin, token } = setUp(false)
  stdin.end(tooLong.slice(1))
  expect(await token).toBe(tooLong.slice(1))
})

test.for([
  ['too long', tooLong, 'The input is not one refresh token.'],
  ['two words', 'a b', 'The input is not one refresh token.'],
  ['empty', '', 'No refresh token was given.'],
  ['only white space', ' \n', 'No refresh token was given.'],
] as const)('an input that is %s is rejected, with the way to pass a token in', async ([, input, message]) => {
  const { stdin, token } = setUp(false)
  stdin.end(input)
  await expect(token).rejects.toMatchObject({
    message,
    exitCode: 2,
    advice: [
      'Pipe it in: partner-upgrades login --refresh-token-stdin < FILE',
      'It is one word of about 1,000 characters, without quotes.',
    ],
  })
})

test('an endless input is not read to its end', async () => {
  const { stdin, token } = setUp(false)
  stdin.write(tooLong)
  await expect(token).rejects.toThrow('The input is not one refresh token.')
  expect(stdin.destroyed).toBe(true)
})

test('a terminal is asked for the token, and shows the question only', async () => {
  const { stdin, shown, token } = setUp(true)
  stdin.write('0.AXcAbc\r')
  expect(await token).toBe('0.AXcAbc')
  expect(shown.join('')).toBe('Paste the refresh token, which is not shown, and press Enter:\n')
})

test('Ctrl-C at the question interrupts the program', async () => {
  const { stdin, controller, token } = setUp(true)
  stdin.write('0.AXc\u0003')
  await expect(token).rejects.toThrow('aborted')
  expect(controller.signal.aborted).toBe(true)
})

test('an interruption while the question is open ends it', async () => {
  const { controller, token } = setUp(true)
  controller.abort()
  await expect(token).rejects.toThrow('aborted')
})

test('a terminal that closes gives no token', async () => {
  const { stdin, token } = setUp(true)
  stdin.end()
  await expect(token).rejects.toThrow('No refresh token was given.')
})
