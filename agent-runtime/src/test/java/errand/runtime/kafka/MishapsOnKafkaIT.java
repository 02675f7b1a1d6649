package errand.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import errand.common.Failure;
import errand.common.FailureKind;
import errand.events.TaskFailed;
import errand.events.TaskRefused;
import errand.events.TaskSucceeded;
import errand.schemas.Topics;
import errand.schemas.registry.SchemaRegistry;
import errand.schemas.serde.AvroSerializer;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What goes wrong, on a real broker: every task is answered, nothing is lost, nobody waits. */
class MishapsOnKafkaIT extends TroubledOnKafka {

    @Test
    void whatever_cannot_be_read_is_put_aside_byte_for_byte_and_holds_nobody_up() {
        troubles.start(0);
        SchemaRegistry registry = new SchemaRegistry(platform.registry.url());
        int foreign =
                registry.register(
                        "elsewhere-errand.events.FromTheFuture",
                        SchemaBuilder.record("errand.events.FromTheFuture")
                                .fields()
                                .requiredString("x")
                                .endRecord());
        byte[] task =
                new AvroSerializer(registry)
                        .serialize(
                                Topics.taskRequests(name), asker.asked("noop.read", "cut", "{}"));
        byte[] reply = new AvroSerializer(registry).serialize(Topics.INBOX, failed());
        byte[] noise = new byte[2_000];
        new Random(7).nextBytes(noise);
        noise[0] = 1;
        Map<String, byte[]> sent = new LinkedHashMap<>();
        sent.put("garbage", noise);
        sent.put("nothing", new byte[0]);
        sent.put("unknown schema", ByteBuffer.allocate(9).put((byte) 0).putInt(987_654).array());
        sent.put("unknown record", ByteBuffer.allocate(7).put((byte) 0).putInt(foreign).array());
        sent.put("cut off", Arrays.copyOf(Objects.requireNonNull(task), 30));
        sent.put("not for here", Objects.requireNonNull(reply));
        sent.forEach(troubles::raw);
        asker.ask("noop.read", "after", "{}");
        assertThat(asker.answer("after")).isInstanceOf(TaskSucceeded.class);

        Platform.await(() -> asker.deadLetters().size() == sent.size(), "all dead letters");
        Map<String, String> why = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> dead : asker.deadLetters()) {
            String key = new String(dead.key(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(dead.value()).as(key).isEqualTo(sent.get(key));
            assertThat(Troubles.header(dead, DeadLetters.ATTEMPTS)).isEqualTo("1");
            assertThat(Troubles.header(dead, DeadLetters.WHERE))
                    .startsWith(Topics.taskRequests(name));
            assertThat(Troubles.header(dead, DeadLetters.MESSAGE)).isNotBlank();
            why.put(key, Troubles.header(dead, DeadLetters.WHY));
        }
        assertThat(why)
                .containsOnly(
                        Map.entry("garbage", "UNDECODABLE"),
                        Map.entry("nothing", "UNDECODABLE"),
                        Map.entry("unknown schema", "UNDECODABLE"),
                        Map.entry("unknown record", "UNKNOWN_RECORD"),
                        Map.entry("cut off", "UNDECODABLE"),
                        Map.entry("not for here", "UNKNOWN_RECORD"));
    }

    @Test
    void an_output_that_is_too_large_is_answered_and_its_write_has_not_happened() {
        troubles.start(0);
        byte[] task = troubles.ask("large.hold", "w", 300_000);
        assertThat(asker.failed("w").getCode()).isEqualTo("OUTPUT_INVALID");
        assertThat(asker.failed("w").getMessage())
                .isEqualTo(
                        "Output of '%s.large.hold' is too large: 300011 bytes of 262144."
                                .formatted(name));
        assertThat(asker.deadLetters())
                .singleElement()
                .extracting(ConsumerRecord::value)
                .isEqualTo(task);
        assertThat(platform.notes(name)).isEmpty();
        // The engine withdraws a write that failed: it never will.
        asker.cancel("large.hold", "w");
        assertThat(((TaskRefused) asker.answer("w", 2)).getFailure().getKind())
                .isEqualTo(FailureKind.CANCELLED);
    }

    @Test
    void a_no_with_too_much_to_say_stays_a_no() {
        troubles.start(0);
        troubles.ask("chatty.hold", "w", 66_000);
        Failure no = ((TaskRefused) asker.answer("w")).getFailure();
        assertThat(no.getCode()).isEqualTo("NO");
        assertThat(no.getMessage()).hasSize(2_000).endsWith("x…");
        assertThat(no.getDetails()).isNull();
        assertThat(platform.notes(name)).isEmpty();
    }

    @Test
    void a_fault_with_too_much_to_say_is_answered() {
        troubles.start(0);
        byte[] task = troubles.ask("wordy.read", "r", 3_000_000);
        assertThat(asker.failed("r").getCode()).isEqualTo("AGENT_FAULT");
        assertThat(asker.failed("r").getMessage()).hasSize(2_000);
        assertThat(asker.deadLetters())
                .singleElement()
                .extracting(ConsumerRecord::value)
                .isEqualTo(task);
    }

    @Test
    void a_reply_that_its_topic_does_not_take_is_answered_and_what_happened_is_not_lost()
            throws Exception {
        troubles.start(0);
        troubles.limit(Topics.INBOX, 50_000);
        try {
            troubles.ask("large.hold", "w", 100_000);
            assertThat(asker.failed("w").getCode()).isEqualTo("REPLY_TOO_LARGE");
            assertThat(asker.failed("w").getMessage())
                    .isEqualTo(
                            "The reply to task '%s' is larger than topic 'conversation.inbox' takes (max.message.bytes); what has happened is remembered."
                                    .formatted(asker.id("w")));
            assertThat(asker.deadLetters()).hasSize(1);
        } finally {
            troubles.limit(Topics.INBOX, 1_048_588);
        }
        asker.cancel("large.hold", "w");
        assertThat(asker.answer("w", 2)).isInstanceOf(TaskSucceeded.class);
        assertThat(platform.notes(name)).hasSize(1);
    }

    @Test
    void a_request_as_large_as_its_topic_takes_is_put_aside_whole() {
        troubles.start(0);
        byte[] large = new byte[1_048_400];
        Arrays.fill(large, (byte) 7);
        troubles.raw("large", large);
        Platform.await(() -> asker.deadLetters().size() == 1, "the dead letter");
        assertThat(asker.deadLetters().getFirst().value()).isEqualTo(large);
    }

    @Test
    void a_dead_letter_that_its_topic_does_not_take_says_where_the_bytes_lie() throws Exception {
        troubles.start(0);
        troubles.limit(Topics.deadLetters(Topics.taskRequests(name)), 50_000);
        troubles.raw("large", new byte[100_000]);
        Platform.await(() -> asker.deadLetters().size() == 1, "the dead letter");
        var dead = asker.deadLetters().getFirst();
        assertThat(dead.value()).isNull();
        assertThat(Troubles.header(dead, DeadLetters.WHERE))
                .isEqualTo("task.requests." + name + "-0@0");
        assertThat(Troubles.header(dead, DeadLetters.LEFT_OUT))
                .startsWith("The 100000 bytes are more than this topic takes");
    }

    @Test
    void a_handler_that_overflows_the_stack_is_a_fault_like_any_other() {
        troubles.start(0);
        troubles.ask("deep.read", "r", 0);
        assertThat(asker.failed("r").getMessage())
                .isEqualTo("'%s.deep.read' failed: StackOverflowError: null".formatted(name));
        assertThat(asker.deadLetters()).hasSize(1);
        assertThat(troubles.count("errand.task.redeliveries")).isZero();
    }

    @Test
    void what_ends_its_thread_every_time_is_given_up_and_takes_no_lane_with_it() {
        Troublemaker business = troubles.start(0);
        for (int i = 0; i < 6; i++) {
            asker.ask("gone.read", "g" + i, "{}");
        }
        asker.ask("noop.read", "after", "{}");
        assertThat(asker.answer("after")).isInstanceOf(TaskSucceeded.class);
        for (int i = 0; i < 6; i++) {
            assertThat(asker.failed("g" + i).getCode()).isEqualTo("DELIVERED_TOO_OFTEN");
        }
        assertThat(asker.deadLetters())
                .hasSize(6)
                .allSatisfy(
                        dead ->
                                assertThat(Troubles.header(dead, DeadLetters.ATTEMPTS))
                                        .isEqualTo("9"));
        assertThat(business.runs).hasValue(6 * 8);
        assertThat(troubles.count("errand.task.redeliveries")).isEqualTo(6 * 8);
        assertThat(troubles.outcomes("gone.read", "done")).isZero();
        assertThat(troubles.outcomes("gone.read", "invalid")).isEqualTo(6);
    }

    private static TaskFailed failed() {
        return TaskFailed.newBuilder()
                .setId("f")
                .setAt(java.time.Instant.EPOCH)
                .setConversationId("c")
                .setTaskId("t")
                .setAgent("a")
                .setFailure(
                        Failure.newBuilder()
                                .setKind(FailureKind.INVALID)
                                .setCode("X")
                                .setMessage("x")
                                .setDetails(null)
                                .build())
                .build();
    }
}
