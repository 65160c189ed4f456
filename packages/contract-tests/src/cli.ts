#!/usr/bin/env node
import { run } from './cli/run.ts'

process.exitCode = await run(process.argv.slice(2), { print: console.log, printError: console.error, env: process.env })
