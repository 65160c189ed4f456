// Generated from the OpenAPI description. Do not edit: change the YAML and run `npm run generate`.

/** SHA-256 of the bundled document, in hex. */
export const contractHash: string = 'cdb6608d72f27bbba0cc5e41f96756be5127f92b57ed63561b166aed03ee6905'
