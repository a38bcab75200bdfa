import { Pool } from "pg";
import { describeError, log } from "@/lib/runtime/log";
import { makeLiveHandler } from "./handle-live";
import { listenForChanges } from "./listen";
import { findLiveAccess, findStillAllowed } from "./live-access";
import { makeLiveHub } from "./live-hub";

const RECHECK_MS = 30_000;
const HEARTBEAT_MS = 25_000;

/** The live updates of this process: the handler of their path, and how to end them. `appUrl` is the app's own role. */
export function startLive(appUrl: string) {
  const pool = new Pool({
    connectionString: appUrl,
    max: 4,
    query_timeout: 10_000,
    connectionTimeoutMillis: 5_000,
  });
  pool.on("error", (error) => log.warn("live updates: a connection was lost", describeError(error)));
  const hub = makeLiveHub((pairs) => findStillAllowed(pool, pairs));
  const stopping = new AbortController();
  const listening = listenForChanges({
    url: appUrl,
    signal: stopping.signal,
    hear: ({ workspaceId, seq, kind }) => {
      if (seq > 0) hub.changed(workspaceId, seq);
      if (kind === "access") void hub.accessChanged(workspaceId);
    },
    connected: (again) => {
      if (again) hub.letEveryoneReconnect();
    },
  });
  // Sessions also end without anybody saying so: by time, or by hand in the database.
  const recheck = setInterval(() => void hub.recheckEveryone(), RECHECK_MS).unref();
  const heartbeat = setInterval(() => hub.heartbeat(), HEARTBEAT_MS).unref();

  async function stop(): Promise<void> {
    clearInterval(recheck);
    clearInterval(heartbeat);
    stopping.abort();
    hub.letEveryoneReconnect();
    await listening;
    await pool.end();
  }

  return {
    handle: makeLiveHandler(hub, (token, slug) => findLiveAccess(pool, token, slug)),
    count: hub.count,
    stop,
  };
}
