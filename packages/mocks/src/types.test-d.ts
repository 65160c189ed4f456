// Checked by tsc: handlers are assignable to msw 2 and 3, with the declarations of both module systems.
import { createPartnerCenterMock, toHandlers } from './index.ts'

declare const asModule: typeof import('msw/node')
declare const asModule2: typeof import('msw2/node')
declare const asCommonJs: typeof import('msw/node', { with: { 'resolution-mode': 'require' }})
declare const asCommonJs2: typeof import('msw2/node', { with: { 'resolution-mode': 'require' }})

const mock = createPartnerCenterMock()
for (const { setupServer } of [asModule, asCommonJs]) setupServer(...mock.handlers, ...toHandlers(mock))
asModule2.setupServer(...mock.handlers)
asCommonJs2.setupServer(...mock.handlers, ...toHandlers(mock))
