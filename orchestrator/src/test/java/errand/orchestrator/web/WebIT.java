package errand.orchestrator.web;

import static errand.orchestrator.web.Stand.check;
import static errand.orchestrator.web.Stand.conversation;
import static errand.orchestrator.web.Stand.plan;
import static errand.orchestrator.web.Stand.until;
import static org.assertj.core.api.Assertions.assertThat;

import errand.events.ConversationAdvanced;
import errand.orchestrator.view.Story;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Tag("integration")
@Timeout(120)
class WebIT {

    private static Stand stand;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        stand = Stand.ready(data);
    }

    @AfterAll
    static void stop() throws Exception {
        stand.close();
    }

    @Test
    void a_plan_in_the_log_is_shown_listed_and_found_by_what_it_uses() throws Exception {
        Story story = new Story(conversation());
        List<String> plans = List.of(plan(), plan(), plan());
        for (String plan : plans) {
            stand.writeAll(story.fourSteps(plan));
        }
        until(() -> stand.state(plans.get(2)).equals("done"));
        JsonNode plan = Stand.json(stand.get("/api/plans/" + plans.get(0)));
        assertThat(plan.path("steps")).hasSize(4);
        assertThat(plan.path("steps").path(0).path("output").path("echo").asString())
                .isEqualTo("你好");
        List<String> listed = new ArrayList<>();
        String next = "";
        do {
            JsonNode page =
                    Stand.json(
                            stand.get(
                                    "/api/plans?state=done&capability=bench.noop.commit&user=ann&since=2026-11-23T10:00:00%2B08:00&limit=2"
                                            + (next.isEmpty() ? "" : "&cursor=" + next)));
            page.path("items").forEach(item -> listed.add(item.path("id").asString()));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        assertThat(listed).containsSubsequence(plans.reversed()).doesNotHaveDuplicates();
        assertThat(Stand.json(stand.get("/api/plans?capability=no.such.thing")).path("items"))
                .isEmpty();
        JsonNode facts = Stand.json(stand.get("/api/plans/" + plans.get(1) + "/events"));
        assertThat(facts.path("items")).hasSize(14);
        assertThat(facts.path("items").path(0).path("fact").asString()).isEqualTo("PlanAccepted");
    }

    @Test
    void after_a_restart_the_view_goes_on_where_it_was_and_counts_nothing_twice() throws Exception {
        Story story = new Story(conversation());
        String first = plan();
        String second = plan();
        List<ConversationAdvanced> records = story.fourSteps(first);
        stand.writeAll(records.subList(0, 3));
        until(() -> stand.state(first).equals("running"));
        stand.stopService();
        stand.writeAll(records);
        stand.writeAll(story.fourSteps(second));
        stand.restart();
        until(() -> stand.state(second).equals("done"));
        assertThat(stand.state(first)).isEqualTo("done");
        String rows = rows();
        stand.restart("--errand.view.rebuild=true");
        until(() -> stand.state(second).equals("done"));
        until(() -> rows().equals(rows));
        assertThat(stand.rows("select seq from conversation where id = '%s'".formatted(id(story))))
                .isEqualTo("10|\n");
    }

    private static String id(Story story) {
        return story.conversationId();
    }

    private static String rows() throws Exception {
        return stand.rows("select * from plan order by id")
                + stand.rows("select * from conversation order by id")
                + stand.rows("select * from consent order by id")
                + stand.rows("select * from message order by id")
                + stand.rows("select * from view_offset order by part");
    }

    @Test
    void a_page_that_comes_and_goes_while_much_is_written_misses_nothing_and_sees_nothing_twice()
            throws Exception {
        Story story = new Story(conversation());
        Story noise = new Story(conversation());
        List<ConversationAdvanced> records = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            records.addAll(story.fourSteps(plan()));
            records.add(story.said("m_" + Ids.next(), "message " + i));
            records.addAll(noise.fourSteps(plan()));
        }
        String conversation = records.getFirst().getConversationId();
        stand.write(records.removeFirst());
        until(() -> stand.get("/api/conversations/" + conversation).statusCode() == 200);
        Thread writer =
                Thread.startVirtualThread(
                        () -> {
                            for (int i = 0; i < records.size(); i++) {
                                stand.write(records.get(i));
                                if (i % 7 == 0) {
                                    stand.write(records.get(i));
                                }
                            }
                            stand.write(story.said(END + Ids.next(), "end"));
                        });
        List<String> seen = new ArrayList<>();
        Random random = new Random(7);
        boolean ended = false;
        while (!ended) {
            ended = read(conversation, seen, 1 + random.nextInt(60));
        }
        writer.join();
        List<String> whole = new ArrayList<>();
        assertThat(read(conversation, whole, Integer.MAX_VALUE)).isTrue();
        assertThat(whole).hasSizeGreaterThan(600).doesNotHaveDuplicates();
        assertThat(seen).isEqualTo(whole);
    }

    private static final String END = "m_the-end-";

    /** Reads so many events, from the last one seen on; true when it came to the end. */
    private static boolean read(String conversation, List<String> seen, int events)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(stand.uri("/api/conversations/" + conversation + "/events"))
                        .header("Accept", "text/event-stream");
        if (!seen.isEmpty()) {
            request.header("Last-Event-ID", seen.getLast());
        }
        HttpResponse<java.io.InputStream> response =
                stand.http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String line;
            int left = events;
            while (left > 0 && (line = lines.readLine()) != null) {
                if (line.startsWith("id: ")) {
                    seen.add(line.substring(4));
                } else if (line.startsWith("data: ")) {
                    left--;
                    if (line.contains(END)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    @Test
    void a_plan_that_was_accepted_can_be_read_at_once_even_by_a_service_that_was_started_again()
            throws Exception {
        var taken = stand.post("/api/plans", "{\"goal\":\"四步\",\"user\":\"bob\"}");
        assertThat(taken.statusCode()).isEqualTo(202);
        String plan = Stand.json(taken).path("planId").asString();
        String conversation = Stand.json(taken).path("conversationId").asString();
        assertThat(stand.state(plan)).isEqualTo("drafting");
        assertThat(stand.get("/api/conversations/" + conversation).statusCode()).isEqualTo(200);
        stand.restart();
        assertThat(stand.state(plan)).isEqualTo("drafting");
        assertThat(
                        Stand.json(stand.get("/api/conversations/" + conversation))
                                .path("user")
                                .asString())
                .isEqualTo("bob");
    }

    @Test
    void one_key_one_answer() throws Exception {
        String key = "key-" + Ids.next();
        var first = stand.post("/api/plans", "{\"goal\":\"x\"}", "Idempotency-Key", key);
        var again = stand.post("/api/plans", "{\"goal\":\"x\"}", "Idempotency-Key", key);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        var other = stand.post("/api/plans", "{\"goal\":\"y\"}", "Idempotency-Key", key);
        assertThat(other.statusCode()).isEqualTo(422);
        var bad = stand.post("/api/plans", "{}", "Idempotency-Key", key + "b");
        var badAgain = stand.post("/api/plans", "{}", "Idempotency-Key", key + "b");
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(badAgain.body()).isEqualTo(bad.body());
        assertThat(Stand.json(bad).path("errors")).hasSize(2);
        stand.rows(
                "with gone as (update orchestrator.request_key set status = null where key = '%s' returning 1) select * from gone"
                        .formatted(key));
        var flying = stand.post("/api/plans", "{\"goal\":\"x\"}", "Idempotency-Key", key);
        assertThat(flying.statusCode()).isEqualTo(409);
    }

    @Test
    void every_error_is_a_problem() throws Exception {
        check(404, stand.get("/api/plans/p_nope"));
        check(404, stand.get("/api/conversations/c_nope"));
        check(404, stand.get("/api/conversations/c_nope/events"));
        check(404, stand.get("/api/profile"));
        check(400, stand.get("/api/plans?state=odd"));
        check(400, stand.get("/api/plans?limit=201"));
        check(400, stand.get("/api/plans?since=yesterday"));
        check(400, stand.get("/api/plans?cursor=*"));
        check(400, stand.post("/api/plans", "{\"goal\":"));
        check(400, stand.post("/api/plans", "{\"goal\":1,\"goal\":2}"));
        check(400, stand.post("/api/plans", "[]"));
        check(422, stand.post("/api/plans", "{}"));
        check(422, stand.post("/api/conversations", "{\"lang\":\"de\"}"));
        var talk = Stand.json(stand.post("/api/conversations", "{}")).path("id").asString();
        check(
                422,
                stand.post(
                        "/api/conversations/" + talk + "/messages",
                        "{\"text\":\"hi\",\"planOnly\":\"yes\"}"));
        check(404, stand.post("/api/plans", "{\"goal\":\"x\",\"conversationId\":\"c_nope\"}"));
        check(404, stand.post("/api/conversations/c_nope/cancel", "{}"));
        check(405, stand.post("/api/attention", "{}"));
        check(413, stand.post("/api/plans", "{\"goal\":\"" + "x".repeat(2_000_000) + "\"}"));
        check(403, stand.post("/api/plans", "{}", "Origin", "http://evil.example"));
        check(403, stand.post("/api/plans", "{}", "Host", "evil.example"));
    }

    @Test
    void what_is_too_large_says_how_large_it_may_be() throws Exception {
        String conversation =
                Stand.json(stand.post("/api/conversations", "{}")).path("id").asString();
        String path = "/api/conversations/" + conversation + "/messages";
        var long5000 = stand.post(path, "{\"text\":\"%s\"}".formatted("长".repeat(5_000)));
        check(422, long5000);
        assertThat(Stand.json(long5000).path("errors").path(0).path("message").asString())
                .isEqualTo("must be text of 1 to 4000 characters");
        String body = "{\"text\":\"%s\"}".formatted("x".repeat(1_048_576));
        String plan = "{\"goal\":\"g\",\"in\":{\"x\":\"%s\"}}".formatted("x".repeat(5_000_000));
        for (var refused : List.of(stand.post(path, body), stand.post("/api/plans", plan))) {
            check(413, refused);
            assertThat(Stand.json(refused).path("detail").asString())
                    .isEqualTo("A body may have 1048576 bytes; this one has more.");
        }
        check(400, stand.post("/api/plans", "{\"in\":" + "[".repeat(200_000)));
    }

    @Test
    void what_the_inbox_does_not_take_is_too_large_and_not_tried_again() throws Exception {
        stand.limitInbox(200);
        try {
            var refused = stand.post("/api/plans", "{\"goal\":\"四步\"}");
            check(413, refused);
            assertThat(Stand.json(refused).path("detail").asString())
                    .matches(
                            "With what its steps need it takes \\d+ bytes, more than topic 'conversation.inbox' takes \\(max.message.bytes\\). Nothing was done; hand in less.");
        } finally {
            stand.limitInbox(1_048_588);
        }
    }

    @Test
    void a_conversation_that_was_opened_is_there_and_listed_and_can_be_cancelled()
            throws Exception {
        var opened = stand.post("/api/conversations", "{\"user\":\"eve\",\"lang\":\"en\"}");
        assertThat(opened.statusCode()).isEqualTo(201);
        String id = Stand.json(opened).path("id").asString();
        JsonNode shown = Stand.json(stand.get("/api/conversations/" + id));
        assertThat(shown.path("status").asString()).isEqualTo("idle");
        assertThat(shown.path("lang").asString()).isEqualTo("en");
        assertThat(stand.get("/api/conversations?user=eve").body()).contains(id);
        assertThat(stand.post("/api/conversations/" + id + "/cancel", "").statusCode())
                .isEqualTo(202);
        var plan =
                stand.post(
                        "/api/plans", "{\"goal\":\"x\",\"conversationId\":\"%s\"}".formatted(id));
        String planId = Stand.json(plan).path("planId").asString();
        assertThat(Stand.json(stand.get("/api/plans/" + planId)).path("user").asString())
                .isEqualTo("eve");
    }

    @Test
    void what_an_operator_should_see_is_listed() throws Exception {
        Story story = new Story(conversation());
        String plan = plan();
        stand.write(story.breaks(plan));
        until(() -> stand.get("/api/attention").body().contains(plan));
        JsonNode found = Stand.json(stand.get("/api/attention")).path("items").path(0);
        assertThat(found.path("why").asString()).isEqualTo("undo-failed");
    }
}
