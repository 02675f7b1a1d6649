package errand.orchestrator.documents;

import static org.assertj.core.api.Assertions.assertThat;

import errand.orchestrator.plan.Documents.Answer;
import errand.orchestrator.plan.Documents.Scope;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How large an input may become once its expressions have their values. */
class InputSizeTest {

    private static final String TEMPLATE = "{\"a\":\"${$in.x}\",\"b\":\"${$in.x}\"}";

    @Test
    void an_expression_that_builds_too_large_an_input_is_told_in_bytes() {
        assertThat(filled("高", 5_000))
                .isEqualTo(
                        "INPUT_TOO_LARGE: The input has 300,073 bytes; at most 262,144 are allowed.");
        assertThat(filled("x", 15_000))
                .isEqualTo(
                        "INPUT_TOO_LARGE: The input has 300,073 bytes; at most 262,144 are allowed.");
        assertThat(filled("高", 4_000)).startsWith("{\"a\":[\"高");
    }

    private static String filled(String character, int times) {
        String x =
                IntStream.range(0, 10)
                        .mapToObj(i -> "\"" + character.repeat(times) + "\"")
                        .collect(Collectors.joining(",", "{\"x\":[", "]}"));
        Scope scope = new Scope(x, Map.of(), null, Instant.EPOCH);
        return switch (new JsonataDocuments().input(TEMPLATE, scope, "{\"type\":\"object\"}")) {
            case Answer.Known<String>(String value) -> value;
            case Answer.Fault<String>(var failure) -> failure.code() + ": " + failure.message();
        };
    }
}
