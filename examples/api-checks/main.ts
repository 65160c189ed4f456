import { startGateway } from './gateway.ts'

await startGateway('https://api.partnercenter.microsoft.com', 4011)
