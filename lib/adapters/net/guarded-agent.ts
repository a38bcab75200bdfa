import { lookup as resolveName } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { Agent, buildConnector } from "undici";
import { type Allowed, mayReach, plainHost } from "@/lib/adapters/net/allowed-addresses";
import { NetProblem } from "@/lib/adapters/net/net-problem";

const CONNECT_MILLISECONDS = 10_000;

/**
 * Connections that are opened only to addresses which may be reached. The address that is checked is the one that is
 * connected to (no second look-up in between), and what the open socket says is checked again.
 */
export function guardedAgent(allowed: Allowed): Agent {
  const connect = buildConnector({
    timeout: CONNECT_MILLISECONDS,
    lookup: guardedLookup(allowed),
  } as buildConnector.BuildOptions);
  return new Agent({
    connect: (options, callback) => {
      const host = plainHost(options.hostname);
      // An address that is written out is connected to without any look-up.
      if (isIP(host) && !mayReach(host, host, allowed)) return callback(refusal(host), null);
      connect(options, (...[error, socket]) => {
        if (error !== null) return callback(error, null);
        if (mayReach(host, socket.remoteAddress ?? "", allowed)) return callback(null, socket);
        socket.destroy();
        callback(refusal(host), null);
      });
    },
    keepAliveTimeout: 10_000,
    connections: 4,
  });
}

/** The look-up that gives only addresses which may be reached, so that the one that was checked is the one that is connected to. */
export function guardedLookup(allowed: Allowed): LookupFunction {
  return (host, options, done) => {
    resolveName(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, "", 0);
      const good = found.filter(({ address }) => mayReach(host, address, allowed));
      const [first] = good;
      if (first === undefined) return done(refusal(host), "", 0);
      if (options.all) done(null, good);
      else done(null, first.address, first.family);
    });
  };
}

function refusal(host: string): NetProblem {
  return new NetProblem("private-address", host);
}
