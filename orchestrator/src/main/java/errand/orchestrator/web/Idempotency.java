package errand.orchestrator.web;

import errand.orchestrator.view.RequestKeys;
import errand.orchestrator.view.RequestKeys.Verdict;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * {@code Idempotency-Key}: the same key and request get the same answer for a day, unless that was
 * {@link #notTheLastWord}. Ids of what a request creates are kept with its key, so that trying
 * again after a crash creates the same things.
 */
final class Idempotency extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    private static final Logger log = LoggerFactory.getLogger(Idempotency.class);
    private static final String RESERVED = Idempotency.class.getName();
    private static final String OPEN = RESERVED + ".open";
    private static final int LONGEST = 200;

    private final RequestKeys keys;

    Idempotency(RequestKeys keys) {
        this.keys = keys;
    }

    /** What the ids of this request are made of. */
    record Reserved(UUID uuid, boolean mayHaveRun) {
        static Reserved fresh() {
            return new Reserved(Ids.next(), false);
        }
    }

    /** The same for every attempt at a request with a key; fresh for one without. */
    static Reserved reserved(HttpServletRequest request) {
        return request.getAttribute(RESERVED) instanceof Reserved reserved
                ? reserved
                : Reserved.fresh();
    }

    /** What is answered now is not the last word: the key will be asked for it again. */
    static void notTheLastWord(HttpServletRequest request) {
        request.setAttribute(OPEN, true);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null || !(request instanceof Body);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        String key = request.getHeader(HEADER).strip();
        if (key.isEmpty() || key.length() > LONGEST) {
            Gate.write(
                    response,
                    Problem.malformed(
                            "Idempotency-Key has %d characters; 1 to %d are possible."
                                    .formatted(key.length(), LONGEST)));
            return;
        }
        UUID fresh = Ids.next();
        Verdict verdict;
        try {
            verdict = keys.begin(key, hash((Body) request), fresh, now());
        } catch (DataAccessException | TransactionException away) {
            Gate.write(
                    response,
                    Problem.unavailable("The database that keeps Idempotency-Keys is away."));
            return;
        }
        switch (verdict) {
            case Verdict.GoOn(UUID reserved) -> {
                request.setAttribute(RESERVED, new Reserved(reserved, !reserved.equals(fresh)));
                goOn(key, request, response, next);
            }
            case Verdict.Answered answered -> repeat(answered, response);
            case Verdict.OtherRequest _ -> Gate.write(response, otherRequest(key));
            case Verdict.InFlight _ -> Gate.write(response, inFlight(key));
        }
    }

    private void goOn(
            String key, HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        boolean answered = false;
        try {
            next.doFilter(request, kept);
            answered = kept.getStatus() < 500 && request.getAttribute(OPEN) == null;
        } finally {
            settle(key, kept, answered);
        }
        kept.copyBodyToResponse();
    }

    private void settle(String key, ContentCachingResponseWrapper kept, boolean answered) {
        try {
            if (answered) {
                String type = kept.getContentType() == null ? "" : kept.getContentType();
                keys.answered(key, kept.getStatus(), type, kept.getContentAsByteArray());
            } else {
                keys.release(key, now());
            }
        } catch (DataAccessException | TransactionException away) {
            log.warn("The answer to key '{}' could not be kept: {}", key, away.toString());
        }
    }

    private static void repeat(Verdict.Answered answered, HttpServletResponse response)
            throws IOException {
        response.setStatus(answered.status());
        if (!answered.headers().isEmpty()) {
            response.setContentType(answered.headers());
        }
        response.getOutputStream().write(answered.body());
    }

    private static Problem otherRequest(String key) {
        return Problem.of(
                422,
                "key-used",
                "The key was used for another request",
                "Idempotency-Key '%s' came with another request within 24 hours; use a new key."
                        .formatted(key));
    }

    private static Problem inFlight(String key) {
        return Problem.of(
                409,
                "key-in-flight",
                "The same request is being answered",
                "A request with Idempotency-Key '%s' is not answered yet; ask again."
                        .formatted(key));
    }

    /** Of all that makes it this request: method, address, body. */
    private static byte[] hash(Body request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String line =
                    "%s %s?%s\n"
                            .formatted(
                                    request.getMethod(),
                                    request.getRequestURI(),
                                    request.getQueryString());
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            return digest.digest(request.bytes());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** System time: keys are about requests, not about business. */
    private static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }
}
