package errand.runtime.kafka;

import errand.common.Failure;
import errand.events.TaskFailed;
import errand.events.TaskRequested;
import errand.runtime.settings.AgentSettings;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** An agent that probes the runtime, one of its own for each test. */
abstract class ProbeOnKafka extends OnPlatform {

    private static int number;

    final String name = "probe" + ++number;
    final AgentSettings four = AgentSettings.defaults().concurrency(4);
    @Nullable AgentOnKafka agent;
    @Nullable Probe probe;

    @AfterEach
    void stopAgent() throws Exception {
        if (agent != null) {
            agent.stop();
        }
    }

    void start(AgentSettings settings) {
        Probe business = new Probe(name, platform.database(name));
        AgentOnKafka started = platform.agent(business, settings);
        probe = business;
        agent = started;
        try {
            started.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    int runs() {
        return Objects.requireNonNull(probe).runs.get();
    }

    String id(String step) {
        return asker().id(step);
    }

    void ask(String capability, String step, String input) {
        asker().ask(capability, step, input);
    }

    void cancel(String capability, String step) {
        asker().cancel(capability, step);
    }

    TaskRequested asked(String capability, String step, String input) {
        return asker().asked(capability, step, input);
    }

    Failure failed(String taskId) {
        return ((TaskFailed) platform.reply(taskId).record()).getFailure();
    }

    List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        return asker().deadLetters();
    }

    Asker asker() {
        return new Asker(platform, name);
    }

    static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }
}
