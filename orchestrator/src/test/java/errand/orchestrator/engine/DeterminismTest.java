package errand.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same inbox gives the same facts and tasks, byte for byte, whatever happens on the way. */
class DeterminismTest {

    private static final int LENGTH = 60;
    private static final int COMMIT_EVERY = 4;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_same_inbox_twice_gives_the_same_bytes(long seed) {
        Scenario scenario = new Scenario(seed, LENGTH, true);
        Broker broker = new Broker();
        Instance instance = new Instance(broker, scenario.inbox);
        while (!instance.done()) {
            instance.step();
        }
        instance.commit();

        assertThat(broker.outputs).hasSameSizeAs(scenario.outputs);
        check(scenario, broker);
    }

    @Test
    void scenarios_reach_all_that_can_happen_to_a_plan() {
        StringBuilder facts = new StringBuilder();
        for (long seed = 1; seed <= 40; seed++) {
            for (Output output : new Scenario(seed, LENGTH, true).outputs) {
                facts.append(
                        output.topic().endsWith(".dlt")
                                ? "dead letter"
                                : Scenario.AVRO.deserialize("", output.value()));
                facts.append(output.topic());
            }
        }
        assertThat(facts)
                .contains("task.requests.bench", "task.cancellations", "dead letter")
                .contains("againAt", "consentId", "dueAt")
                .contains("\"outcome\": \"DONE\"", "\"outcome\": \"FAILED\"")
                .contains("\"outcome\": \"CANCELLED\"", "\"outcome\": \"PARTIAL\"");
    }

    /** A crash after every input, with every beginning of changelog and outputs let through. */
    @Test
    void from_every_crash_point_the_same_facts_and_tasks_follow() {
        assertThat(everyCrashPoint(11, 16)).isGreaterThan(100);
    }

    @Test
    @Tag("simulation")
    void from_every_crash_point_of_longer_inboxes_the_same_facts_and_tasks_follow() {
        for (long seed = 12; seed < 16; seed++) {
            assertThat(everyCrashPoint(seed, 40)).isGreaterThan(300);
        }
    }

    private static int everyCrashPoint(long seed, int length) {
        Scenario scenario = new Scenario(seed, length, true);
        Map<String, String> expected = Broker.distinct(scenario.outputs);
        int tried = 0;
        for (int crash = 1; crash <= scenario.inbox.size(); crash++) {
            Instance dying = upTo(new Broker(), scenario, crash);
            int changes = dying.buffer.changes();
            int sent = dying.buffer.outputs();
            for (int c = 0; c <= changes; c++) {
                for (int s = 0; s <= sent; s++) {
                    Broker broker = new Broker();
                    broker.accept(upTo(broker, scenario, crash).buffer, c, s);
                    finish(new Instance(broker, scenario.inbox), false);
                    assertThat(Broker.distinct(broker.outputs))
                            .as("crash after %d, %d changes and %d outputs in", crash, c, s)
                            .isEqualTo(expected);
                    Broker.checkNoGaps(broker.outputs);
                    tried++;
                }
            }
        }
        return tried;
    }

    @Test
    void two_and_more_instances_at_once_give_the_same_facts_and_tasks() {
        for (long seed = 100; seed < 130; seed++) {
            chaos(seed, true, false);
        }
    }

    @Test
    @Tag("simulation")
    void many_more_seeds_of_both_give_the_same_facts_and_tasks() {
        for (long seed = 1_000; seed < 1_500; seed++) {
            chaos(seed, true, false);
            chaos(seed, false, true);
        }
    }

    @Test
    void conversations_that_leave_and_come_back_give_the_same_facts_and_tasks() {
        for (long seed = 300; seed < 330; seed++) {
            chaos(seed, false, true);
        }
    }

    /**
     * Instances come and go, overlap, write late, and are cut off anywhere; those that lost the
     * partition go on until they notice.
     */
    private static void chaos(long seed, boolean noise, boolean leaving) {
        Scenario scenario = new Scenario(seed, LENGTH, noise);
        Random random = new Random(seed);
        Broker broker = new Broker();
        List<Instance> instances = new ArrayList<>(List.of(new Instance(broker, scenario.inbox)));
        for (int turn = 0; turn < 300; turn++) {
            Instance one = instances.get(random.nextInt(instances.size()));
            switch (random.nextInt(leaving ? 14 : 12)) {
                case 0 -> instances.add(new Instance(broker, scenario.inbox));
                case 1 -> die(one, instances, broker, random);
                case 2, 3 -> broker.acceptSome(one.buffer, random);
                case 4 -> commit(one, instances);
                case 12, 13 -> one.letGo();
                default -> {
                    if (!one.done()) {
                        one.step();
                    }
                }
            }
            if (instances.isEmpty()) {
                instances.add(new Instance(broker, scenario.inbox));
            }
        }
        instances.forEach(one -> broker.acceptSome(one.buffer, random));
        finish(new Instance(broker, scenario.inbox), leaving);
        assertThat(Broker.distinct(broker.outputs))
                .as("seed %d", seed)
                .isEqualTo(Broker.distinct(scenario.outputs));
        Broker.checkNoGaps(broker.outputs);
    }

    private static void die(Instance one, List<Instance> instances, Broker broker, Random random) {
        broker.acceptSome(one.buffer, random);
        instances.remove(one);
    }

    private static void commit(Instance one, List<Instance> instances) {
        if (!one.commit()) {
            instances.remove(one);
        }
    }

    private static Instance upTo(Broker broker, Scenario scenario, int crash) {
        Instance instance = new Instance(broker, scenario.inbox);
        while (instance.next() < crash) {
            if (instance.next() > 0 && instance.next() % COMMIT_EVERY == 0) {
                instance.commit();
            }
            instance.step();
        }
        return instance;
    }

    private static void finish(Instance instance, boolean leaving) {
        while (!instance.done()) {
            instance.step();
            if (leaving) {
                instance.letGo();
            }
        }
        instance.commit();
    }

    private static void check(Scenario scenario, Broker broker) {
        assertThat(Broker.distinct(broker.outputs)).isEqualTo(Broker.distinct(scenario.outputs));
        Broker.checkNoGaps(broker.outputs);
    }
}
