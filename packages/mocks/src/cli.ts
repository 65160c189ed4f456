#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8'
import { messageOf } from './cli/message-of.ts'
import { run } from './cli/run.ts'

// What a request leaves behind is collected early, in place of letting the space for it grow: half of the memory.
setFlagsFromString('--semi-space-growth-factor=1')

try {
  const server = await run(process.argv.slice(2), { print: console.log, complain: console.error })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server?.close())
} catch (error) {
  console.error(messageOf(error))
  process.exitCode = 1
}
