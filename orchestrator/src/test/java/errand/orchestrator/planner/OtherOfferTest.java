package errand.orchestrator.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OtherOfferTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String SEARCH =
            """
            {"spec":{"id":"found","capability":"shop.goods.search","input":{"text":"x"},"needs":[],"onFailure":"fail"},
             "state":"DONE","effect":"READ","input":{"text":"x"},"quoteIds":[],
             "output":{"offers":[{"skuId":"A","price":1},{"skuId":"B","price":2},{"skuId":"C","price":3}]}}""";

    private static String quote(String id, String expression, String chosen) {
        return """
               {"spec":{"id":"%s","capability":"shop.goods.quote","needs":["found"],"onFailure":"fail",
                "input":{"lines":[{"skuId":"%s","quantity":"${$in.n}"}]}},
                "state":"DONE","effect":"READ","input":{"lines":[{"skuId":"%s","quantity":2}]},"quoteIds":[],
                "output":{"quote":{"quoteId":"q%s"}}}"""
                .formatted(id, expression, chosen, chosen);
    }

    private static String step(
            String id, String effect, String state, String input, String quoteIds, String more) {
        return """
               {"spec":{"id":"%s","capability":"shop.%s.do","needs":[],"onFailure":"%s","input":%s},
                "state":"%s","effect":"%s","quoteIds":%s,"input":{}%s}"""
                .formatted(
                        id,
                        id,
                        state.equals("FAILED") ? "revise" : "fail",
                        input,
                        state,
                        effect,
                        quoteIds,
                        more);
    }

    private static Optional<Revision> revise(int round, String... steps) {
        JsonNode all = JSON.readTree("[" + String.join(",", steps) + "]");
        return OtherOffer.of(
                new RevisionRequest(
                        "p_1", "zh", "goal", JSON.createObjectNode().put("n", 2), round, all));
    }

    private static final String ASK =
            step("ok", "ASK", "DONE", "{\"quotes\":\"${[$out.q.quote]}\"}", "[\"qA\"]", "");
    private static final String AUTH =
            step("auth", "PAY", "DONE", "{\"lines\":\"${$out.ok.lines}\"}", "[\"qA\"]", "");
    private static final String ORDER =
            step(
                    "order",
                    "COMMIT",
                    "FAILED",
                    "{\"quoteId\":\"${$out.q.quote.quoteId}\"}",
                    "[\"qA\"]",
                    "");
    private static final String PAY =
            step(
                    "pay",
                    "PAY",
                    "WAITING",
                    "{\"a\":\"${$out.auth.id}\",\"o\":\"${$out.order.id}\"}",
                    "[]",
                    "");
    private static final String BEST = "${$out.found.offers^(price)[0].skuId}";

    private static JsonNode named(Revision revision, String id) {
        for (JsonNode step : revision.draft().path("steps")) {
            if (step.path("id").asString().equals(id)) {
                return step;
            }
        }
        throw new AssertionError(id + " is not in " + revision.draft());
    }

    @Test
    void the_next_of_what_was_found_is_quoted_asked_about_and_paid_anew() {
        Revision revision =
                revise(1, SEARCH, quote("q", BEST, "A"), ASK, AUTH, ORDER, PAY).orElseThrow();
        assertThat(revision.added())
                .containsExactlyInAnyOrder("q_r2", "ok_r2", "auth_r2", "order_r2", "pay_r2");
        assertThat(named(revision, "q_r2").at("/input/lines/0/skuId").asString())
                .isEqualTo("${$out.found.offers[skuId != 'A']^(price)[0].skuId}");
        assertThat(named(revision, "q_r2").at("/input/lines/0/quantity").asString())
                .isEqualTo("${$in.n}");
        assertThat(named(revision, "ok_r2").at("/input/quotes").asString())
                .isEqualTo("${[$out.q_r2.quote]}");
        assertThat(named(revision, "pay_r2").path("input").toString())
                .contains("$out.auth_r2.id", "$out.order_r2.id");
        assertThat(revision.undo()).containsExactly("auth");
        assertThat(revision.dropped()).isEqualTo("qA");
    }

    @Test
    void what_was_held_for_something_else_stays() {
        String other = step("hold", "HOLD", "DONE", "{\"x\":\"${$out.ok.lines}\"}", "[\"qZ\"]", "");
        Revision revision =
                revise(1, SEARCH, quote("q", BEST, "A"), ASK, other, ORDER, PAY).orElseThrow();
        assertThat(revision.added()).doesNotContain("hold_r2");
        assertThat(revision.undo()).isEmpty();
    }

    @Test
    void what_was_held_of_the_old_choice_is_given_back() {
        String held =
                step(
                        "hold",
                        "HOLD",
                        "DONE",
                        "{\"quoteId\":\"${$out.q.quote.quoteId}\"}",
                        "[\"qA\"]",
                        "");
        Revision revision =
                revise(1, SEARCH, quote("q", BEST, "A"), ASK, held, ORDER, PAY).orElseThrow();
        assertThat(revision.added()).contains("hold_r2");
        assertThat(revision.undo()).containsExactly("hold");
    }

    @Test
    void a_second_time_neither_of_the_two_is_taken() {
        String again = "${$out.found.offers[skuId != 'A']^(price)[0].skuId}";
        String order =
                step(
                        "order_r2",
                        "COMMIT",
                        "FAILED",
                        "{\"quoteId\":\"${$out.q_r2.quote.quoteId}\"}",
                        "[\"qB\"]",
                        "");
        Revision revision = revise(2, SEARCH, quote("q_r2", again, "B"), order).orElseThrow();
        assertThat(named(revision, "q_r3").at("/input/lines/0/skuId").asString())
                .isEqualTo("${$out.found.offers[skuId != 'B'][skuId != 'A']^(price)[0].skuId}");
    }

    @Test
    void ids_of_a_plan_that_the_person_has_changed_before_are_free() {
        String order =
                step(
                        "order_r4",
                        "COMMIT",
                        "FAILED",
                        "{\"quoteId\":\"${$out.q_r4.quote.quoteId}\"}",
                        "[\"qA\"]",
                        "");
        Revision revision = revise(1, SEARCH, quote("q_r4", BEST, "A"), order).orElseThrow();
        assertThat(revision.added()).containsExactlyInAnyOrder("q_r5", "order_r5");
    }

    @Test
    void there_is_no_other_way_when_nothing_else_was_found_or_money_was_paid() {
        String last = "${$out.found.offers[skuId != 'A'][skuId != 'B']^(price)[0].skuId}";
        String order =
                step(
                        "order",
                        "COMMIT",
                        "FAILED",
                        "{\"quoteId\":\"${$out.q.quote.quoteId}\"}",
                        "[\"qC\"]",
                        "");
        assertThat(revise(1, SEARCH, quote("q", last, "C"), order)).isEmpty();
        String paid =
                step(
                        "pay",
                        "PAY",
                        "DONE",
                        "{\"o\":\"${$out.ok.lines}\"}",
                        "[\"qA\"]",
                        ",\"output\":{\"paid\":{}}");
        assertThat(revise(1, SEARCH, quote("q", BEST, "A"), ASK, ORDER, paid)).isEmpty();
        String underWay =
                step(
                        "auth",
                        "PAY",
                        "DISPATCHED",
                        "{\"lines\":\"${$out.ok.lines}\"}",
                        "[\"qA\"]",
                        "");
        assertThat(revise(1, SEARCH, quote("q", BEST, "A"), ASK, underWay, ORDER)).isEmpty();
        assertThat(revise(1, SEARCH, quote("q", "A", "A"), ORDER)).isEmpty();
    }
}
