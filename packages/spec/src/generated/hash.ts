// Generated from the OpenAPI description. Do not edit: change the YAML and run `npm run generate`.

/** SHA-256 of the bundled document, in hex. */
export const contractHash: string = '4760b2cdb24914a0f6330565f076aba4e62b8ae9aba3400e6f191fa4f80467a7'
