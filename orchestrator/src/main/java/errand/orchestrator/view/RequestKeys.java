package errand.orchestrator.view;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Requests that carry an {@code Idempotency-Key}, with the answers they were given. Of many that
 * come at once, exactly one is told to go on. Uses system time: these are about requests, not
 * business.
 */
public final class RequestKeys {

    /** How long an answer is kept. */
    static final Duration KEPT = Duration.ofHours(24);

    /** A request that has not answered for this long died with its server; the next goes on. */
    static final Duration ALIVE = Duration.ofSeconds(60);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    RequestKeys(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** What to do with a request. */
    public sealed interface Verdict {

        /**
         * Go on, and say what was answered.
         *
         * @param reserved makes up the ids of what is created, the same whenever it is tried again
         */
        record GoOn(UUID reserved) implements Verdict {}

        /** It was answered before. */
        record Answered(int status, String headers, byte[] body) implements Verdict {}

        /** The key was used for another request. */
        record OtherRequest() implements Verdict {}

        /** The same request is being answered. */
        record InFlight() implements Verdict {}
    }

    private record Row(
            byte[] bodyHash,
            UUID reserved,
            Instant begunAt,
            @Nullable Integer status,
            String headers,
            byte[] body) {}

    public Verdict begin(String key, byte[] bodyHash, UUID fresh, Instant now) {
        return java.util.Objects.requireNonNull(
                transactions.execute(_ -> decide(key, bodyHash, fresh, now)));
    }

    private Verdict decide(String key, byte[] bodyHash, UUID fresh, Instant now) {
        jdbc.sql("delete from request_key where key = ? and begun_at < ?")
                .params(key, now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        int mine =
                jdbc.sql(
                                "insert into request_key (key, body_hash, reserved, begun_at) values (?, ?, ?, ?) on conflict do nothing")
                        .params(key, bodyHash, fresh, now.atOffset(ZoneOffset.UTC))
                        .update();
        return mine == 1 ? new Verdict.GoOn(fresh) : again(key, bodyHash, now);
    }

    private Verdict again(String key, byte[] bodyHash, Instant now) {
        Row row =
                jdbc.sql(
                                "select body_hash, reserved, begun_at, status, coalesce(headers, '') headers, coalesce(body, '') body from request_key where key = ? for update")
                        .param(key)
                        .query(
                                (found, _) ->
                                        new Row(
                                                found.getBytes(1),
                                                found.getObject(2, UUID.class),
                                                found.getTimestamp(3).toInstant(),
                                                found.getObject(4, Integer.class),
                                                found.getString(5),
                                                found.getBytes(6)))
                        .optional()
                        .orElse(null);
        if (row == null) {
            return new Verdict.InFlight();
        }
        if (!Arrays.equals(row.bodyHash(), bodyHash)) {
            return new Verdict.OtherRequest();
        }
        if (row.status() != null) {
            return new Verdict.Answered(row.status(), row.headers(), row.body());
        }
        if (row.begunAt().isAfter(now.minus(ALIVE))) {
            return new Verdict.InFlight();
        }
        jdbc.sql("update request_key set begun_at = ? where key = ?")
                .params(now.atOffset(ZoneOffset.UTC), key)
                .update();
        return new Verdict.GoOn(row.reserved());
    }

    public void answered(String key, int status, String headers, byte[] body) {
        jdbc.sql("update request_key set status = ?, headers = ?, body = ? where key = ?")
                .params(status, headers, body, key)
                .update();
    }

    /**
     * It is not known what was done: the next request with the key goes on at once, as this one.
     */
    public void release(String key, Instant now) {
        jdbc.sql("update request_key set begun_at = ? where key = ? and status is null")
                .params(now.minus(ALIVE).atOffset(ZoneOffset.UTC), key)
                .update();
    }

    /** Drops what is older than a day. */
    public int sweep(Instant now) {
        return jdbc.sql("delete from request_key where begun_at < ?")
                .param(now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }
}
