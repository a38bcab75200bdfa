import type { Attack } from "../../../support/fence/attack";
import { completing } from "./completing";
import { desks } from "./desks";
import { folding } from "./folding";
import { privacy } from "./privacy";
import { proof } from "./proof";
import { reach } from "./reach";
import { record } from "./record";
import { secondLine } from "./second-line";

/** Every attack in plain SQL, by what it is after. */
export const allAttacks: Record<string, Attack[]> = {
  "Completing and loosening": completing,
  "Folding, and background jobs": folding,
  "The proof": proof,
  "Other desks, and the desk itself": desks,
  "What is private": privacy,
  "The record": record,
  "The role": reach,
  "Checks and keys alone": secondLine,
};
