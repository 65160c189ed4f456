import { setupServer } from 'msw/node'
import { describeInterception } from '../../test/msw-interception.ts'

describeInterception('msw 3', setupServer)
