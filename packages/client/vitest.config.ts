import { nodeProject, sourceCondition } from '@partner-upgrades/tools/vitest'
import type { ViteUserConfig } from 'vitest/config'

// Without vite's `module` condition, which selects a build of @opentelemetry/api that only bundlers can load.
const config: ViteUserConfig = { ...nodeProject(), ssr: { resolve: { conditions: [sourceCondition, 'node'] } } }

export default config
