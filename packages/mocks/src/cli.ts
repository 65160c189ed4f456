#!/usr/bin/env node
import { messageOf } from './cli/message-of.ts'
import { run } from './cli/run.ts'

try {
  const server = await run(process.argv.slice(2), { print: console.log, complain: console.error })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server?.close())
} catch (error) {
  console.error(messageOf(error))
  process.exitCode = 1
}
