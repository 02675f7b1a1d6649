package errand.orchestrator.web;

import errand.orchestrator.draft.PlanDrafts;
import errand.orchestrator.plan.PlanSpec;
import errand.orchestrator.view.MandateList;
import errand.orchestrator.view.PlanDocument;
import errand.orchestrator.view.Plans;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
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

/**
 * What people allow beforehand. The keeper of mandates is a business agent like any other: making
 * and closing one is a plan of one step, so that it stands in the log.
 */
@RestController
@RequestMapping("/api/mandates")
class MandatesController {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);
    private static final Set<String> TERMS =
            Set.of("payees", "capabilities", "total", "perPayment", "until");

    private final MandateList mandates;
    private final Drafts drafts;
    private final Handing handing;
    private final Plans plans;

    MandatesController(MandateList mandates, Drafts drafts, Handing handing, Plans plans) {
        this.mandates = mandates;
        this.drafts = drafts;
        this.handing = handing;
        this.plans = plans;
    }

    /** 201 with the mandate; 202 with its id when its keeper does not answer in time. */
    @PostMapping
    ResponseEntity<Object> open(
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestHeader(name = "traceparent", required = false) @Nullable String trace,
            HttpServletRequest request)
            throws InterruptedException {
        ObjectNode wanted = Json.object(body == null ? new byte[0] : body);
        Idempotency.Reserved reserved = Idempotency.reserved(request);
        String id = Ids.MANDATE + reserved.uuid();
        String user = Json.text(wanted, "user", 100).orElse("demo");
        String lang = ConversationsController.lang(wanted).orElse("zh");
        wanted.remove(List.of("user", "lang"));
        refuseUnknown(wanted);
        ObjectNode input = wanted.deepCopy().put("mandateId", id);
        Optional<JsonNode> seen = run("open", input, user, lang, "open", reserved, trace);
        return seen.<ResponseEntity<Object>>map(
                        document ->
                                ResponseEntity.created(URI.create("/api/mandates/" + id))
                                        .body(document))
                .orElseGet(() -> ResponseEntity.accepted().body(later(id)));
    }

    private static void refuseUnknown(ObjectNode wanted) {
        List<Problem.Fault> faults =
                wanted.propertyNames().stream()
                        .filter(name -> !TERMS.contains(name))
                        .map(
                                name ->
                                        new Problem.Fault(
                                                "/" + name,
                                                "UNKNOWN",
                                                "possible are user, lang, "
                                                        + String.join(
                                                                ", ",
                                                                TERMS.stream().sorted().toList())))
                        .toList();
        if (!faults.isEmpty()) {
            throw Problem.invalid("The mandate says what is not known.", faults).refusal();
        }
    }

    /** Nothing new is covered from then on; what was covered goes on. */
    @DeleteMapping("/{id}")
    ResponseEntity<Object> close(
            @PathVariable String id,
            @RequestHeader(name = "traceparent", required = false) @Nullable String trace)
            throws InterruptedException {
        String user =
                mandates.user(id).orElseThrow(() -> Problem.notFound("mandate", id).refusal());
        ObjectNode input = Json.newObject().put("mandateId", id);
        Idempotency.Reserved reserved = Idempotency.Reserved.fresh();
        return run("close", input, user, "zh", "closed", reserved, trace)
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.accepted().body(later(id)));
    }

    private static JsonNode later(String id) {
        return Json.newObject().put("mandateId", id).put("state", "pending");
    }

    @GetMapping
    Lists.Answer<JsonNode> list(
            @RequestParam(required = false) @Nullable String user,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return Lists.answer(
                mandates.list(user, state, Lists.before(cursor), Lists.limit(limit)),
                PlanDocument::parsed);
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    String mandate(@PathVariable String id) {
        return mandates.document(id).orElseThrow(() -> Problem.notFound("mandate", id).refusal());
    }

    /** Hands the step in and waits until the mandate is in that state, or the plan says why not. */
    private Optional<JsonNode> run(
            String verb,
            ObjectNode input,
            String user,
            String lang,
            String until,
            Idempotency.Reserved reserved,
            @Nullable String trace)
            throws InterruptedException {
        ObjectNode draft = Json.newObject().put("goal", "mandate " + verb);
        draft.putArray("steps")
                .addObject()
                .put("id", "mandate")
                .put("capability", PlanDrafts.KEEPER + ".mandate." + verb)
                .set("input", input);
        String planId = Ids.PLAN + reserved.uuid();
        PlanSpec plan =
                switch (drafts.own(draft, planId, user, lang)) {
                    case Drafts.Checked.Accepted ok -> ok.plan();
                    case Drafts.Checked.Rejected bad -> throw Handing.refused(bad);
                };
        if (!reserved.mayHaveRun() || plans.document(planId).isEmpty()) {
            String conversation = Ids.CONVERSATION + reserved.uuid();
            handing.in(plan, new Lookup.Party(conversation, user, lang, 0, null), reserved, trace);
        }
        return await(input.path("mandateId").asString(), until, planId);
    }

    private Optional<JsonNode> await(String id, String until, String planId)
            throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<JsonNode> seen =
                    mandates.document(id)
                            .map(PlanDocument::parsed)
                            .filter(it -> it.path("state").asString("").equals(until));
            if (seen.isPresent()) {
                return seen;
            }
            plans.document(planId).map(PlanDocument::parsed).ifPresent(MandatesController::refused);
            Thread.sleep(LOOK_AGAIN);
        }
        return Optional.empty();
    }

    private static void refused(JsonNode plan) {
        if (plan.path("state").asString("").equals("failed")) {
            JsonNode reason = plan.path("reason");
            throw Problem.invalid(
                            reason.path("message").asString("It was refused."),
                            List.of(
                                    new Problem.Fault(
                                            "",
                                            reason.path("code").asString("REFUSED"),
                                            "refused")))
                    .refusal();
        }
    }
}
