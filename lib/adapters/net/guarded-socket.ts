import { connect, isIP, type Socket } from "node:net";
import { type Allowed, mayReach, plainHost } from "@/lib/adapters/net/allowed-addresses";
import { guardedLookup } from "@/lib/adapters/net/guarded-agent";
import { NetProblem } from "@/lib/adapters/net/net-problem";

/**
 * Opens a plain connection to an address that may be reached, as guarded-agent.ts does for https: what is checked is what is
 * connected to. Gives up after `ms`, the look-up of the name included; throws {@link NetProblem} or what the socket says.
 */
export function openGuarded(host: string, port: number, allowed: Allowed, ms: number): Promise<Socket> {
  const plain = plainHost(host);
  return new Promise((resolve, reject) => {
    // An address that is written out is connected to without any look-up.
    if (isIP(plain) && !mayReach(plain, plain, allowed))
      return reject(new NetProblem("private-address", plain));
    const socket = connect({ host: plain, port, lookup: guardedLookup(allowed) });
    const timer = setTimeout(() => socket.destroy(new NetProblem("too-slow", plain)), ms);
    socket.once("close", () => clearTimeout(timer));
    socket.once("error", reject);
    socket.once("connect", () => {
      clearTimeout(timer);
      if (!mayReach(plain, socket.remoteAddress ?? "", allowed))
        return socket.destroy(new NetProblem("private-address", plain));
      socket.off("error", reject);
      resolve(socket);
    });
  });
}
