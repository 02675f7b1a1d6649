-- Calls of tools that change the world: written and committed before the tool is called, so that
-- what may have happened is never done again unasked. Without an outcome it is not known.
create table mcp_call (
    task_id    text primary key,
    capability text        not null,
    arguments  text        not null,
    sent_at    timestamptz not null default now(),
    outcome    text,
    told_by    text
);
