package errand.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import errand.events.ConversationAdvanced;
import errand.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/**
 * A model of what matters of Kafka: each topic and the changelog are logs of their own, a producer
 * that dies has got any beginning of each of them through, and an offset is committed only after
 * everything before it is in, and only by the one who owns the partition.
 */
final class Broker {

    static final String CHANGELOG = "changelog";

    final List<KeyValue<byte[], byte @Nullable []>> changelog = new ArrayList<>();
    final List<Output> outputs = new ArrayList<>();
    long committed;
    int owner;

    /** What a producer has not been acknowledged yet. */
    static final class Buffer {

        private record Unsent(
                @Nullable Output output, @Nullable KeyValue<byte[], byte @Nullable []> change) {
            String log() {
                return output == null ? CHANGELOG : output.topic();
            }
        }

        private final List<Unsent> unsent = new ArrayList<>();

        void send(Output output) {
            unsent.add(new Unsent(output, null));
        }

        void log(Bytes key, byte @Nullable [] value) {
            unsent.add(new Unsent(null, KeyValue.pair(key.get(), value)));
        }

        int changes() {
            return (int) unsent.stream().filter(one -> one.output() == null).count();
        }

        int outputs() {
            return unsent.size() - changes();
        }
    }

    /** The first so many of the changelog and of the outputs arrive; the rest stays unsent. */
    void accept(Buffer buffer, int changes, int sent) {
        int[] left = {changes, sent};
        buffer.unsent.removeIf(
                one -> {
                    int log = one.output() == null ? 0 : 1;
                    boolean arrives = left[log]-- > 0;
                    if (arrives) {
                        arrived(one);
                    }
                    return arrives;
                });
    }

    void acceptAll(Buffer buffer) {
        accept(buffer, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** Of each topic, some beginning arrives. */
    void acceptSome(Buffer buffer, Random random) {
        Map<String, Integer> left = new HashMap<>();
        buffer.unsent.removeIf(
                one -> {
                    int now = left.computeIfAbsent(one.log(), _ -> random.nextInt(6));
                    left.put(one.log(), now - 1);
                    if (now > 0) {
                        arrived(one);
                    }
                    return now > 0;
                });
    }

    private void arrived(Buffer.Unsent one) {
        if (one.output() != null) {
            outputs.add(one.output());
        } else if (one.change() != null) {
            changelog.add(one.change());
        }
    }

    /** What readers get: every output once, by its id. Repeats must be the same bytes. */
    static Map<String, String> distinct(List<Output> outputs) {
        Map<String, String> distinct = new TreeMap<>();
        for (Output output : outputs) {
            String text = text(output);
            String before = distinct.putIfAbsent(id(output), text);
            assertThat(text)
                    .as("repeat of %s", id(output))
                    .isEqualTo(before == null ? text : before);
        }
        return distinct;
    }

    /** The events as a reader that drops numbers it has seen gets them: without a gap. */
    static void checkNoGaps(List<Output> outputs) {
        Map<String, Long> last = new HashMap<>();
        for (Output output : outputs) {
            if (output.topic().equals(Topics.EVENTS)
                    && Scenario.AVRO.deserialize("", output.value())
                            instanceof ConversationAdvanced event) {
                long before = last.getOrDefault(event.getConversationId(), 0L);
                assertThat(event.getSeq()).isLessThanOrEqualTo(before + 1);
                last.put(event.getConversationId(), Math.max(before, event.getSeq()));
            }
        }
    }

    private static String id(Output output) {
        return output.topic()
                + " "
                + mark(output, output.topic().endsWith(".dlt") ? Outputs.OFFSET : Outputs.EVENT_ID);
    }

    private static String mark(Output output, String name) {
        return output.marks().stream()
                .filter(mark -> mark.name().equals(name))
                .map(mark -> new String(mark.value(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Output output) {
        StringBuilder text =
                new StringBuilder(hex(output.key())).append(' ').append(hex(output.value()));
        output.marks()
                .forEach(
                        mark ->
                                text.append(' ')
                                        .append(mark.name())
                                        .append('=')
                                        .append(hex(mark.value())));
        return text.toString();
    }

    private static String hex(byte @Nullable [] bytes) {
        return bytes == null ? "null" : HexFormat.of().formatHex(bytes);
    }
}
