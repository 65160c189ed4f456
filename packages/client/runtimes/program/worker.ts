// Starts the program in workerd, which cannot read its own version, so it is passed in.
import { runChecks, toText } from './program.ts'

interface Bindings {
  readonly baseUrl: string
  readonly version: string
}

const worker = {
  async test(_: unknown, { baseUrl, version }: Bindings): Promise<void> {
    console.log(toText(`workerd ${version}`, await runChecks(baseUrl)))
  },
}

// biome-ignore lint/style/noDefaultExport: workerd calls the default export of a module
export default worker
