package errand.simulation;

import errand.orchestrator.plan.Effect;
import errand.orchestrator.plan.Mandates;
import errand.orchestrator.plan.Manifest;
import errand.orchestrator.plan.Maturity;
import errand.orchestrator.plan.Money;
import errand.orchestrator.plan.OnFailure;
import errand.orchestrator.plan.PlanSpec;
import errand.orchestrator.plan.StepSpec;
import errand.runtime.work.CapabilityTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes plans of the shape people's errands have: look, quote, ask, hold, pay, order. */
final class PlanMaker {

    private static final OnFailure FAIL = new OnFailure.Fail();

    private final Chaos chaos;
    private final Map<String, Manifest> manifests = new HashMap<>();

    PlanMaker(Chaos chaos, CapabilityTable table) {
        this.chaos = chaos;
        for (CapabilityTable.Row row : table.rows()) {
            var capability = row.capability();
            manifests.put(
                    capability.name(),
                    new Manifest(
                            capability.name(),
                            "1",
                            Effect.valueOf(capability.effect().name()),
                            Maturity.AUTO,
                            capability.undo(),
                            Duration.ofSeconds(30),
                            row.inputSchema(),
                            row.outputSchema().contains("x-errand-type")
                                    ? List.of(List.of("quote"))
                                    : List.of()));
        }
        manifests.put(
                Manifest.ASK,
                new Manifest(
                        Manifest.ASK,
                        "1",
                        Effect.READ,
                        Maturity.AUTO,
                        null,
                        Duration.ofMinutes(30),
                        "{\"type\":\"object\",\"properties\":{\"quotes\":{\"type\":\"array\"}},"
                                + "\"required\":[\"quotes\"]}",
                        List.of()));
    }

    PlanSpec make(String id) {
        int things = 1 + chaos.below(3);
        boolean asks = chaos.percent(80);
        boolean holdsFirst = chaos.percent(30);
        List<StepSpec> steps = new ArrayList<>();
        for (int i = 0; i < things; i++) {
            OnFailure onFailure = sometimesOptional();
            String text = "%s-%d".formatted(id, i);
            steps.add(step("s" + i, "shop.thing.search", "{\"text\":\"" + text + "\"}", onFailure));
            String chosen = onFailure == FAIL ? "${$out.s%d.offers[0].thingId}".formatted(i) : text;
            steps.add(
                    step(
                            "q" + i,
                            "shop.thing.quote",
                            "{\"thing\":\"" + chosen + "\"}",
                            FAIL,
                            "s" + i));
        }
        if (asks) {
            steps.add(step("ok", Manifest.ASK, asked(things), FAIL, all("q", things)));
        }
        for (int i = 0; i < things; i++) {
            steps.add(hold(i, asks && !holdsFirst));
        }
        steps.add(
                step("auth", "shop.pay.authorise", lines(things, asks), FAIL, needs(things, asks)));
        for (int i = 0; i < things; i++) {
            steps.add(
                    step(
                            "o" + i,
                            "shop.thing.order",
                            "{\"quoteId\":\"${$out.q%d.quote.quoteId}\",\"holdId\":\"${$out.h%d.holdId}\"}"
                                    .formatted(i, i),
                            revisable(),
                            "q" + i,
                            "h" + i,
                            "auth"));
        }
        String[] orders = all("o", things);
        steps.add(
                step(
                        "pay",
                        "shop.pay.capture",
                        "{\"authorisationId\":\"${$out.auth.authorisationId}\",\"quoteIds\":"
                                + quoteIds(things)
                                + "}",
                        FAIL,
                        plus(orders, "auth", all("q", things))));
        PlanSpec plan =
                new PlanSpec(
                        id,
                        "demo",
                        "zh",
                        "simulated",
                        budget(things),
                        "{}",
                        steps,
                        chaos.percent(40) ? manifests : withoutMandates(),
                        chaos.percent(15) ? Duration.ofSeconds(1 + chaos.below(60)) : null,
                        null,
                        null);
        return chaos.percent(15) ? plan.behind(1 + chaos.below(9)) : plan;
    }

    /** Three steps and no chance: look, hold, order; the card is opened by the order. */
    PlanSpec small(String id) {
        List<StepSpec> steps =
                List.of(
                        step("q", "shop.thing.quote", "{\"thing\":\"x\"}", FAIL),
                        step(
                                "h",
                                "shop.thing.hold",
                                "{\"quoteId\":\"${$out.q.quote.quoteId}\"}",
                                FAIL,
                                "q"),
                        step(
                                "o",
                                "shop.thing.order",
                                "{\"quoteId\":\"${$out.q.quote.quoteId}\",\"holdId\":\"${$out.h.holdId}\"}",
                                FAIL,
                                "q",
                                "h"));
        return new PlanSpec(id, "demo", "zh", "simulated", null, "{}", steps, withoutMandates());
    }

    private Map<String, Manifest> withoutMandates() {
        Map<String, Manifest> less = new HashMap<>(manifests);
        less.keySet().removeIf(Mandates::keeps);
        return less;
    }

    private @Nullable Money budget(int things) {
        return chaos.percent(30) ? new Money(things * 600L, "CNY") : null;
    }

    private OnFailure revisable() {
        return chaos.percent(50) ? new OnFailure.Revise() : FAIL;
    }

    private OnFailure sometimesOptional() {
        return chaos.percent(30) ? new OnFailure.Skip() : FAIL;
    }

    private StepSpec hold(int i, boolean afterAsking) {
        String input = "{\"quoteId\":\"${$out.q%d.quote.quoteId}\"}".formatted(i);
        OnFailure onFailure =
                chaos.percent(30) ? new OnFailure.Try("shop.thing.reserve", input) : revisable();
        return afterAsking
                ? step("h" + i, "shop.thing.hold", input, onFailure, "q" + i, "ok")
                : step("h" + i, "shop.thing.hold", input, onFailure, "q" + i);
    }

    private static String asked(int things) {
        return "{\"quotes\":\"${[" + join(things, "$out.q%d.quote") + "]}\"}";
    }

    private static String lines(int things, boolean asks) {
        return asks
                ? "{\"lines\":\"${$out.ok.lines}\"}"
                : "{\"lines\":["
                        + join(
                                things,
                                "{\"quoteId\":\"${$out.q%1$d.quote.quoteId}\","
                                        + "\"payee\":\"${$out.q%1$d.quote.payee}\","
                                        + "\"amount\":\"${$out.q%1$d.quote.total}\"}")
                        + "]}";
    }

    private static String quoteIds(int things) {
        return "[" + join(things, "\"${$out.q%d.quote.quoteId}\"") + "]";
    }

    private static String join(int things, String format) {
        return IntStream.range(0, things)
                .mapToObj(i -> format.formatted(i))
                .collect(Collectors.joining(","));
    }

    private static String[] needs(int things, boolean asks) {
        String[] held = plus(all("h", things), "", all("q", things));
        return asks ? plus(held, "ok", new String[0]) : held;
    }

    private static String[] all(String prefix, int things) {
        return IntStream.range(0, things).mapToObj(i -> prefix + i).toArray(String[]::new);
    }

    private static String[] plus(String[] some, String one, String[] more) {
        List<String> together = new ArrayList<>(List.of(some));
        if (!one.isEmpty()) {
            together.add(one);
        }
        together.addAll(List.of(more));
        return together.toArray(String[]::new);
    }

    private static StepSpec step(
            String id, String capability, String input, OnFailure onFailure, String... needs) {
        return new StepSpec(id, capability, input, List.of(needs), null, null, null, onFailure);
    }
}
