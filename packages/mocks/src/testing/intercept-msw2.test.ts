import { setupServer } from 'msw2/node'
import { describeInterception } from '../../test/msw-interception.ts'

describeInterception('msw 2', setupServer)
