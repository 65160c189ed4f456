// Loaded before the program: writes down how much memory it took at most, in megabytes.
import { writeFileSync } from 'node:fs'

process.on('exit', () => {
  writeFileSync(process.env.MEMORY_FILE ?? '', String(Math.round(process.resourceUsage().maxRSS / 1_024)))
})
