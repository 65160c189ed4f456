// A program that puts the mocks behind msw.
import { createPartnerCenterMock, toHandlers } from '@partner-upgrades/mocks'
import { usePartnerCenter } from '@partner-upgrades/mocks/testing'
import { setupServer } from 'msw/node'

const partnerCenter = createPartnerCenterMock()
const server = setupServer(...partnerCenter.handlers)
server.listen()
partnerCenter.clock.advance('10m')
server.close()

const hooks = { beforeAll() {}, afterAll() {}, beforeEach() {}, afterEach() {} }
usePartnerCenter(hooks, { server: (inTests) => setupServer(...toHandlers(inTests)) })

// @ts-expect-error handlers are made from mocks
toHandlers('mock')
