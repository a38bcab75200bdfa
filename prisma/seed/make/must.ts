import type { Result } from "@/lib/domain/result";

/** The value of something that cannot be refused here. Throws the refusal's name when it is, so that a maker's mistake shows at once. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
}
