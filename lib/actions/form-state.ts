/** What a form knows after it was sent: what is wrong where, what was typed, and what was done. */
export type FormState = {
  /** Field name → sentence. */
  fields: Record<string, string>;
  /** What is wrong with the whole. */
  problem: string | null;
  /** What was done, as a sentence. */
  done: string | null;
  /** What was typed, to be shown again when something was wrong. */
  typed: Record<string, string>;
  /** Counts the answers, so that a form can begin afresh. */
  answers: number;
};

export const untouchedForm: FormState = { fields: {}, problem: null, done: null, typed: {}, answers: 0 };
