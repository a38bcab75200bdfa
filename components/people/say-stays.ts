/** What is said of tasks that were not one's own to take back; "" when there are none. `client`: "you", or the client's short name. */
export function sayStays(stays: number, client: string): string {
  if (stays === 0) return "";
  return stays === 1
    ? ` One task stays: only ${client} can take it back.`
    : ` ${stays} tasks stay: only ${client} can take them back.`;
}
