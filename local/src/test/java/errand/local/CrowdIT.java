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

    private static final int PLANS = 80;
    private static final String SLEEP =
            """
            {"goal":"a nap","user":"%s","steps":[
              {"id":"a","capability":"bench.sleep.read","input":{"ms":1500},"answerWithin":"2m"}]}""";

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
    void it_waits_with_a_place_that_is_seen_while_chat_and_others_go_on() throws Exception {
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

            JsonNode dropped = cancelled(crowd.get(PLANS - 2));
            assertThat(dropped.path("steps").path(0).path("state").asString()).isEqualTo("skipped");

            Taken other = submit("somebody-else");
            assertThat(plan(other).path("state").asString()).isNotEqualTo("queued");
            assertThat(plan(last).path("state").asString()).as("meanwhile").isEqualTo("queued");
            String chat = person.beginAs("crowd", "你好");
            assertThat(Person.lastAnswer(person.awaitStatus(chat, "idle"))).isNotBlank();

            for (Taken one : crowd) {
                api.awaitPlan(one.plan(), "done", "cancelled");
            }
            JsonNode served = api.awaitPlan(other.plan(), "done", "failed");
            assertThat(served.path("state").asString()).isEqualTo("done");
            assertThat(places(told)).isNotEmpty().isSortedAccordingTo((a, b) -> b - a);
            assertThat(told).anyMatch(event -> said(event, "notice", "QUEUED"));
        }
        assertThat(crowd.stream().filter(it -> plan(it).path("state").asString().equals("done")))
                .hasSize(PLANS - 1);
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
