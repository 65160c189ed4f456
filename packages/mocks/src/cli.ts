#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8'
import { messageOf } from './cli/message-of.ts'
import { run } from './cli/run.ts'

// Requests leave only short-lived garbage. Without this, V8's young generation grows by 50 MB or more, and requests are no faster.
setFlagsFromString('--semi-space-growth-factor=1')

try {
  const server = await run(process.argv.slice(2), { print: console.log, complain: console.error })
  // A deliberately delayed response would keep the process alive until it is due.
  const stop = (): void => void server?.close().then(() => process.exit())
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
} catch (error) {
  console.error(messageOf(error))
  process.exitCode = 1
}
