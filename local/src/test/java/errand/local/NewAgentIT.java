package errand.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The way of a newcomer: from an empty folder to an agent that works in plans. */
@Tag("integration")
@ExtendWith(OnInstallation.class)
class NewAgentIT {

    private final Cli cli;
    private final Client api;

    @TempDir private Path folder;

    NewAgentIT(Running running) {
        cli = running.cli();
        api = running.api();
    }

    @Test
    void from_an_empty_folder_to_plans_that_book_and_undo() throws Exception {
        var made = cli.run("new", "agent", "flower-shop", "--dir", folder.toString());
        assertThat(made.exit()).as(made.toString()).isZero();
        assertThat(made.out()).contains("Made agent-flower-shop in ", "mvn package");
        mvnPackage();

        Process agent = cli.start(folder.resolve("run.log"), "run", folder.toString());
        try {
            awaitAgent(agent);
            booksWhatWasAgreedTo();
            givesBackWhatWasHeld();
        } finally {
            agent.destroy();
            agent.waitFor();
        }
    }

    @Test
    void up_starts_what_was_built_in_a_folder_besides() throws Exception {
        Path classes = folder.resolve("target/classes/META-INF");
        Files.createDirectories(classes);
        Files.writeString(
                classes.resolve("errand-agent.properties"), "name=rose\nmain=agents.rose.Rose\n");

        var own = OwnAgent.in(folder);
        var service = own.service();

        assertThat(service.alwaysApart()).isTrue();
        assertThat(service.name()).isEqualTo("agent-rose");
        assertThat(Services.with(java.util.List.of(), java.util.List.of(own))).endsWith(service);
        assertThat(service.classPath())
                .isEqualTo(folder.resolve("target/classes") + ":" + folder.resolve("target/lib/*"));
    }

    /** As a person does it. */
    private void mvnPackage() throws Exception {
        Path said = folder.resolve("mvn.log");
        Process maven =
                new ProcessBuilder("mvn", "-B", "package")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        assertThat(maven.waitFor()).as(Files.readString(said)).isZero();
        assertThat(Files.readString(said)).containsPattern("Tests run: 1\\d, Failures: 0");
    }

    private void awaitAgent(Process agent) {
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> {
                            assertThat(agent.isAlive()).as(log()).isTrue();
                            return api.get("/api/agents").body().toString().contains("flower-shop");
                        });
        assertThat(api.get("/api/agents").body().toString())
                .contains("flower-shop.session.search", "flower-shop.session.cancel");
    }

    private void booksWhatWasAgreedTo() {
        String planId =
                submit(
                        """
                        {"goal": "two at tea", "in": {"day": "%s"}, "steps": [
                          {"id": "find", "capability": "flower-shop.session.search",
                           "input": {"date": "${$in.day}", "people": 2}},
                          {"id": "price", "capability": "flower-shop.session.quote",
                           "input": {"offerId": "${$out.find.offers[0].offerId}", "people": 2}},
                          {"id": "ok", "capability": "person.consent.ask",
                           "input": {"quotes": "${[$out.price.quote]}"}},
                          {"id": "keep", "capability": "flower-shop.session.hold", "needs": ["ok"],
                           "input": {"quoteId": "${$out.price.quote.quoteId}"}},
                          {"id": "book", "capability": "flower-shop.session.book",
                           "input": {"quoteId": "${$out.price.quote.quoteId}",
                                     "holdId": "${$out.keep.holdId}"}}]}
                        """);
        JsonNode asked = api.awaitPlan(planId, "awaiting-consent", "failed");
        assertThat(api.answerCard(asked, "grant").status()).isEqualTo(200);

        JsonNode done = api.awaitPlan(planId, "done", "failed", "partial");

        assertThat(done.path("state").asString()).as(done.toPrettyString()).isEqualTo("done");
        JsonNode booked = Steps.output(done, "book");
        assertThat(booked.path("bookingId").asString()).startsWith("B");
        assertThat(booked.at("/total/amount")).isEqualTo(asked.at("/consents/0/total/amount"));
    }

    private void givesBackWhatWasHeld() {
        String planId =
                submit(
                        """
                        {"goal": "kept, then not needed", "in": {"day": "%s"}, "steps": [
                          {"id": "find", "capability": "flower-shop.session.search",
                           "input": {"date": "${$in.day}", "people": 1}},
                          {"id": "price", "capability": "flower-shop.session.quote",
                           "input": {"offerId": "${$out.find.offers[0].offerId}", "people": 1}},
                          {"id": "keep", "capability": "flower-shop.session.hold",
                           "input": {"quoteId": "${$out.price.quote.quoteId}"}},
                          {"id": "no", "capability": "flower-shop.session.quote", "needs": ["keep"],
                           "input": {"offerId": "nothing", "people": 1}}]}
                        """);

        JsonNode ended = api.awaitPlan(planId, "failed", "done", "partial");

        assertThat(Steps.state(ended, "keep")).as(ended.toPrettyString()).isEqualTo("undone");
        assertThat(Steps.step(ended, "no").path("failure").toString()).contains("UNKNOWN_OFFER");
    }

    private String submit(String plan) {
        LocalDate day = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(9);
        var answer = api.post("/api/plans", plan.formatted(day));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        return answer.body().path("planId").asString();
    }

    private String log() throws java.io.IOException {
        return Files.readString(folder.resolve("run.log"), StandardCharsets.UTF_8);
    }
}
