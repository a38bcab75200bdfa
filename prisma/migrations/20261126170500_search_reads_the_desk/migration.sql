-- Indexes that no search can use: a policy must hold before a word is looked for, and neither LIKE nor the full text's @@ is leakproof. They
-- cost every change of a task or a person; what search does instead is said in docs/decisions/043.
DROP INDEX tasks_words;
DROP INDEX tasks_trigrams;
DROP INDEX persons_name_trigrams;
