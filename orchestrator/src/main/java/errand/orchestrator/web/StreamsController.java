package errand.orchestrator.web;

import errand.orchestrator.web.stream.Cursor;
import errand.orchestrator.web.stream.Streams;
import errand.orchestrator.web.stream.Told;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Server-sent events. Each page has a virtual thread that writes, blocking: a page that does not
 * read holds up nobody but itself, and is let go when its queue is full or its write times out.
 */
@RestController
class StreamsController {

    private static final Logger log = LoggerFactory.getLogger(StreamsController.class);

    private final Streams streams;
    private final Lookup lookup;

    StreamsController(Streams streams, Lookup lookup) {
        this.streams = streams;
        this.lookup = lookup;
    }

    @GetMapping(
            path = "/api/conversations/{id}/events",
            produces = {MediaType.TEXT_EVENT_STREAM_VALUE, MediaType.ALL_VALUE})
    void conversation(
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String header,
            @RequestParam(required = false) @Nullable String lastEventId,
            HttpServletResponse response)
            throws InterruptedException {
        if (lookup.party(id).isEmpty()) {
            throw Problem.notFound("conversation", id).refusal();
        }
        stream(id, null, cursor(header, lastEventId, id), response);
    }

    @GetMapping(path = "/api/plans/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void plan(
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String header,
            @RequestParam(required = false) @Nullable String lastEventId,
            HttpServletResponse response)
            throws InterruptedException {
        String conversation =
                lookup.conversationOf(id).orElseThrow(() -> Problem.notFound("plan", id).refusal());
        stream(conversation, id, cursor(header, lastEventId, conversation), response);
    }

    private @Nullable Cursor cursor(
            @Nullable String header, @Nullable String parameter, String conversationId) {
        String text = header == null || header.isBlank() ? parameter : header;
        if (text == null || text.isBlank()) {
            return null;
        }
        return Cursor.parse(text)
                .filter(cursor -> streams.fits(cursor, conversationId))
                .orElseThrow(
                        () ->
                                Problem.malformed(
                                                "Last-Event-ID '%s' is not the id of an event of this conversation."
                                                        .formatted(text))
                                        .refusal());
    }

    private void stream(
            String conversationId,
            @Nullable String planId,
            @Nullable Cursor after,
            HttpServletResponse response)
            throws InterruptedException {
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        try {
            streams.follow(conversationId, after, new Page(response.getOutputStream(), planId));
        } catch (IOException gone) {
            log.debug("A page of {} is gone: {}", conversationId, gone.toString());
        } catch (RuntimeException failed) {
            if (!response.isCommitted()) {
                throw failed;
            }
            // The stream has begun: ending it makes the page come back with its last id.
            log.warn("The stream of {} ends: {}", conversationId, failed.toString());
        }
    }

    private record Page(OutputStream out, @Nullable String planId) implements Streams.Sink {

        @Override
        public void event(Told event) throws IOException {
            if (planId == null || planId.equals(event.planId())) {
                write(event.asServerSentEvent());
            }
        }

        @Override
        public void ping() throws IOException {
            write(": ping\n\n");
        }

        private void write(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
