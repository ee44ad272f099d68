// Loaded into the main process before the app: says on stdout when its first page has painted what is waited for.
const { app } = require('electron')

const watch = `new Promise((resolve) => {
  const ready = () => ${process.env.PARLEY_BENCH_READY}
  const frames = () => requestAnimationFrame(() =>
    requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())))
  if (ready()) return frames()
  const observer = new MutationObserver(() => {
    if (!ready()) return
    observer.disconnect()
    frames()
  })
  observer.observe(document, { subtree: true, childList: true })
})`

app.on('web-contents-created', (_event, contents) => {
  contents.on('did-navigate', async () => {
    // The frame's own method: that of the contents waits until the page has been loaded.
    process.stdout.write(`painted ${String(await contents.mainFrame.executeJavaScript(watch))}\n`)
  })
})
