import { Socket } from "node:net";

/**
 * Makes the lines of a pool: each is cut once nothing has been said on it for so long, so that nobody waits for ever for a PostgreSQL
 * that hangs. It has to be cut: let go of alone, it would come back to the pool with a transaction open that the next one commits.
 */
export function impatientLine(milliseconds: number): () => Socket {
  return () => {
    const line = new Socket();
    const cut = () => line.destroy(new Error(`PostgreSQL has said nothing for ${milliseconds / 1000} s.`));
    return line.setTimeout(milliseconds, cut);
  };
}

/** Waits no longer than that. What was asked goes on, until its line is cut. */
export async function within<T>(milliseconds: number, asked: PromiseLike<T>): Promise<T> {
  let late: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<never>((_, refuse) => {
    const error = new Error(`PostgreSQL has not answered for ${milliseconds / 1000} s.`);
    late = setTimeout(() => refuse(error), milliseconds);
  });
  return Promise.race([asked, over]).finally(() => clearTimeout(late));
}
