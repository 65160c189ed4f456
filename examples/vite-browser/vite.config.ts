import { defineConfig } from 'vite'

// msw's worker lies in a folder that is served in development only: no build gets it.
export default defineConfig(({ command }) => ({ publicDir: command === 'serve' ? 'mock' : 'public' }))
