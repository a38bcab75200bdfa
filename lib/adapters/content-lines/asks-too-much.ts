/** Thrown when a file asks for more than a reader gives; `message` is a sentence for the person. */
export class AsksTooMuch extends Error {
  constructor(what: string) {
    super(`This file asks for more than ${what}.`);
    this.name = "AsksTooMuch";
  }
}
