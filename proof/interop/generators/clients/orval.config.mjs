const input = './openapi.json'
const zod = { generateEachHttpStatus: true }

export default {
  client: { input, output: { target: './generated/orval/client.ts', client: 'fetch', baseUrl: process.env.BASE_URL } },
  zod: { input, output: { target: './generated/orval/zod.ts', client: 'zod', override: { zod } } },
}
