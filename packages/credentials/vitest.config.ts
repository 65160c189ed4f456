import { nodeProject } from '@partner-upgrades/tools/vitest'

// The sign-in server warns that it is not configured for production.
export default nodeProject({ onConsoleLog: (text) => !text.startsWith('oidc-provider') })
