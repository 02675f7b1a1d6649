package errand.orchestrator.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record to send, serialised once and for all: sending it again sends the same bytes.
 *
 * @param topic with the prefix of the installation
 */
record Output(String topic, byte @Nullable [] key, byte @Nullable [] value, List<Mark> marks) {

    /** A record header. */
    record Mark(String name, byte[] value) {

        static Mark of(String name, String value) {
            return new Mark(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    Output {
        marks = List.copyOf(marks);
    }

    int size() {
        return value == null ? 0 : value.length;
    }

    Headers headers() {
        Headers headers = new RecordHeaders();
        marks.forEach(mark -> headers.add(mark.name(), mark.value()));
        return headers;
    }
}
