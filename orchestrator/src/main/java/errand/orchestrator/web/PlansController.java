package errand.orchestrator.web;

import errand.orchestrator.plan.PlanSpec;
import errand.orchestrator.view.Page;
import errand.orchestrator.view.Plans;
import errand.orchestrator.web.stream.PastFacts;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Takes a caller's own plans, and shows plans. */
@RestController
@RequestMapping("/api/plans")
class PlansController {

    private static final Set<String> STATES =
            Set.of(
                    "drafting",
                    "awaiting-consent",
                    "running",
                    "unwinding",
                    "done",
                    "partial",
                    "failed",
                    "cancelled");

    private final Drafts drafts;
    private final Handing handing;
    private final Lookup lookup;
    private final Plans plans;
    private final PastFacts facts;

    PlansController(Drafts drafts, Handing handing, Lookup lookup, Plans plans, PastFacts facts) {
        this.drafts = drafts;
        this.handing = handing;
        this.lookup = lookup;
        this.plans = plans;
        this.facts = facts;
    }

    record Taken(String conversationId, String planId) {}

    record History(List<ObjectNode> items, @Nullable String next) {}

    @PostMapping
    ResponseEntity<Object> submit(
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader(name = "traceparent", required = false) @Nullable String trace,
            HttpServletRequest request) {
        ObjectNode draft = Json.object(body == null ? new byte[0] : body);
        Idempotency.Reserved reserved = Idempotency.reserved(request);
        Lookup.Party party = party(draft, reserved);
        draft.remove(List.of("conversationId", "user", "lang"));
        String planId = Ids.PLAN + reserved.uuid();
        PlanSpec plan =
                switch (drafts.check(draft, planId, party.user(), party.lang())) {
                    case Drafts.Checked.Accepted ok -> ok.plan();
                    case Drafts.Checked.Rejected bad -> throw Handing.refused(bad);
                };
        if (dryRun) {
            return ResponseEntity.ok(drafts.preview(plan));
        }
        if (!reserved.mayHaveRun() || plans.document(planId).isEmpty()) {
            handing.in(plan, party, reserved, trace);
        }
        return ResponseEntity.accepted()
                .location(URI.create("/api/plans/" + planId))
                .body(new Taken(party.id(), planId));
    }

    /** The conversation named, or a new one; no database is asked for a new one. */
    private Lookup.Party party(ObjectNode draft, Idempotency.Reserved reserved) {
        String conversation = Json.text(draft, "conversationId", 100).orElse(null);
        Lookup.Party known =
                conversation == null
                        ? new Lookup.Party(
                                Ids.CONVERSATION + reserved.uuid(), "demo", "zh", 0, null)
                        : lookup.party(conversation)
                                .orElseThrow(
                                        () ->
                                                Problem.notFound("conversation", conversation)
                                                        .refusal());
        return new Lookup.Party(
                known.id(),
                Json.text(draft, "user", 100).orElse(known.user()),
                ConversationsController.lang(draft).orElse(known.lang()),
                known.seq(),
                known.context());
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    String plan(@PathVariable String id) {
        return lookup.plan(id).orElseThrow(() -> Problem.notFound("plan", id).refusal());
    }

    @GetMapping(path = "/{id}/events", produces = MediaType.APPLICATION_JSON_VALUE)
    History events(@PathVariable String id) {
        Plans.Place place = plans.place(id).orElse(null);
        if (place == null && lookup.plan(id).isEmpty()) {
            throw Problem.notFound("plan", id).refusal();
        }
        Plans.Place seen = place == null ? plans.place(id).orElse(null) : place;
        return new History(seen == null ? List.of() : facts.of(id, seen), null);
    }

    @GetMapping
    Lists.Answer<Plans.Summary> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String capability,
            @RequestParam(required = false) @Nullable String user,
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (state != null && !STATES.contains(state)) {
            throw Problem.malformed(
                            "state is '%s'; possible are %s."
                                    .formatted(state, String.join(", ", new TreeSet<>(STATES))))
                    .refusal();
        }
        Page<Plans.Summary> page =
                plans.list(
                        new Plans.Wanted(state, capability, user, since(since)),
                        Lists.before(cursor),
                        Lists.limit(limit));
        return Lists.answer(page, summary -> summary);
    }

    private static @Nullable Instant since(@Nullable String since) {
        if (since == null) {
            return null;
        }
        try {
            // A '+' that was not escaped arrives as a blank.
            return OffsetDateTime.parse(since.replace(' ', '+')).toInstant();
        } catch (DateTimeParseException unreadable) {
            throw Problem.malformed(
                            "since is '%s'; give a time such as 2026-11-23T15:20:00+08:00."
                                    .formatted(since))
                    .refusal();
        }
    }
}
