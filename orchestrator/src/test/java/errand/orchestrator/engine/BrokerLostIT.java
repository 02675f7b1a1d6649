package errand.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker is killed under a running engine and comes back. */
@Tag("integration")
class BrokerLostIT {

    @TempDir private Path data;

    @Test
    void plans_go_on_when_the_broker_is_back_without_a_restart_of_the_engine() throws Exception {
        try (BrokerProcess broker = new BrokerProcess(data);
                StubRegistry registry = new StubRegistry();
                Rig rig = new Rig(broker.bootstrapServers(), registry.url(), "")) {
            EngineLifecycle engine = rig.engine();
            Rig.Reader events = rig.events();
            for (int i = 0; i < 10; i++) {
                rig.submit("c_" + i, "p_" + i);
            }
            Rig.await(() -> rig.events(events).size() == 10, "10 plans run");

            broker.kill();
            // A client that has lost its only broker may forget the topic: sending then waits for
            // it.
            Thread asking =
                    Thread.startVirtualThread(
                            () -> {
                                for (int i = 10; i < 20; i++) {
                                    rig.submit("c_" + i, "p_" + i);
                                }
                            });
            broker.startAgain();
            assertThat(asking.join(Duration.ofSeconds(60))).isTrue();
            rig.agent();

            Rig.await(
                    () -> rig.closed(events).size() == 20,
                    "20 plans are done",
                    Duration.ofSeconds(90));
            assertThat(engine.problem()).isNull();
            assertThat(rig.events(events))
                    .hasSize(20)
                    .allSatisfy((id, own) -> assertThat(own).hasSize(5));
        }
    }
}
