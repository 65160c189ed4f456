import { readFile } from 'node:fs/promises'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'

/** Lists the findings of `publint --strict` in a tarball, one line each; empty if there are none. */
export async function publintFindings(tarball: string): Promise<readonly string[]> {
  const bytes = await readFile(tarball)
  const packed = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  const { messages, pkg } = await publint({ pkgDir: 'package', strict: true, pack: { tarball: packed } })
  return messages.map((message) => formatMessage(message, pkg, { color: false }) ?? message.code)
}
