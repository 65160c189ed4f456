import { defineConfig } from '@kubb/core'
import { pluginClient } from '@kubb/plugin-client'
import { pluginOas } from '@kubb/plugin-oas'
import { pluginTs } from '@kubb/plugin-ts'
import { pluginZod } from '@kubb/plugin-zod'

export default defineConfig({
  root: '.',
  input: { path: './openapi.json' },
  output: { path: './generated/kubb', format: false, lint: false },
  plugins: [
    pluginOas({ generators: [] }),
    pluginTs(),
    pluginZod(),
    // Axios is the default: the fetch client does not support boolean header parameters. The built-in validation parses faults as if they
    // were successes, so the program picks the schema by the status.
    pluginClient({ client: 'axios', parser: 'client', dataReturnType: 'full' }),
  ],
})
