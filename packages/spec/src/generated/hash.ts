// Generated from the OpenAPI description. Do not edit: change the YAML and run `npm run generate`.

/** SHA-256 of the bundled document, in hex. */
export const contractHash: string = 'ae0192382aea55c47f7f752a0ebc50465000f9692eaee93e8d6aafb174de5cfd'
