// Generated from the OpenAPI description. Do not edit: change the YAML and run `npm run generate`.

/** SHA-256 of the bundled document, in hex. */
export const contractHash: string = '955c20342edefa5a0a6ae56d77b085fde287837908306fbbc0ece7d64ab8410e'
