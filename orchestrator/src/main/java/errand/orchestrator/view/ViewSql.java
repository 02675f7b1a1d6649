package errand.orchestrator.view;

/** The statements that write many rows at once; parameters are columns. */
final class ViewSql {

    static final String CONVERSATIONS =
            """
            insert into conversation (id, user_id, lang, seq, status, created_at, at, part,
                first_offset, last_offset, inbox_first, inbox_last, core, tracks)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[],
                ?::timestamptz[], ?::timestamptz[], ?::int[], ?::bigint[], ?::bigint[],
                ?::bigint[], ?::bigint[], ?::text[], ?::text[])
            on conflict (id) do update set
                user_id = excluded.user_id, lang = excluded.lang, seq = excluded.seq,
                status = excluded.status, at = excluded.at, part = excluded.part,
                first_offset = excluded.first_offset, last_offset = excluded.last_offset,
                inbox_first = excluded.inbox_first, inbox_last = excluded.inbox_last,
                core = excluded.core, tracks = excluded.tracks
            """;

    static final String PLANS =
            """
            insert into plan (id, conversation_id, user_id, state, goal, capabilities, created_at,
                ended_at, unwinding_since, undo_failed, part, first_offset, last_offset, document)
            select id, conversation_id, user_id, state, goal, string_to_array(capabilities, ','),
                created_at, ended_at, unwinding_since, undo_failed, part, first_offset,
                last_offset, document
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::bool[], ?::int[],
                ?::bigint[], ?::bigint[], ?::text[])
                as row (id, conversation_id, user_id, state, goal, capabilities, created_at,
                    ended_at, unwinding_since, undo_failed, part, first_offset, last_offset,
                    document)
            on conflict (id) do update set
                state = excluded.state, goal = excluded.goal,
                capabilities = excluded.capabilities,
                ended_at = excluded.ended_at, unwinding_since = excluded.unwinding_since,
                undo_failed = excluded.undo_failed, last_offset = excluded.last_offset,
                document = excluded.document
            """;

    static final String CONSENTS =
            """
            insert into consent (id, plan_id, conversation_id, user_id, state, hash, expires_at,
                document)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::timestamptz[], ?::text[])
            on conflict (id) do update set
                state = excluded.state, document = excluded.document
            """;

    static final String MESSAGES =
            """
            insert into message (id, conversation_id, role, body, at, part, event_offset)
            select id, conversation_id, role, body, at, part, event_offset
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::int[], ?::bigint[])
                as row (id, conversation_id, role, body, at, part, event_offset)
            on conflict (id) do nothing
            """;

    static final String MANDATES =
            """
            insert into mandate (id, user_id, state, until, spent_up, version, document)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::bool[],
                ?::bigint[], ?::text[])
            on conflict (id) do update set
                state = excluded.state, until = excluded.until, spent_up = excluded.spent_up,
                version = excluded.version, document = excluded.document
            where excluded.version > mandate.version
            """;

    static final String OPENINGS =
            """
            insert into conversation (id, user_id, lang, seq, status, created_at, at)
            select id, user_id, lang, 0, 'idle', at, at from opening
            """;

    private ViewSql() {}
}
