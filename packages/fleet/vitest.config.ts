import { nodeProject } from '@partner-upgrades/tools/vitest'

// Inlined, because the conditions of tests select the bundler build of pg-boss's telemetry, which Node cannot load by itself.
export default nodeProject({ server: { deps: { inline: ['pg-boss', '@opentelemetry/api'] } } })
