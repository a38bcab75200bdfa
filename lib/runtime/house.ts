import path from "node:path";
import { type Env, env } from "@/lib/env";
import { findSecret } from "./find-secret";
import { makeDatabase, openDatabase } from "./open-database";
import { findDebianBinaries, findEmbeddedBinaries } from "./postgres-binaries";
import { type Cluster, startCluster } from "./postgres-cluster";
import { refuseDatabase } from "./refuse-database";
import { refuseSecret } from "./refuse-secret";

// What the commands in scripts/ need of the house, in one bundle, so that they start without a compiler.
export { setupCode } from "@/lib/auth/setup-code";
export { envKeys, isLoopback, isShownInVain } from "@/lib/env";
export { readRunningInstance, takeInstanceLock } from "./instance-lock";
export { oneAtATime } from "./one-at-a-time";
export { sayLogReport, verifyLogs } from "./verify-log";
export { env, findDebianBinaries, findEmbeddedBinaries, makeDatabase, openDatabase, startCluster };

export type OpenHouse = Awaited<ReturnType<typeof openHouse>>;

/**
 * Everything `npm start` needs before the server: the secret, the database (embedded, or the operator's own), roles and
 * migrations. `env` of the result is what the server process must be given; it holds no owner's password.
 */
export async function openHouse(root: string, say: (sentence: string) => void, settings: Env = env) {
  const half = refuseDatabase(settings);
  if (half) throw new Error(half);
  const secret = await findSecret(settings);
  const refusal = refuseSecret({ ...settings, FIRSTHAND_SECRET: secret });
  if (refusal) throw new Error(refusal);
  const cluster = settings.DATABASE_URL ? null : await startOwnCluster(root, settings, say);
  try {
    const { hasDesks, ...urls } = await openDatabase({
      ...(cluster
        ? { ownerUrl: await makeDatabase(cluster.superuserUrl, "firsthand") }
        : outsideUrls(settings)),
      secret,
      migrations: path.join(root, "prisma", "migrations"),
      say,
    });
    const serverEnv = {
      FIRSTHAND_SECRET: secret,
      APP_DATABASE_URL: urls.appUrl,
      AUTH_DATABASE_URL: urls.authUrl,
    };
    return { urls, hasDesks, cluster, serverEnv, close: async () => cluster?.stop() };
  } catch (error) {
    await cluster?.stop();
    throw error;
  }
}

async function startOwnCluster(
  root: string,
  settings: Env,
  say: (sentence: string) => void,
): Promise<Cluster> {
  const binaries = await findEmbeddedBinaries(root);
  return startCluster({ directory: path.resolve(settings.DATA_DIR, "postgres"), binaries, say });
}

/** With DATABASE_OWNER_URL, DATABASE_URL is the server's own role; alone it is the owner, who makes the server's roles. */
function outsideUrls(settings: Env) {
  const given = settings.DATABASE_URL as string;
  const authUrl = settings.AUTH_DATABASE_URL;
  return settings.DATABASE_OWNER_URL
    ? { ownerUrl: settings.DATABASE_OWNER_URL, appUrl: given, authUrl }
    : { ownerUrl: given, appUrl: settings.APP_DATABASE_URL, authUrl };
}
