// Loaded before a server whose packages know msw 2 only: whatever asks for `msw` gets 2.
import { registerHooks } from 'node:module'

registerHooks({ resolve: (specifier, context, next) => next(specifier.replace(/^msw(?=\/|$)/, 'msw2'), context) })
