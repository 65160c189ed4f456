import { nodeProject } from '@partner-upgrades/tools/vitest'

export default nodeProject({ include: ['{interop,mutation,properties,random-order,robustness}/**/*.test.ts'] })
