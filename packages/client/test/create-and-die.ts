import { writeFileSync } from 'node:fs'
import { createProductUpgradesClient } from '@partner-upgrades/client'
import { request } from './service.ts'

// Creates an upgrade as a careful program does: it stores the request ID first. It is killed before it gets a response.
const [baseUrl = '', file = ''] = process.argv.slice(2)
const requestId = crypto.randomUUID()
writeFileSync(file, requestId, { flush: true })
const upgrades = createProductUpgradesClient({ credential: 'token', baseUrl })
await upgrades.create(request, { requestId })
process.exit(3)
