package errand.orchestrator.web;

import errand.common.Resume;
import errand.events.CancelRequested;
import errand.events.UserSaid;
import errand.orchestrator.view.Conversations;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Opens, shows and cancels conversations. */
@RestController
@RequestMapping("/api/conversations")
class ConversationsController {

    private static final int LONGEST_MESSAGE = 4_000;

    private final Conversations conversations;
    private final Lookup lookup;
    private final Inbox inbox;
    private final Clock clock;

    ConversationsController(Conversations conversations, Lookup lookup, Inbox inbox, Clock clock) {
        this.conversations = conversations;
        this.lookup = lookup;
        this.inbox = inbox;
        this.clock = clock;
    }

    record Opened(String id) {}

    record Said(String messageId) {}

    record Cancelling(String conversationId, @Nullable String planId) {}

    @PostMapping
    ResponseEntity<Opened> open(
            @RequestBody(required = false) byte @Nullable [] body, HttpServletRequest request) {
        ObjectNode wanted = Json.object(body == null ? new byte[0] : body);
        String id = Ids.CONVERSATION + Idempotency.reserved(request).uuid();
        conversations.open(
                id,
                Json.text(wanted, "user", 100).orElse("demo"),
                lang(wanted).orElse("zh"),
                clock.instant());
        return ResponseEntity.created(URI.create("/api/conversations/" + id)).body(new Opened(id));
    }

    static Optional<String> lang(JsonNode wanted) {
        Optional<String> lang = Json.text(wanted, "lang", 10);
        if (lang.isPresent() && !lang.get().equals("zh") && !lang.get().equals("en")) {
            throw Problem.invalid(
                            "lang is '%s'.".formatted(lang.get()),
                            List.of(new Problem.Fault("/lang", "INVALID", "must be 'zh' or 'en'")))
                    .refusal();
        }
        return lang;
    }

    @GetMapping
    Lists.Answer<ObjectNode> list(
            @RequestParam(required = false) @Nullable String user,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return Lists.answer(
                conversations.list(user, Lists.before(cursor), Lists.limit(limit)),
                ConversationJson::of);
    }

    @GetMapping("/{id}")
    ObjectNode conversation(@PathVariable String id) {
        return lookup.conversation(id)
                .orElseThrow(() -> Problem.notFound("conversation", id).refusal());
    }

    /** Takes what the person says; what comes of it shows in the conversation and its events. */
    @PostMapping("/{id}/messages")
    ResponseEntity<Said> say(
            @PathVariable String id,
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestHeader(name = "traceparent", required = false) @Nullable String trace,
            HttpServletRequest request) {
        ObjectNode wanted = Json.object(body == null ? new byte[0] : body);
        String text = Json.text(wanted, "text", LONGEST_MESSAGE).orElse("").strip();
        if (text.isEmpty()) {
            throw Problem.invalid(
                            "There is nothing in the message.",
                            List.of(
                                    new Problem.Fault(
                                            "/text", "MISSING", "say something as 'text'")))
                    .refusal();
        }
        Lookup.Party party =
                lookup.party(id).orElseThrow(() -> Problem.notFound("conversation", id).refusal());
        UUID reserved = Idempotency.reserved(request).uuid();
        String inputId = Ids.INPUT + reserved;
        String messageId = Ids.MESSAGE + reserved;
        inbox.put(
                id,
                inputId,
                new UserSaid(
                        inputId,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        id,
                        messageId,
                        party.user(),
                        lang(wanted).orElse(party.lang()),
                        text,
                        resume(party),
                        Json.flag(wanted, "planOnly")),
                trace);
        return ResponseEntity.accepted().body(new Said(messageId));
    }

    /** Stops every plan of the conversation, or the one named, and undoes what was done. */
    @PostMapping("/{id}/cancel")
    ResponseEntity<Cancelling> cancel(
            @PathVariable String id,
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestHeader(name = "traceparent", required = false) @Nullable String trace,
            HttpServletRequest request) {
        ObjectNode wanted = Json.object(body == null ? new byte[0] : body);
        Lookup.Party party =
                lookup.party(id).orElseThrow(() -> Problem.notFound("conversation", id).refusal());
        String planId = Json.text(wanted, "planId", 100).orElse(null);
        String inputId = Ids.INPUT + Idempotency.reserved(request).uuid();
        inbox.put(
                id,
                inputId,
                new CancelRequested(
                        inputId,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        id,
                        planId,
                        Json.text(wanted, "reason", 500).orElse("Cancelled by the person."),
                        resume(party)),
                trace);
        return ResponseEntity.accepted().body(new Cancelling(id, planId));
    }

    static @Nullable Resume resume(Lookup.Party party) {
        return party.seq() == 0 ? null : new Resume(party.seq(), party.context());
    }
}
