// A worker that never exits and sends nothing.
setInterval(() => {}, 1_000)
