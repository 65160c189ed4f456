// node --import with-msw2.ts http-middleware.ts PORT
import { createServer } from '@mswjs/http-middleware'
import { sourceHandlers } from '../source-handlers.ts'

createServer(...(await sourceHandlers([{ url: '/' }]))).listen(Number(process.argv[2]), '127.0.0.1')
