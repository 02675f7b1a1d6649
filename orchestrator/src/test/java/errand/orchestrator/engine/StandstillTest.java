package errand.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.runtime.moments.Moments;
import errand.schemas.TopicNames;
import errand.testkit.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A thread that stood still for long may have lost its partition: it writes nothing more. */
class StandstillTest {

    private final SettableClock system = SettableClock.at(Plans.NOON);
    private final MockProcessorContext<byte[], Output> context = new MockProcessorContext<>();
    private final ConversationProcessor processor =
            new ConversationProcessor(
                    new EngineParts(
                            EngineSettings.defaults(),
                            new TopicNames(""),
                            Scenario::turns,
                            (topic, record) -> new byte[0],
                            new Commits(Moments.none(), system),
                            new EngineMetrics(),
                            ViewProgress.EVERYTHING,
                            system,
                            system));

    @BeforeEach
    void begin() {
        context.addStateStore(new LatestStore(ConversationProcessor.STORE));
        context.setRecordMetadata("conversation.inbox", 0, 7);
        context.setCurrentSystemTimeMs(system.millis());
        processor.init(context);
    }

    @Test
    void an_input_after_a_long_standstill_is_left_to_whoever_has_the_partition_now() {
        system.forward(Duration.ofMinutes(8));
        assertThatThrownBy(this::hear)
                .isInstanceOf(NotNow.class)
                .hasMessage(
                        "Partition conversation.inbox-0 was not looked at for 480 s: this process was paused, or the system's clock jumped.");
        assertThat(context.forwarded()).isEmpty();
    }

    @Test
    void looking_at_timers_first_makes_it_no_better() {
        system.forward(Duration.ofMinutes(8));
        assertThatThrownBy(this::look).isInstanceOf(NotNow.class);
        assertThatThrownBy(this::hear).isInstanceOf(NotNow.class);
    }

    @Test
    void one_that_looks_at_its_timers_works_however_long_nothing_came() {
        for (int i = 0; i < 60; i++) {
            system.forward(Duration.ofMinutes(1));
            look();
        }
        hear();
        assertThat(context.forwarded()).isNotEmpty();
    }

    private void look() {
        context.scheduledPunctuators().stream()
                .filter(one -> one.getType() == PunctuationType.WALL_CLOCK_TIME)
                .forEach(one -> one.getPunctuator().punctuate(system.millis()));
    }

    private void hear() {
        SpecificRecord plan = Plans.submitted("c_1", Plans.fourSteps("p_1"), Plans.NOON, null);
        processor.process(
                new Record<>(
                        "c_1".getBytes(StandardCharsets.UTF_8),
                        Scenario.AVRO.serialize("", plan),
                        system.millis()));
    }
}
