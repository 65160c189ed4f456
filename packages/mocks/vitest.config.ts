import { nodeProject } from '@partner-upgrades/tools/vitest'

// msw 2 and msw 3 both replace the globals of the process they run in.
export default nodeProject({ isolate: true })
