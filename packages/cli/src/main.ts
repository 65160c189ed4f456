#!/usr/bin/env node
import { enableCompileCache } from 'node:module'

// Before anything else is loaded: the second start is then a matter of reading compiled code.
enableCompileCache()
const { start } = await import('./start.ts')
await start()
