package errand.orchestrator.draft;

import static org.assertj.core.api.Assertions.assertThat;

import errand.orchestrator.plan.Effect;
import errand.orchestrator.plan.Manifest;
import errand.orchestrator.plan.Maturity;
import errand.orchestrator.plan.OnFailure;
import errand.orchestrator.plan.PlanSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanDraftsTest {

    private static final String NOOP =
            FakeDirectory.input(
                    Map.of(
                            "text",
                                    "{\"type\":\"string\",\"description\":\"prose\",\"maxLength\":20}",
                            "n", "{\"type\":\"integer\"}",
                            "title",
                                    "{\"type\":\"string\",\"title\":\"a property may be called so\"}",
                            "list",
                                    "{\"type\":\"array\",\"minItems\":1,\"items\":{\"type\":\"string\"}}"),
                    "text");

    private final FakeDirectory directory =
            new FakeDirectory()
                    .read("bench.noop.read", NOOP, "{}")
                    .read("bench.find.read", "{}", FakeDirectory.array(FakeDirectory.QUOTED))
                    .write("bench.pay.pay", Effect.PAY, "{}", "bench.pay.back")
                    .write("bench.pay.back", Effect.PAY, "{}", null)
                    .write("bench.lost.commit", Effect.COMMIT, "{}", "bench.gone.away")
                    .add("bench.bad.read", Effect.READ, Maturity.QUARANTINED, "{}", "{}", null);

    @Test
    void accepts_a_small_plan_and_works_out_needs() {
        PlanSpec plan =
                accepted(
                        """
                        {"goal":"g","in":{"x":1},"steps":[
                         {"id":"a","capability":"bench.noop.read","input":{"text":"${$in.x}"}},
                         {"id":"b","capability":"bench.noop.read","input":{"text":"t ${$out.a.y}"},"answerWithin":"30s"},
                         {"id":"c","capability":"bench.noop.read","each":"${$out.a.list}","when":"${$out.b.ok}",
                          "input":{"text":"${$item}"},"needs":["a"],"answerWithin":"PT1M","optional":true},
                         {"id":"d","capability":"bench.noop.read","input":{"text":"x"},"needs":["c"],
                          "onFailure":{"try":{"capability":"bench.find.read","input":{"v":"${$out.b.v}"}}}}]}""");
        assertThat(plan.steps())
                .extracting(step -> step.needs())
                .containsExactly(List.of(), List.of("a"), List.of("a", "b"), List.of("b", "c"));
        assertThat(plan.steps().get(1).answerWithin()).isEqualTo(Duration.ofSeconds(30));
        assertThat(plan.steps().get(2).onFailure()).isEqualTo(new OnFailure.Skip());
        assertThat(plan.steps().get(3).onFailure())
                .isEqualTo(new OnFailure.Try("bench.find.read", "{\"v\":\"${$out.b.v}\"}"));
        assertThat(plan.manifests()).containsOnlyKeys("bench.noop.read", "bench.find.read");
        assertThat(manifest(plan, "bench.find.read").quotePaths())
                .containsExactly(List.of("*", "quote"));
        assertThat(manifest(plan, "bench.noop.read").inputSchema())
                .doesNotContain("prose", "may be called so")
                .contains("\"title\":{");
        assertThat(plan.in()).isEqualTo("{\"x\":1}");
    }

    @Test
    void names_every_fault_in_one_go() {
        assertThat(
                        faults(
                                """
                                {"goal":" ","surplus":1,"within":"ever","in":[],"budget":{"amount":0,"currency":"yuan"},"steps":[
                                 {"id":"1x","capability":"taobao.goods.search"},
                                 {"id":"a","capability":"bench.flight.book","input":{"v":"${$now()}"}},
                                 {"id":"a","capability":"bench.noop.read","input":{"n":"many","typo":1}},
                                 {"id":"b","capability":"bench.bad.read","needs":["zz"],"answerWithin":"soon","onFailure":"retry"},
                                 {"id":"c","capability":"bench.noop.read","input":{"text":"${$out.nope.x} ${$item}"},"when":"$in.x","wat":0},
                                 7]}"""))
                .containsExactlyInAnyOrder(
                        "/surplus: There is no property 'surplus' here. There are: budget, conversationId, goal, in, steps, within.",
                        "/goal: 'goal' is required and is a text.",
                        "/within: 'ever' is no time that all may take: write 10m, 2h or PT10M, at most 24 hours.",
                        "/in: 'in' is a JSON object that expressions see as $in.",
                        "/budget/amount: A budget is a positive whole number of minor units: 30,000 yuan is 3000000.",
                        "/budget/currency: A currency is an ISO 4217 code such as CNY.",
                        "/steps/0/id: '1x' is no step id: a letter, then at most 39 letters, digits or _.",
                        "/steps/0/capability: No agent 'taobao' is here. Here are: bench.",
                        "/steps/1/capability: Agent 'bench' cannot do 'flight.book'. It can do: bad.read, find.read, lost.commit, noop.read, pay.back, pay.pay.",
                        "/steps/1/input/v: ${$now()} calls $now(), which is not allowed: its result must be the same, and cheap, whenever the plan is looked at.",
                        "/steps/2/id: There is a step 'a' already; every step has an id of its own.",
                        "/steps/2/input/text: required property 'text' not found.",
                        "/steps/2/input/n: string found, integer expected.",
                        "/steps/2/input/typo: property 'typo' is not defined in the schema and the schema does not allow additional properties.",
                        "/steps/3/capability: 'bench.bad.read' is quarantined and not to be planned.",
                        "/steps/3/needs/0: There is no step 'zz'. There are: 1x, a, b, c.",
                        "/steps/3/answerWithin: 'soon' is no time to answer in: write 30s, 5m or PT30S, at most 24 hours.",
                        "/steps/3/onFailure: 'onFailure' is \"fail\", \"skip\", \"revise\" or {\"try\": {capability, input}}.",
                        "/steps/4/wat: There is no property 'wat' here. There are: answerWithin, capability, each, id, input, needs, onFailure, optional, when.",
                        "/steps/4/when: '$in.x' is not exactly one expression ${…}.",
                        "/steps/4/input/text: $out.nope: there is no step 'nope'. There are: 1x, a, b, c.",
                        "/steps/4/input: $item is only there in a step with 'each'.",
                        "/steps/5: A step is a JSON object {id, capability, input, …}.",
                        "/steps/5/id: 'id' is required and is a text.",
                        "/steps/5/capability: 'capability' is required and is a text.");
    }

    @Test
    void names_a_cycle_by_listed_and_referenced_needs() {
        assertThat(
                        faults(
                                """
                                {"goal":"g","steps":[
                                 {"id":"a","capability":"bench.noop.read","input":{"text":"${$out.c.x}"}},
                                 {"id":"b","capability":"bench.noop.read","input":{"text":"t"},"needs":["a"]},
                                 {"id":"c","capability":"bench.noop.read","input":{"text":"t"},"needs":["b"]},
                                 {"id":"d","capability":"bench.noop.read","input":{"text":"${$out.d.x}"}}]}"""))
                .containsExactly(
                        "/steps: These steps wait for each other: a → c → b → a.",
                        "/steps: These steps wait for each other: d → d.");
    }

    @Test
    void what_is_not_known_yet_may_still_fit() {
        accepted(
                step(
                        """
                        {"id":"a","capability":"bench.noop.read","input":
                          {"text":"${$in.t}","n":"${$in.n}","list":["${$in.one}"],"title":"t ${$in.t}"}}"""));
    }

    @Test
    void text_with_an_expression_is_text_for_sure() {
        assertThat(
                        faults(
                                step(
                                        """
                                        {"id":"a","capability":"bench.noop.read","input":{"text":"x","n":"${$in.n} pieces"}}""")))
                .containsExactly("/steps/0/input/n: string found, integer expected.");
    }

    @Test
    void a_payment_does_not_invent_payee_or_amount() {
        String why =
                ": Payee and amount of a payment must come from a quote: take ${$out.<step>.lines}"
                        + " of the person.consent.ask step.";
        assertThat(
                        faults(
                                step(
                                        """
                                        {"id":"a","capability":"bench.pay.pay","input":{"lines":[
                                          {"quoteId":"q","payee":{"id":"me"},"amount":{"amount":1,"currency":"CNY"}}],"amount":5}}""")))
                .containsExactly(
                        "/steps/0/input/amount" + why,
                        "/steps/0/input/lines/0/amount" + why,
                        "/steps/0/input/lines/0/payee" + why);
    }

    @Test
    void a_capability_whose_undo_nobody_can_do_is_not_planned() {
        assertThat(faults(step("{\"id\":\"a\",\"capability\":\"bench.lost.commit\"}")))
                .containsExactly(
                        "/steps/0/capability: 'bench.lost.commit' is undone by 'bench.gone.away', but no agent here can do that.");
    }

    @Test
    void a_plan_asks_the_person_in_one_way_only() {
        assertThat(faults(step("{\"id\":\"a\",\"capability\":\"person.phone.call\"}")))
                .containsExactly(
                        "/steps/0/capability: A plan can ask the person by 'person.consent.ask' only.");
        assertThat(
                        faults(
                                step(
                                        "{\"id\":\"a\",\"capability\":\"person.consent.ask\",\"input\":{}}")))
                .containsExactly("/steps/0/input/quotes: required property 'quotes' not found.");
    }

    @Test
    void each_and_when_are_decided_before_there_is_an_item() {
        assertThat(
                        faults(
                                step(
                                        """
                                        {"id":"a","capability":"bench.noop.read","input":{"text":"x"},
                                         "each":"${$in.list}","when":"${$item.x}"}""")))
                .containsExactly(
                        "/steps/0/when: 'when' is decided once for the whole step, before there is an $item.");
    }

    @Test
    void an_expression_cannot_name_a_property_or_stay_open() {
        assertThat(
                        faults(
                                step(
                                        """
                                        {"id":"a","capability":"bench.find.read","input":{"${$in.x}":1,"v":"a ${ b","$${ok}":1}}""")))
                .contains(
                        "/steps/0/input/${$in.x}: An expression cannot name a property.",
                        "/steps/0/input/v: 'a ${ b' opens an expression that has no closing brace."
                                + " A literal ${ is written $${.");
    }

    @Test
    void refuses_what_is_too_much_or_no_plan_at_all() {
        assertThat(faults("{"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith(": The plan is not JSON: ");
        assertThat(faults("{\"goal\":\"g\",\"goal\":\"h\",\"steps\":[]}"))
                .first()
                .asString()
                .startsWith(": The plan is not JSON: Duplicate");
        assertThat(faults("[]"))
                .containsExactly(": A plan is a JSON object {goal, steps, in?, budget?, within?}.");
        assertThat(faults("{\"goal\":\"g\",\"steps\":[]}"))
                .containsExactly("/steps: A plan has an array of at least one step.");
        assertThat(faults(" ".repeat(256 * 1024 + 1)))
                .containsExactly(": The plan has 262,145 bytes; at most 262,144 are allowed.");
        String many =
                IntStream.range(0, 101)
                        .mapToObj(i -> "{\"id\":\"s" + i + "\",\"capability\":\"bench.find.read\"}")
                        .collect(Collectors.joining(","));
        assertThat(faults("{\"goal\":\"g\",\"steps\":[" + many + "]}"))
                .containsExactly("/steps: The plan has 101 steps; at most 100 are allowed.");
    }

    @Test
    void a_preview_shows_what_nobody_asks_about() {
        PlanSpec plan =
                accepted(
                        """
                        {"goal":"g","steps":[
                         {"id":"q","capability":"bench.find.read"},
                         {"id":"p","capability":"bench.pay.pay","input":{"quoteId":"${$out.q.quote.quoteId}"}}]}""");
        PlanPreview preview = PlanPreview.of(plan);
        assertThat(preview.asks())
                .containsExactly(new PlanPreview.Ask(List.of("p"), List.of("q"), true));
        assertThat(preview.steps().getLast())
                .isEqualTo(
                        new PlanPreview.Step(
                                "p",
                                "bench.pay.pay",
                                Effect.PAY,
                                Maturity.AUTO,
                                List.of("q"),
                                "bench.pay.back"));
    }

    static Manifest manifest(PlanSpec plan, String capability) {
        return Objects.requireNonNull(plan.manifests().get(capability), capability);
    }

    private static String step(String step) {
        return "{\"goal\":\"g\",\"steps\":[" + step + "]}";
    }

    private PlanSpec accepted(String json) {
        Checked checked = PlanDrafts.check(json, directory, "p_1", "demo", "en");
        assertThat(checked).as(checked.toString()).isInstanceOf(Checked.Accepted.class);
        return ((Checked.Accepted) checked).plan();
    }

    private List<String> faults(String json) {
        Checked checked = PlanDrafts.check(json, directory, "p_1", "demo", "en");
        assertThat(checked).isInstanceOf(Checked.Rejected.class);
        return ((Checked.Rejected) checked)
                .faults().stream().map(fault -> fault.path() + ": " + fault.message()).toList();
    }
}
