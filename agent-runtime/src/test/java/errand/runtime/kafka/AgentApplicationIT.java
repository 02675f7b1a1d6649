package errand.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.events.TaskRequested;
import errand.events.TaskSucceeded;
import errand.runtime.probe.EchoApplication;
import errand.schemas.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** An agent as a service of its own. */
@Tag("integration")
@Timeout(60)
class AgentApplicationIT {

    @TempDir static Path folder;
    private static Platform platform;

    @BeforeAll
    static void startPlatform() throws Exception {
        platform = new Platform(folder);
    }

    @AfterAll
    static void stopPlatform() throws Exception {
        platform.close();
    }

    @Test
    void an_agent_is_ready_answers_and_is_measured() throws Exception {
        try (ConfigurableApplicationContext context =
                EchoApplication.start(
                        "--errand.kafka.bootstrap.servers=" + platform.broker.bootstrapServers(),
                        "--errand.registry.url=" + platform.registry.url(),
                        "--spring.datasource.url=" + platform.postgres.jdbcUrl(),
                        "--spring.datasource.username=" + platform.postgres.username(),
                        "--spring.datasource.password=" + platform.postgres.password())) {
            String url =
                    "http://127.0.0.1:"
                            + context.getEnvironment().getProperty("local.server.port")
                            + "/actuator/";
            assertThat(get(url + "health/readiness")).contains("\"status\":\"UP\"");
            assertThat(get(url + "health/liveness")).contains("\"status\":\"UP\"");

            ask("p/a/do/1", "echo.text.read");
            ask("p/b/do/1", "echo.text.hold");
            for (String id : new String[] {"p/a/do/1", "p/b/do/1"}) {
                assertThat(((TaskSucceeded) platform.reply(id).record()).getOutput())
                        .isEqualTo("{\"text\":\"hello\"}");
            }
            assertThat(get(url + "prometheus"))
                    .contains(
                            "errand_tasks_total{agent=\"echo\",capability=\"echo.text.hold\",outcome=\"done\"} 1.0")
                    .contains("errand_task_duration_seconds_bucket")
                    .contains("errand_task_queue_wait_seconds_count{agent=\"echo\"} 2")
                    .contains("errand_tasks_in_flight{agent=\"echo\"} 0.0");
        }
    }

    @Test
    void an_agent_that_writes_does_not_start_without_a_database() {
        assertThatThrownBy(
                        () ->
                                EchoApplication.start(
                                        "--errand.kafka.bootstrap.servers="
                                                + platform.broker.bootstrapServers(),
                                        "--errand.registry.url=" + platform.registry.url()))
                .hasStackTraceContaining(
                        "Agent 'echo' writes (echo.text.hold) and must remember what it did.");
    }

    private static void ask(String taskId, String capability) {
        platform.send(
                Topics.taskRequests("echo"),
                taskId,
                TaskRequested.newBuilder()
                        .setTaskId(taskId)
                        .setConversationId("c")
                        .setPlanId("p")
                        .setStepId("a")
                        .setCapability(capability)
                        .setInput("{\"text\":\"hello\"}")
                        .setAt(Instant.now())
                        .setDeadline(Instant.now().plusSeconds(60))
                        .setAttempt(1)
                        .setUser("demo")
                        .setLang("zh")
                        .build());
    }

    private static String get(String url) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(url)).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
