#!/usr/bin/env node
import { enableCompileCache } from 'node:module'

// Before anything else is loaded: the second start is then a matter of reading compiled code.
enableCompileCache()
const [{ hostOf }, { run }] = await Promise.all([import('./host.ts'), import('./run.ts')])
process.exitCode = await run(process.argv.slice(2), hostOf(process))
