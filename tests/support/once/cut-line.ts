import { type AddressInfo, connect, createServer } from "node:net";

/**
 * A line to a PostgreSQL that can break: after `breakAt`, the next question with that word in it is carried there, and done, and its
 * answer is lost with the line. A pool names what it asks again: this one hears what is asked in full, as on new lines.
 */
export async function makeCutLine(url: string) {
  let word: string | null = null;
  const there = new URL(url);
  const server = createServer((near) => {
    const far = connect(Number(there.port), there.hostname);
    let isLost = false;
    near.on("data", (chunk) => {
      if (word !== null && chunk.includes(word)) {
        word = null;
        isLost = true;
      }
      far.write(chunk);
    });
    far.on("data", (chunk) => {
      if (!isLost) return near.write(chunk);
      near.destroy();
      far.destroy();
    });
    for (const end of [near, far])
      end.on("error", () => undefined).on("close", () => [near, far].map((one) => one.destroy()));
  });
  await new Promise<void>((open) => server.listen(0, "127.0.0.1", open));
  const here = new URL(url);
  here.hostname = "127.0.0.1";
  here.port = String((server.address() as AddressInfo).port);
  return {
    url: here.href,
    breakAt: (asked: string) => {
      word = asked;
    },
    stop: () => new Promise((closed) => server.close(closed)),
  };
}
