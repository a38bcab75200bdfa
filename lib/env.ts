import { z } from "zod";

/** Known to everyone, so it protects nothing: good for a demo on this very machine and for nothing else. */
export const DEMO_SECRET = "firsthand-demo-secret-known-to-everyone";

const text = z.string().trim().min(1);
const postgresUrl = text.refine(
  (value) => URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol),
  {
    error: "must look like postgresql://user:password@host:5432/database",
  },
);
const webOrigin = text
  .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), {
    error: "must be an address such as https://desk.example.com",
  })
  .transform((value) => new URL(value))
  .refine((url) => url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "", {
    error: "must be an origin only, without a path: https://desk.example.com",
  })
  .transform((url) => url.origin);
const address = /^[^\s<>@,;:"()\\]+@[^\s<>@,;:"()\\]+$/;
const sender = text.refine((value) => address.test(/^[^<>\r\n]*<([^<>]+)>$/.exec(value)?.[1] ?? value), {
  error: "must be an address, alone or with a name: Firsthand <desk@example.com>",
});
/** A host's name, an address, or a network whose mask fits its address: 999.1.1.1 and 10.0.0.0/40 are nothing at all. */
const hostOrNetwork = z
  .string()
  .trim()
  .transform((part) => part.replace(/^\[(.*)\]/, "$1"))
  .pipe(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6(), z.string().regex(/^(?![\d.]+$)[\w.-]+$/)]));
const wholeNumber = (low: number, high: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,6}$/, `must be a whole number from ${low} to ${high}`)
    .transform(Number)
    .refine((value) => value >= low && value <= high, `must be a whole number from ${low} to ${high}`);

const keys = z.object({
  /** The database to use instead of the embedded one in DATA_DIR. Its role may migrate, unless DATABASE_OWNER_URL is set too. */
  DATABASE_URL: postgresUrl.optional(),
  /** The role that migrates and owns everything. When set, DATABASE_URL is the app's own, minimal role. */
  DATABASE_OWNER_URL: postgresUrl.optional(),
  /** What task code connects as. `npm start` works it out and hands it to the server. */
  APP_DATABASE_URL: postgresUrl.optional(),
  /** What signing in connects as: users, sessions, no tasks. `npm start` works it out and hands it to the server. */
  AUTH_DATABASE_URL: postgresUrl.optional(),
  /** Signs cookies, derives the passwords of the database roles and seals the secrets that desks keep. Made in DATA_DIR when the embedded database is used. */
  FIRSTHAND_SECRET: text.default(DEMO_SECRET),
  /** The public origin. Mailed links are built from it alone; https switches on `__Host-` cookies and HSTS. */
  FIRSTHAND_URL: webOrigin.optional(),
  /** The port to serve on. */
  PORT: wholeNumber(1, 65535).default(3000),
  /** The address to listen on: 127.0.0.1 is this machine only, 0.0.0.0 is everyone who can reach it. */
  HOST: text.default("127.0.0.1"),
  /** 1 makes the demo workspace and its one-click sign-in; 0 starts empty with the first-run page. */
  DEMO: z
    .enum(["0", "1"], { error: "must be 1 (demo workspace) or 0 (start empty)" })
    .default("1")
    .transform((value) => value === "1"),
  /** Sends mail through this server. Without it mail lands in the local mailbox page. */
  SMTP_URL: text
    .refine((value) => URL.canParse(value) && /^smtps?:\/\/./.test(new URL(value).href), {
      error: "must look like smtps://user:password@mail.example.com:465",
    })
    .optional(),
  /** The sender of every mail. */
  MAIL_FROM: sender.default("Firsthand <firsthand@localhost>"),
  /** Signing in with Google, together with GOOGLE_CLIENT_SECRET. */
  GOOGLE_CLIENT_ID: text.optional(),
  /** The other half of GOOGLE_CLIENT_ID. */
  GOOGLE_CLIENT_SECRET: text.optional(),
  /** Signing in with Microsoft, together with MICROSOFT_CLIENT_SECRET. */
  MICROSOFT_CLIENT_ID: text.optional(),
  /** The other half of MICROSOFT_CLIENT_ID. */
  MICROSOFT_CLIENT_SECRET: text.optional(),
  /** Whose Microsoft accounts may sign in: a tenant's id, or "common" for all. */
  MICROSOFT_TENANT: text
    .regex(/^[\w.-]+$/, 'must be a tenant\'s id or domain, or "common"')
    .default("common"),
  /** Signing in with any OpenID Connect provider: its issuer, together with OIDC_CLIENT_ID and OIDC_CLIENT_SECRET. */
  OIDC_ISSUER: text
    .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), {
      error: "must be the provider's issuer address, such as https://id.example.com",
    })
    .optional(),
  /** The client id at the OpenID Connect provider. */
  OIDC_CLIENT_ID: text.optional(),
  /** The client secret at the OpenID Connect provider. */
  OIDC_CLIENT_SECRET: text.optional(),
  /** What the OpenID Connect button says. */
  OIDC_NAME: text.default("Single sign-on"),
  /** Where the embedded database with its own postgres.log and the generated secret live; the server logs to its output. */
  DATA_DIR: text.default(".data"),
  /** How much the server writes down: error, warn, info or debug. Never the words of a message. */
  LOG_LEVEL: z
    .enum(["error", "warn", "info", "debug"], { error: "must be error, warn, info or debug" })
    .default("info"),
  /** How many proxies of yours stand in front; only that many entries of X-Forwarded-For are believed. */
  TRUST_PROXY: wholeNumber(0, 9).default(0),
  /** Hosts and networks of your own that address books and calendars are read from, mail is sent through and webhooks lead to, although they are private or without https. */
  ALLOW_PRIVATE_ADDRESSES: text
    .refine((value) => value.split(",").every((part) => hostOrNetwork.safeParse(part).success), {
      error: "must be hosts, addresses or networks with commas between: nas.example.lan, 192.168.1.0/24",
    })
    .optional(),
});

