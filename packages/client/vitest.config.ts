import { nodeProject, sourceCondition } from '@partner-upgrades/tools/vitest'
import type { ViteUserConfig } from 'vitest/config'

// Without vite's `module`: under it, @opentelemetry/api is a build that only bundlers can load.
const config: ViteUserConfig = { ...nodeProject(), ssr: { resolve: { conditions: [sourceCondition, 'node'] } } }

export default config
