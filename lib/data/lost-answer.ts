/** PostgreSQL's own no (an SQLSTATE) or Prisma's; lines that break (classes 08 and 57 and P1) say nothing of what was asked. */
const said = /^(?!08|57|P1\d|E[A-Z]+$)[0-9A-Z]{5}$/;

/** Whether what was asked may have been done all the same: its answer did not come, or was none. */
export function isAnswerLost(error: unknown): boolean {
  const { code, cause, meta } = error as {
    code?: unknown;
    cause?: { originalCode?: unknown };
    meta?: { driverAdapterError?: { cause?: { originalCode?: unknown } } };
  };
  return !said.test(String(meta?.driverAdapterError?.cause?.originalCode ?? cause?.originalCode ?? code));
}
