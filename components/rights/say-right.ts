/** A right as whoever reads it says it: "put them before the client" is "before you" to the client, and "before Mira" to others. `client`: "you", or her name. */
export function sayRight(says: string, client: string): string {
  const whose = client === "you" ? "your" : `${client}’s`;
  return says.replaceAll("the client’s", whose).replaceAll("the client", client);
}
