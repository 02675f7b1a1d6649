-- Tasks whose effect no transaction of the agent holds (a vendor's): written and committed before it
-- is asked for. A task here without a row in task_inbox may have happened: the business is asked.
create table task_begun (
    task_id text primary key,
    asked   bytea       not null,
    at      timestamptz not null default now()
);
