package errand.local;

import static org.assertj.core.api.Assertions.assertThat;

import errand.local.Client.Answer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Two at the same time, on everything real. */
@Tag("race")
@ExtendWith(OnInstallation.class)
class RaceIT {

    private static final int TIMES = Integer.getInteger("errand.race.times", 1_000);

    private final Running running;
    private final Client api;
    private final Person person;

    RaceIT(Running running) {
        this.running = running;
        this.api = running.api();
        this.person = new Person(api);
    }

    @Test
    void of_two_conversations_that_want_the_last_seat_exactly_one_gets_it() throws Exception {
        String offer = offer();
        int won = 0;
        for (int i = 0; i < TIMES; i++) {
            Answer left = running.fliggy().patch("/sandbox/items/" + offer, "{\"stock\":1}");
            assertThat(left.status()).isEqualTo(200);
            List<CompletableFuture<String>> wishes =
                    Stream.generate(() -> CompletableFuture.supplyAsync(() -> hold(offer)))
                            .limit(2)
                            .toList();
            List<JsonNode> ends =
                    wishes.stream()
                            .map(wish -> api.awaitPlan(wish.join(), "done", "failed"))
                            .toList();
            assertThat(ends.stream().map(end -> end.path("state").asString()))
                    .as("round %d: %s", i, ends)
                    .containsExactlyInAnyOrder("done", "failed");
            JsonNode lost =
                    ends.stream()
                            .filter(end -> end.path("state").asString().equals("failed"))
                            .findFirst()
                            .orElseThrow();
            assertThat(lost.path("reason").path("code").asString()).isEqualTo("SOLD_OUT");
            won++;
        }
        assertThat(won).isEqualTo(TIMES);
    }

    @RepeatedTest(10)
    void a_second_yes_after_50_ms_orders_nothing_more_and_gets_the_same_answer() throws Exception {
        long before = captured();
        String conversation = person.begin("帮我点两杯拿铁送到公司前台");
        JsonNode card = person.awaitCard(conversation);

        CompletableFuture<Answer> first =
                CompletableFuture.supplyAsync(() -> person.grant(conversation, card));
        TimeUnit.MILLISECONDS.sleep(50);
        Answer second = person.grant(conversation, card);

        assertThat(first.join().status()).isEqualTo(200);
        assertThat(second).isEqualTo(first.join());
        JsonNode told = person.awaitStatus(conversation, "idle");
        assertThat(told.path("plans").size()).isOne();
        assertThat(captured() - before).isEqualTo(card.path("total").path("amount").asLong());
    }

    private String offer() {
        LocalDate day = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(12);
        String plan =
                submit(
                        """
                        {"goal": "look", "steps": [{"id": "t", "capability": "fliggy.train.search",
                          "input": {"from": "北京", "to": "杭州", "date": "%s", "people": 1}}]}"""
                                .formatted(day));
        JsonNode done = api.awaitPlan(plan, "done", "failed");
        return Steps.output(done, "t").path("offers").path(0).path("offerId").asString("no offer");
    }

    private String hold(String offer) {
        return submit(
                """
                {"goal": "a seat", "steps": [
                  {"id": "q", "capability": "fliggy.train.quote",
                   "input": {"offerId": "%s", "people": 1}},
                  {"id": "h", "capability": "fliggy.train.hold",
                   "input": {"quoteId": "${$out.q.quote.quoteId}"}}]}"""
                        .formatted(offer));
    }

    private String submit(String plan) {
        Answer answer = api.post("/api/plans", plan);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        return answer.body().path("planId").asString();
    }

    private long captured() {
        return running.alipay().get("/sandbox/ledger").body().path("captured").asLong();
    }
}
