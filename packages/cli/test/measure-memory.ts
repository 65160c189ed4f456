// Preloaded into the program: records its peak memory, in megabytes.
import { writeFileSync } from 'node:fs'

process.on('exit', () => {
  writeFileSync(process.env.MEMORY_FILE ?? '', String(Math.round(process.resourceUsage().maxRSS / 1_024)))
})
