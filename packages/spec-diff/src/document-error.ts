/** A document that cannot be read or compared. The message is one line that continues a sentence: "is neither YAML nor JSON: …". */
export class DocumentError extends Error {
  override readonly name: string = 'DocumentError'
}
