// Generated from the OpenAPI description. Do not edit: change the YAML and run `npm run generate`.

/** SHA-256 of the bundled document, in hex. */
export const contractHash: string = '8c73946923225a884003c19cd10510639e4dbb15f1800b1fa7213032d34efc95'
