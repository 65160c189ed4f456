// Generated from the OpenAPI description. Do not edit: change the YAML and run `npm run generate`.

/** SHA-256 of the bundled document, in hex. */
export const contractHash: string = 'fd69782bb621994e35b6ddbe2b0e902c922328bdb78635c4bb833152b978d88a'
