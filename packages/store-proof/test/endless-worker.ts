// A worker that never ends, and sends nothing.
setInterval(() => {}, 1_000)
