-- What became of each write task. A row is inserted before the effect and filled after it, in one
-- transaction: nobody ever sees one without a verdict.
create table task_inbox (
    task_id         text primary key,
    capability      text        not null,
    input_hash      text        not null,
    conversation_id text        not null,
    verdict         text,
    body            text,
    at              timestamptz
) with (fillfactor = 80);

create index task_inbox_by_time on task_inbox (at);
