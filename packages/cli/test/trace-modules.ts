// Preloaded into the program: records each module that it loads.
import { appendFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

registerHooks({
  load(url, context, next) {
    appendFileSync(process.env.MODULES_FILE ?? '', `${url}\n`)
    return next(url, context)
  },
})
