// Reads and writes a store once, and prints the errors as JSON.
import { createFileStore, credentialErrorOf } from '../src/index.ts'

const [file = ''] = process.argv.slice(2)
const store = createFileStore(file)
const tell = (error: unknown) => credentialErrorOf(error) ?? String(error)
const read = await store.get('a').then(() => undefined, tell)
const written = await store.compareAndSet('a', undefined, 'one').then(() => undefined, tell)
console.log(JSON.stringify({ read, written }))
