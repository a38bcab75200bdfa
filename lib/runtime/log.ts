import { env } from "@/lib/env";

const levels = ["error", "warn", "info", "debug"] as const;
type Level = (typeof levels)[number];

/** Plain values only. Never a message body, a mail address or a secret: the log is read by people who may see none of them. */
export type LogFields = Record<string, string | number | boolean | null | undefined>;

function write(level: Level, what: string, fields: LogFields): void {
  if (levels.indexOf(level) > levels.indexOf(env.LOG_LEVEL)) return;
  const line = JSON.stringify({ time: new Date().toISOString(), level, what, ...fields });
  (level === "error" || level === "warn" ? process.stderr : process.stdout).write(`${line}\n`);
}

/** One JSON line per event: `what` is a fixed phrase, the rest are fields. */
export const log = {
  error: (what: string, fields: LogFields = {}) => write("error", what, fields),
  warn: (what: string, fields: LogFields = {}) => write("warn", what, fields),
  info: (what: string, fields: LogFields = {}) => write("info", what, fields),
  debug: (what: string, fields: LogFields = {}) => write("debug", what, fields),
};

/** A guard of the database that fired: a bug of ours, wherever in a long message it stands. Names of constraints hold no words of anybody. */
const guardName = /fence: [a-z ,-]{1,120}|constraint:? [`"']?\w{1,80}|row-level security policy/;

/** What an error may say in the log: its name, code and message, cut to one line, and the database's guard if one fired. */
export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: String(error).slice(0, 300) };
  const answer = answerOfDatabase(error);
  const code = answer?.code ?? ("code" in error ? String(error.code) : undefined);
  return {
    error: error.name,
    code,
    message: firstLine(answer ? answer.says : error.message),
    guard: guardName.exec(error.message)?.[0],
  };
}

/** The SQLSTATE and the sentence of PostgreSQL, without values; the detail, which is made of them, is left out. Null for other errors. */
function answerOfDatabase(error: object): { code: string | undefined; says: string } | null {
  const { code, severity, message, meta } = error as Record<string, unknown> & { meta?: PrismaMeta };
  if (typeof severity === "string") return { code: `${code}`, says: withoutValues(`${code}`, `${message}`) };
  const cause = meta?.driverAdapterError?.cause;
  if (!cause) return null;
  const { originalCode, originalMessage, kind = "" } = cause;
  return { code: originalCode, says: withoutValues(originalCode ?? "", originalMessage ?? kind) };
}

/** What Prisma hides below "Invalid `prisma.$queryRaw()` invocation:". */
type PrismaMeta = {
  driverAdapterError?: { cause?: { originalCode?: string; originalMessage?: string; kind?: string } };
};

/** Names stand in quotes where a constraint, a right or a column is meant (classes 23 and 42); anywhere else, and in what cannot be parsed, somebody's words do. */
function withoutValues(code: string, message: string): string {
  return /^(23|42(?!601))/.test(code) ? message : message.replace(/"[\s\S]*"/, '"…"');
}

function firstLine(message: string): string | undefined {
  return message
    .split("\n")
    .find((line) => line.trim() !== "")
    ?.slice(0, 300);
}
