type Named = { clientName: string; name: string };

/** What a desk is called among somebody's desks: by its client, and by its own name where they have two of the same client. */
export function deskLabel(desk: Named, among: readonly Named[]): string {
  return isOneOfSeveral(desk, among) ? desk.name : desk.clientName;
}

/** Whether the client's name does not say which of these desks is meant. */
export function isOneOfSeveral({ clientName }: Named, among: readonly Named[]): boolean {
  return among.filter((one) => one.clientName === clientName).length > 1;
}
