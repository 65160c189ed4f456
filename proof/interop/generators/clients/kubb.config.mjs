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
    // Axios is what it takes by default: its fetch has no header parameters that are true or false. Its own validation reads faults as if they
    // were successes, so the schema is picked by the status.
    pluginClient({ client: 'axios', parser: 'client', dataReturnType: 'full' }),
  ],
})