const TOGETHER = [
  ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
  ["MICROSOFT_CLIENT_ID", "MICROSOFT_CLIENT_SECRET"],
  ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
] as const;

type Keys = z.infer<typeof keys>;
export type Env = Omit<Keys, "FIRSTHAND_URL"> & { FIRSTHAND_URL: string };

/** The names of every key, for `.env.example`, the README table and the test that keeps the three in step. */
export const envKeys: readonly string[] = Object.keys(keys.shape);

/**
 * Reads the environment. An empty value counts as not set.
 * Throws one `Error` whose message has one plain sentence per wrong key.
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(
    envKeys.flatMap((key) => (source[key]?.trim() ? [[key, source[key]] as const] : [])),
  );
  const parsed = keys.safeParse(given);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`);
  for (const group of TOGETHER) {
    const missing = group.filter((key) => given[key] === undefined);
    if (missing.length > 0 && missing.length < group.length)
      problems.push(
        `${missing.join(" and ")} must be set as well, because ${group.find((key) => given[key])} is.`,
      );
  }
  if (given.DATABASE_OWNER_URL && !given.DATABASE_URL)
    problems.push("DATABASE_URL must be set as well, because DATABASE_OWNER_URL is.");
  if (problems.length > 0 || !parsed.success)
    throw new Error(
      ["The settings cannot be used:", ...problems.map((problem) => `  ${problem}`)].join("\n"),
    );
  const { FIRSTHAND_URL = `http://localhost:${parsed.data.PORT}`, ...rest } = parsed.data;
  return { ...rest, FIRSTHAND_URL };
}

/** The settings of this process, parsed once. The only reader of `process.env`. */
export const env: Env = readEnv(process.env);

// next-auth builds every address from this variable and, without it, from headers that the caller wrote.
process.env.NEXTAUTH_URL = env.FIRSTHAND_URL;

const ownName = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/;

/** Whether a host is one of the names by which a machine calls itself, and no other machine calls it. */
export function isOwnName(host: string): boolean {
  return ownName.test(host);
}

type Place = Pick<Env, "HOST" | "FIRSTHAND_URL">;

/** Whether nobody but this machine can reach the address (and so a demo may use the well-known secret). */
export function isLoopback({ HOST, FIRSTHAND_URL }: Place): boolean {
  return isOwnName(HOST) && isOwnName(new URL(FIRSTHAND_URL).hostname);
}

/** Whether other machines would be shown pages of which no button does anything: every form is held to the one origin. */
export function isShownInVain({ HOST, FIRSTHAND_URL }: Place): boolean {
  return !isOwnName(HOST) && isOwnName(new URL(FIRSTHAND_URL).hostname);
}

/** Where task code (`app`) or signing in (`auth`) connects to. Throws when the server was not started by `npm start`. */
export function databaseUrl(role: "app" | "auth"): string {
  const url = role === "app" ? env.APP_DATABASE_URL : env.AUTH_DATABASE_URL;
  if (url) return url;
  throw new Error(`No database for "${role}": start the server with npm start, which prepares one.`);
}
