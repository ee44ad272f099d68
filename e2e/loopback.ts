import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server on this computer that nothing should ever ask for anything. */
export class Loopback {
  readonly #server: Server
  /** Whoever came to the door, even without a word. */
  visits = 0

  private constructor(server: Server) {
    this.#server = server
    server.on('connection', () => this.visits++)
  }

  static async open(): Promise<Loopback> {
    const server = createServer((_, answer) =>
      answer.setHeader('connection', 'close').end('So you could get out.'),
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return new Loopback(server)
  }

  /** `localhost:41234`. */
  get host(): string {
    return `localhost:${(this.#server.address() as AddressInfo).port}`
  }

  /** Goes there ourselves, to see that visits are counted. Whoever set out before has been there by then. */
  async visit(): Promise<void> {
    const answer = await fetch(`http://127.0.0.1:${new URL(`http://${this.host}`).port}/`)
    await answer.text()
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}
