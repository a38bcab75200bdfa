import type { Result } from "@/lib/domain/result";

/** What was granted; a refusal fails the test with its name. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
}
