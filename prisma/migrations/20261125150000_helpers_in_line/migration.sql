-- A function that sets a search path of its own is called anew for every row; without one it becomes part of the statement
-- around it, which makes long imports quicker. None of these is a definer's, they name nothing but what is built in, and only
-- functions with a fixed path call them.
ALTER FUNCTION fence.content_sum(jsonb, jsonb) RESET search_path;
ALTER FUNCTION fence.entry_hash(public.log_entries) RESET search_path;
ALTER FUNCTION fence.worth_logging(jsonb) RESET search_path;
ALTER FUNCTION fence.fields_of_person(jsonb) RESET search_path;
