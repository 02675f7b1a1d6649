package errand.orchestrator.web;

import errand.events.ConsentAnswered;
import errand.events.Decision;
import errand.orchestrator.view.PlanDocument;
import errand.orchestrator.view.Plans;
import errand.orchestrator.web.stream.Verdicts;
import errand.orchestrator.web.stream.Verdicts.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes the person's answers to cards, and waits a moment for what the engine says to them. */
@RestController
class ConsentsController {

    private static final Duration VERDICT_WITHIN = Duration.ofSeconds(2);

    private final Plans plans;
    private final Lookup lookup;
    private final Inbox inbox;
    private final Verdicts verdicts;
    private final Clock clock;

    ConsentsController(Plans plans, Lookup lookup, Inbox inbox, Verdicts verdicts, Clock clock) {
        this.plans = plans;
        this.lookup = lookup;
        this.inbox = inbox;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    record State(String id, String state) {}

    private record Answer(boolean grant, String hash) {
        String state() {
            return grant ? "granted" : "refused";
        }
    }

    @PostMapping("/api/conversations/{conversationId}/consents/{id}")
    ResponseEntity<State> answer(
            @PathVariable String conversationId,
            @PathVariable String id,
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestHeader(name = "traceparent", required = false) @Nullable String trace,
            HttpServletRequest request)
            throws InterruptedException {
        Answer answer = read(Json.object(body == null ? new byte[0] : body));
        try (Verdicts.Wait wait = verdicts.listen(conversationId, id)) {
            Optional<Plans.Card> card = card(conversationId, id);
            if (card.isPresent() && !card.get().state().equals("open")) {
                return settled(card.get(), answer);
            }
            String inputId = Ids.INPUT + Idempotency.reserved(request).uuid();
            put(conversationId, id, answer, inputId, trace);
            Optional<Verdict> verdict = wait.on(inputId, VERDICT_WITHIN);
            Optional<ResponseEntity<State>> known =
                    verdict.isPresent()
                            ? judged(conversationId, id, answer, verdict.get())
                            : settledCard(id).map(settled -> settled(settled, answer));
            return known.orElseGet(() -> notYetKnown(id, request));
        }
    }

    /**
     * Nothing was said in time (the engine is behind, or the view is): the same key may ask again.
     */
    private static ResponseEntity<State> notYetKnown(String id, HttpServletRequest request) {
        Idempotency.notTheLastWord(request);
        return ResponseEntity.accepted().body(new State(id, "open"));
    }

    /**
     * Empty while the view does not have it: people are shown a card from the log, which may be
     * long before. Whether there is such a card, the engine knows then.
     */
    private Optional<Plans.Card> card(String conversationId, String id) {
        Optional<Plans.Card> known = plans.card(id);
        if (known.isPresent() && !known.get().conversationId().equals(conversationId)) {
            throw Problem.notFound("consent", id).refusal();
        }
        return known;
    }

    private void put(
            String conversationId,
            String id,
            Answer answer,
            String inputId,
            @Nullable String trace) {
        Lookup.Party party =
                lookup.party(conversationId)
                        .orElseThrow(
                                () -> Problem.notFound("conversation", conversationId).refusal());
        inbox.put(
                conversationId,
                inputId,
                new ConsentAnswered(
                        inputId,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        conversationId,
                        id,
                        answer.grant() ? Decision.GRANT : Decision.REFUSE,
                        answer.hash(),
                        ConversationsController.resume(party)),
                trace);
    }

    private static ResponseEntity<State> settled(Plans.Card card, Answer answer) {
        if (card.state().equals(answer.state()) && card.hash().equals(answer.hash())) {
            return ResponseEntity.ok(new State(card.id(), card.state()));
        }
        throw Problem.conflict(
                        card.hash().equals(answer.hash()) ? "answered-otherwise" : "stale",
                        "Consent '%s' is %s already; the answer to %s it does not fit."
                                .formatted(
                                        card.id(),
                                        card.state(),
                                        answer.grant() ? "grant" : "refuse"))
                .refusal();
    }

    private Optional<ResponseEntity<State>> judged(
            String conversationId, String id, Answer answer, Verdict verdict) {
        if (verdict.state().equals(answer.state())) {
            return Optional.of(ResponseEntity.ok(new State(id, verdict.state())));
        }
        String code = verdict.code();
        if ("NOT_OPEN".equals(code)) {
            // The plan has ended; what became of the card, the view says, which may be behind.
            Optional<Plans.Card> ended = Lookup.within(VERDICT_WITHIN, () -> settledCard(id));
            if (ended.isEmpty() && isBehind(conversationId, verdict.seq())) {
                return Optional.empty();
            }
            // It may have caught up between the two questions.
            ended = ended.or(() -> settledCard(id));
            if (ended.isPresent()) {
                return ended.map(card -> settled(card, answer));
            }
            if (plans.card(id).isEmpty()) {
                throw Problem.notFound("consent", id).refusal();
            }
        }
        throw Problem.conflict(
                        code == null
                                ? "answered-otherwise"
                                : code.toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                        verdict.message() == null
                                ? "Consent '%s' is %s.".formatted(id, verdict.state())
                                : String.valueOf(verdict.message()))
                .refusal();
    }

    /** Whether the view does not know yet what the record of this number says. */
    private boolean isBehind(String conversationId, long seq) {
        return lookup.party(conversationId).map(Lookup.Party::seq).orElse(0L) < seq;
    }

    /**
     * A card that needs no answer any more, as soon as the view knows. The engine forgets a plan's
     * cards when the plan ends; what became of them stands in the view.
     */
    private Optional<Plans.Card> settledCard(String id) {
        return plans.card(id).filter(card -> !card.state().equals("open"));
    }

    private static Answer read(ObjectNode body) {
        List<Problem.Fault> faults = new ArrayList<>();
        String decision = body.path("decision").asString("");
        if (!decision.equals("grant") && !decision.equals("refuse")) {
            faults.add(new Problem.Fault("/decision", "INVALID", "must be 'grant' or 'refuse'"));
        }
        String hash = body.path("hash").isString() ? body.path("hash").asString() : "";
        if (hash.isBlank()) {
            faults.add(
                    new Problem.Fault(
                            "/hash", "REQUIRED", "must be the hash of what the person was shown"));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("The answer has %d fault(s).".formatted(faults.size()), faults)
                    .refusal();
        }
        return new Answer(decision.equals("grant"), hash);
    }

    @GetMapping("/api/consents")
    Lists.Answer<JsonNode> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return Lists.answer(
                plans.cards(state, Lists.before(cursor), Lists.limit(limit)),
                ConsentsController::shown);
    }

    private static JsonNode shown(Plans.Card card) {
        JsonNode document = PlanDocument.parsed(card.document());
        if (document instanceof ObjectNode object) {
            object.put("conversationId", card.conversationId());
        }
        return document;
    }
}
