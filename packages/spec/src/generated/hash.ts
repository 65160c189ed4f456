// Generated from the OpenAPI description. Do not edit: change the YAML and run `npm run generate`.

/** SHA-256 of the bundled document, in hex. */
export const contractHash: string = '8cd1c2eca6b4da5a582bd9e5c210b4e70436d35abca0c756734cf2fa517ea491'
