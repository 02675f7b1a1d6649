package errand.orchestrator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {

    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void a_child_stays_in_the_trace_under_a_span_that_follows_from_its_name() {
        String child = Trace.of(PARENT, "c_1").child("c_1/1");
        assertThat(child).matches("00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-01");
        assertThat(child).isNotEqualTo(PARENT).isEqualTo(Trace.of(PARENT, "c_1").child("c_1/1"));
        assertThat(child).isNotEqualTo(Trace.of(PARENT, "c_1").child("c_1/2"));
    }

    @Test
    void without_a_trace_or_with_nonsense_the_conversation_is_one_that_is_not_sampled() {
        assertThat(Trace.of(null, "c_1").child("x"))
                .endsWith("-00")
                .isEqualTo(Trace.of("nonsense", "c_1").child("x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-011",
                "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-0AF7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-g7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0x",
                "00_0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c_b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331_01"
            })
    void what_is_not_exactly_a_traceparent_of_version_00_counts_as_none(String parent) {
        assertThat(Trace.of(parent, "c_1")).isEqualTo(Trace.of(null, "c_1"));
    }

    @Test
    void ids_are_what_they_always_were() {
        assertThat(Trace.of(PARENT, "c_1").child("c_1/1"))
                .isEqualTo("00-0af7651916cd43dd8448eb211c80319c-a97e9964beb0b6d2-01");
        assertThat(Trace.of(null, "c_1").traceId()).isEqualTo("087eb78293aa28da07a040bb808aa9e9");
    }
}
