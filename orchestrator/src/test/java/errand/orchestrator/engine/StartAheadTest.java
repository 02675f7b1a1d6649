package errand.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import errand.runtime.settings.KafkaSettings;
import errand.runtime.settings.TopicSettings;
import errand.schemas.registry.SchemaRegistry;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartAheadTest {

    @TempDir private Path folder;

    @Test
    void an_engine_that_is_starting_when_its_service_ends_leaves_nothing_behind() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            EngineLifecycle engine = engine("127.0.0.1:" + silent.getLocalPort());
            engine.startAhead();
            awaitThreads("engine-start", true);
            awaitThreads("errand-engine-admin", true);

            long before = System.nanoTime();
            engine.destroy();

            awaitThreads("engine-start", false);
            awaitThreads("errand-engine-admin", false);
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - before))
                    .as("seconds; by itself it would wait for 10")
                    .isLessThan(5);
            engine.start();
            assertThat(engine.isRunning()).isFalse();
        }
    }

    private EngineLifecycle engine(String bootstrap) {
        KafkaSettings kafka = KafkaSettings.at(bootstrap);
        TopicSettings topics = TopicSettings.defaults();
        return new EngineLifecycle(
                kafka,
                topics,
                new SharedTopics(kafka, topics, new SchemaRegistry("http://" + bootstrap)),
                EngineSettings.defaults(),
                folder,
                (destinations, admin) -> {
                    throw new IllegalStateException("nobody answered");
                });
    }

    private static void awaitThreads(String name, boolean there) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (Thread.getAllStackTraces().keySet().stream()
                        .anyMatch(one -> one.getName().contains(name))
                != there) {
            assertThat(System.nanoTime()).as(name + " there: " + there).isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }
}
