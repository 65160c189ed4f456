import { nodeProject } from '@partner-upgrades/tools/vitest'

// The build for bundlers of pg-boss's telemetry, which Node cannot load by itself, is what the conditions of tests choose.
export default nodeProject({ server: { deps: { inline: ['pg-boss', '@opentelemetry/api'] } } })
