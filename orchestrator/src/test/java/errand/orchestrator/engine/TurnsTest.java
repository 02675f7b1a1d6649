package errand.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.common.Resume;
import errand.events.ConversationAdvanced;
import errand.events.TimerDue;
import errand.events.TokenStreamed;
import errand.events.UserSaid;
import errand.facts.ConversationStuck;
import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.conversation.Core;
import errand.orchestrator.engine.Turn.Outcome;
import errand.orchestrator.plan.OnFailure;
import errand.orchestrator.plan.StepSpec;
import errand.schemas.TopicNames;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns turns = Scenario.turns();

    @Test
    void an_unreadable_record_goes_to_the_dead_letters_with_its_bytes_and_the_reason() {
        Turn turn = turns.of(known(3), record("c_1", new byte[] {9, 9}), 0);

        assertThat(turn.outcome()).isEqualTo(Outcome.DEAD);
        Output letter = turn.outputs().getLast();
        assertThat(letter.topic()).isEqualTo("conversation.inbox.dlt");
        assertThat(letter.value()).containsExactly(9, 9);
        assertThat(mark(letter, Outputs.WHY)).startsWith("SerializationException: not a record");
        assertThat(mark(letter, Outputs.WHERE)).isEqualTo("engine conversation.inbox-0");
        assertThat(mark(letter, Outputs.OFFSET)).isEqualTo("100");
        assertThat(event(turn).getSeq()).isEqualTo(4);
        assertThat(event(turn).getCausedBy()).isEqualTo("inbox/0/100");
        assertThat(event(turn).getEvents().getFirst()).isInstanceOf(ConversationStuck.class);
    }

    @Test
    void an_unreadable_record_of_an_unknown_conversation_makes_up_no_number() {
        Turn turn = turns.of(null, record("c_1", new byte[] {9, 9}), 0);

        assertThat(turn.outputs()).hasSize(1);
        assertThat(turn.after()).isNull();
    }

    @Test
    void a_record_without_a_key_goes_to_the_dead_letters() {
        Turn turn = turns.of(null, record(null, said(null)), 0);

        assertThat(turn.dead())
                .isEqualTo("It has no key, so nobody knows which conversation it is for.");
    }

    @Test
    void a_record_under_the_wrong_key_goes_to_the_dead_letters() {
        Turn turn = turns.of(null, record("c_2", said(null)), 0);

        assertThat(turn.dead()).isEqualTo("Its key is 'c_2' but it is for conversation 'c_1'.");
    }

    @Test
    void a_record_that_belongs_elsewhere_goes_to_the_dead_letters() {
        SpecificRecord token = new TokenStreamed();
        token.put(0, "c_1");
        Turn turn =
                new Turns(
                                new Core(new FixedDocuments()),
                                new Fixed(token),
                                outputs(Destinations.allThere()),
                                true)
                        .of(null, record("c_1", new byte[0]), 0);

        assertThat(turn.dead()).isEqualTo("TokenStreamed does not belong in the inbox.");
    }

    @Test
    void a_plan_on_which_the_core_breaks_is_set_aside_and_the_conversation_told() {
        Turn thrown = turns.of(null, record("c_1", plan("throw")), 0);
        Turn overflown = turns.of(null, record("c_1", plan("overflow")), 0);

        assertThat(thrown.dead()).isEqualTo("IllegalStateException: the core is broken");
        assertThat(overflown.dead()).startsWith("StackOverflowError");
        assertThat(event(overflown).getEvents().getFirst()).isInstanceOf(ConversationStuck.class);
        assertThat(Objects.requireNonNull(overflown.after()).kept().plans()).isEmpty();
    }

    @Test
    void an_event_that_no_topic_takes_is_set_aside() {
        Turns small =
                new Turns(
                        new Core(new FixedDocuments()),
                        Scenario.AVRO,
                        new Outputs(
                                new TopicNames(""), Scenario.AVRO, Destinations.allThere(), 300),
                        true);
        Turn turn = small.of(null, record("c_1", plan("x")), 0);

        assertThat(turn.dead())
                .contains("ConversationAdvanced of ", "larger than errand.engine.largest-output");
    }

    @Test
    void a_task_whose_topic_cannot_be_had_goes_to_the_dead_letters_and_the_plan_goes_on() {
        Turn turn =
                new Turns(
                                new Core(new FixedDocuments()),
                                Scenario.AVRO,
                                outputs(topic -> Optional.of("no such topic: " + topic)),
                                true)
                        .of(null, record("c_1", plan("x")), 0);

        assertThat(turn.outcome()).isEqualTo(Outcome.ADVANCED);
        assertThat(turn.outputs().getLast().topic()).isEqualTo("conversation.inbox.dlt");
        assertThat(mark(turn.outputs().getLast(), Outputs.WHY))
                .isEqualTo("no such topic: task.requests.bench");
    }

    @Test
    void while_the_broker_cannot_be_asked_about_a_topic_the_input_waits() {
        Turns away =
                new Turns(
                        new Core(new FixedDocuments()),
                        Scenario.AVRO,
                        outputs(
                                topic -> {
                                    throw new KafkaException("no answer");
                                }),
                        true);

        assertThatThrownBy(() -> away.of(null, record("c_1", plan("x")), 0))
                .isInstanceOf(NotNow.class);
    }

    @Test
    void a_conversation_that_left_goes_on_where_its_sender_saw_it() {
        Turn turn = turns.of(null, record("c_1", said(new Resume(41L, null))), 0);

        assertThat(event(turn).getSeq()).isEqualTo(42);
    }

    @Test
    void numbers_never_go_back_whoever_knows_more() {
        assertThat(
                        event(turns.of(known(50), record("c_1", said(new Resume(41L, null))), 0))
                                .getSeq())
                .isEqualTo(51);
        assertThat(
                        event(turns.of(known(2), record("c_1", said(new Resume(41L, null))), 0))
                                .getSeq())
                .isEqualTo(42);
    }

    @Test
    void what_comes_late_for_a_conversation_that_is_gone_does_nothing() {
        TimerDue late = new TimerDue("t", Plans.NOON, "c_1", Plans.NOON);
        Turn turn = turns.of(null, record("c_1", Scenario.AVRO.serialize("", late)), 0);

        assertThat(turn.outcome()).isEqualTo(Outcome.LATE);
        assertThat(turn.outputs()).isEmpty();
    }

    @Test
    void outputs_below_the_committed_offset_are_not_kept_any_longer() {
        Stored first = Objects.requireNonNull(turns.of(null, at(100, said(null)), 0).after());
        Stored second = Objects.requireNonNull(turns.of(first, at(101, said(null)), 100).after());
        Stored third = Objects.requireNonNull(turns.of(second, at(102, said(null)), 101).after());

        assertThat(second.sent()).extracting(Stored.Sent::offset).containsExactly(100L, 101L);
        assertThat(third.sent()).extracting(Stored.Sent::offset).containsExactly(101L, 102L);
    }

    @Test
    void an_input_at_or_below_the_applied_offset_is_sent_again_and_not_decided_again() {
        Turn first = turns.of(null, at(100, said(null)), 0);
        Stored after = Objects.requireNonNull(first.after());
        Turn again = turns.of(after, at(100, said(null)), 0);
        Turn without = turns.of(after, at(99, said(null)), 0);

        assertThat(again.outcome()).isEqualTo(Outcome.REPEATED);
        assertThat(again.outputs())
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(first.outputs());
        assertThat(again.facts()).isEmpty();
        assertThat(without.outputs()).isEmpty();
    }

    private static Stored known(long seq) {
        return new Stored(
                10,
                0,
                new Conversation(
                        "c_1",
                        seq,
                        Plans.NOON,
                        java.util.Map.of(),
                        errand.orchestrator.conversation.Talk.NONE),
                Traces.NONE,
                List.of());
    }

    private static byte[] said(@Nullable Resume resume) {
        return Scenario.AVRO.serialize(
                "",
                new UserSaid(
                        "m_1", Plans.NOON, "c_1", "m_1", "demo", "en", "hi", resume, false, null));
    }

    private static byte[] plan(String input) {
        StepSpec step =
                new StepSpec(
                        "a",
                        "bench.noop.read",
                        "{\"x\":\"" + input + "\"}",
                        List.of(),
                        null,
                        null,
                        null,
                        new OnFailure.Fail());
        return Scenario.AVRO.serialize(
                "", Plans.submitted("c_1", Plans.plan("p_1", step), Plans.NOON, null));
    }

    private static InboxRecord at(long offset, byte[] value) {
        return new InboxRecord(
                0, offset, 0, "c_1".getBytes(StandardCharsets.UTF_8), value, new RecordHeaders());
    }

    private static InboxRecord record(@Nullable String key, byte[] value) {
        byte[] bytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        return new InboxRecord(0, 100, 0, bytes, value, new RecordHeaders());
    }

    private static Outputs outputs(Destinations destinations) {
        return new Outputs(new TopicNames(""), Scenario.AVRO, destinations, 1_000_000);
    }

    private static ConversationAdvanced event(Turn turn) {
        return (ConversationAdvanced)
                Objects.requireNonNull(
                        Scenario.AVRO.deserialize("", turn.outputs().getFirst().value()));
    }

    private static String mark(Output output, String name) {
        return output.marks().stream()
                .filter(mark -> mark.name().equals(name))
                .map(mark -> new String(mark.value(), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    /** Reads the same record whatever the bytes. */
    private static class Fixed
            implements org.apache.kafka.common.serialization.Deserializer<SpecificRecord> {
        private final SpecificRecord record;

        Fixed(SpecificRecord record) {
            this.record = record;
        }

        @Override
        public SpecificRecord deserialize(String topic, byte[] bytes) {
            return record;
        }
    }
}
