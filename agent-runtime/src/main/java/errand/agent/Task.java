package errand.agent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances of one task: for whom, until when, under which terms.
 *
 * @param id idempotency key: the same id always gets the same outcome
 * @param planId the plan it belongs to, for records and logs
 * @param user for whom
 * @param lang {@code zh} or {@code en}
 * @param now business time when the runtime began with it
 * @param deadline after it nobody waits for the outcome any more
 * @param attempt from 1; grows with the engine's retries, the id does not
 * @param terms what the person agreed to; present for COMMIT and PAY, else null
 */
public record Task(
        String id,
        String planId,
        String user,
        String lang,
        Instant now,
        Instant deadline,
        int attempt,
        @Nullable Terms terms) {}
