package errand.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import errand.local.Client.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** One person asks for more at once than one person may have under way. */
@Tag("integration")
@ExtendWith(OnInstallation.class)
class CrowdIT {

    private static final int PLANS = 110;
    private static final String SLEEP =
            """
            {"goal":"a nap","user":"%s","steps":[
              {"id":"a","capability":"bench.sleep.read","input":{"ms":600},"answerWithin":"2m"}]}""";

    private final Client api;
    private final Person person;
    private final Api terminal;

    CrowdIT(Running running) {
        this.api = running.api();
        this.person = new Person(api);
        this.terminal = new Api("http://127.0.0.1:" + running.cli().port());
    }

    private record Taken(String plan, String conversation) {}

    private Taken submit(String user) {
        Answer taken = api.post("/api/plans", SLEEP.formatted(user));
        assertThat(taken.status()).as(taken.toString()).isEqualTo(202);
        return new Taken(
                taken.body().path("planId").asString(),
                taken.body().path("conversationId").asString());
    }

    private JsonNode plan(Taken taken) {
        return api.get("/api/plans/" + taken.plan()).body();
    }

    @Test
    void it_waits_with_a_place_that_is_seen_and_nobody_else_waits_with_it() throws Exception {
        List<Taken> crowd = new ArrayList<>();
        for (int i = 0; i < PLANS; i++) {
            crowd.add(submit("crowd"));
        }
        Taken last = crowd.getLast();
        var told = new ConcurrentLinkedQueue<EventStream.Event>();
        try (var _ = EventStream.of(terminal, last.conversation(), told::add)) {
            await().atMost(5, TimeUnit.SECONDS)
                    .until(() -> plan(last).path("state").asString().equals("queued"));
            await().atMost(5, TimeUnit.SECONDS).until(() -> plan(last).path("place").asInt(0) > 0);

            JsonNode other = api.awaitPlan(submit("somebody-else").plan(), "done", "failed");
            assertThat(other.path("state").asString()).isEqualTo("done");
            assertThat(plan(last).path("state").asString()).as("meanwhile").isEqualTo("queued");

            JsonNode dropped = cancelled(crowd.get(PLANS - 2));
            assertThat(dropped.path("steps").path(0).path("state").asString()).isEqualTo("skipped");

            for (Taken one : crowd) {
                api.awaitPlan(one.plan(), "done", "cancelled");
            }
            assertThat(places(told)).isNotEmpty().isSortedAccordingTo((a, b) -> b - a);
            assertThat(told).anyMatch(event -> said(event, "notice", "QUEUED"));
        }
        assertThat(crowd.stream().filter(it -> plan(it).path("state").asString().equals("done")))
                .hasSize(PLANS - 1);
    }

    @Test
    void chat_is_answered_meanwhile() {
        for (int i = 0; i < PLANS; i++) {
            submit("crowd-2");
        }
        long begun = System.nanoTime();
        String conversation = person.beginAs("crowd-2", "你好");
        JsonNode told = person.awaitStatus(conversation, "idle");
        assertThat(Person.lastAnswer(told)).isNotBlank();
        assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.SECONDS.toNanos(10));
    }

    private JsonNode cancelled(Taken taken) {
        Answer asked = api.post("/api/conversations/" + taken.conversation() + "/cancel", "{}");
        assertThat(asked.status()).isEqualTo(202);
        return api.awaitPlan(taken.plan(), "cancelled", "done");
    }

    private static List<Integer> places(Iterable<EventStream.Event> told) {
        List<Integer> places = new ArrayList<>();
        for (EventStream.Event event : told) {
            if (event.name().equals("progress") && event.data().has("place")) {
                places.add(event.data().path("place").asInt());
            }
        }
        return places;
    }

    private static boolean said(EventStream.Event event, String name, String code) {
        return event.name().equals(name) && event.data().path("code").asString("").equals(code);
    }
}
