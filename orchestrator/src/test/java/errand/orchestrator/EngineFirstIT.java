package errand.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.embedded.EmbeddedBroker;
import errand.embedded.FreePort;
import errand.embedded.registry.RegistryServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine waits neither for the database nor for the web part. */
@Tag("integration")
class EngineFirstIT {

    private static final String GROUP = "errand-engine";

    @TempDir private Path data;

    @Test
    void the_engine_works_while_the_rest_waits_for_the_database_and_ends_with_it()
            throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("broker"));
                RegistryServer registry = RegistryServer.start(broker.bootstrapServers(), 0);
                Admin admin =
                        Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            CompletableFuture<?> service =
                    CompletableFuture.supplyAsync(
                            () -> start(broker.bootstrapServers(), registry.url(), "10s"));

            await(() -> stateOfEngine(admin) == GroupState.STABLE);

            assertThat(service).isNotDone();
            assertThatThrownBy(service::get).hasMessageContaining("the database at");
            await(() -> stateOfEngine(admin) == GroupState.EMPTY);
        }
    }

    @Test
    void where_it_shall_wait_it_begins_nothing_before_the_database_is_there() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("broker"));
                RegistryServer registry = RegistryServer.start(broker.bootstrapServers(), 0);
                Admin admin =
                        Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            assertThatThrownBy(
                            () ->
                                    start(
                                            broker.bootstrapServers(),
                                            registry.url(),
                                            "5s",
                                            "--errand.engine.ahead=false"))
                    .hasMessageContaining("the database at");

            assertThat(stateOfEngine(admin)).isEqualTo(GroupState.UNKNOWN);
        }
    }

    /** No database listens where it looks for one. */
    private static Object start(String broker, String registry, String patience, String... more) {
        List<String> args = new ArrayList<>(List.of(more));
        args.addAll(
                List.of(
                        "--server.port=0",
                        // The web part's scan also finds what its own tests put in place of drafts.
                        "--spring.main.allow-bean-definition-overriding=true",
                        "--errand.start.patience=" + patience,
                        "--errand.kafka.bootstrap.servers=" + broker,
                        "--errand.registry.url=" + registry,
                        "--spring.datasource.url=jdbc:postgresql://127.0.0.1:%d/errand"
                                .formatted(FreePort.any())));
        return OrchestratorApplication.start(args.toArray(String[]::new));
    }

    private static GroupState stateOfEngine(Admin admin) {
        try {
            return admin.describeConsumerGroups(List.of(GROUP))
                    .describedGroups()
                    .values()
                    .iterator()
                    .next()
                    .get(10, TimeUnit.SECONDS)
                    .groupState();
        } catch (ExecutionException failed) {
            assertThat(failed).hasCauseInstanceOf(GroupIdNotFoundException.class);
            return GroupState.UNKNOWN;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void await(BooleanSupplier that) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!that.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waits no longer than a minute").isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
