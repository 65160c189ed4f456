#!/usr/bin/env node
import { enableCompileCache } from 'node:module'

// Before anything else is loaded, so that later starts only read compiled code.
enableCompileCache()
const { start } = await import('./start.ts')
await start()
