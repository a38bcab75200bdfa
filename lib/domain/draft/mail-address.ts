/**
 * A dot-atom (RFC 5322 §3.2.3; RFC 6531 §3.3 for other letters) at a domain with a dot in it: wider than what most forms take,
 * as services answer from "reply+id=42@…", and nothing that could end a header or a command.
 */
const pattern =
  /^(?!\.)(?!.*\.\.)[\w!#$%&'*+\-/=?^`{|}~.\p{L}\p{N}\p{M}]{1,64}(?<!\.)@(?:(?!-)[\p{L}\p{N}\p{M}-]{1,63}(?<!-)\.)+(?!-)[\p{L}\p{N}\p{M}-]{2,63}(?<!-)$/u;

/** Whether mail can be sent to such an address; whether anybody reads it there, only a server knows. */
export function isMailAddress(address: string): boolean {
  return address.length <= 254 && pattern.test(address);
}
