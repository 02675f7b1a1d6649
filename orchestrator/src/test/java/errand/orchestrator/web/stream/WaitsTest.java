package errand.orchestrator.web.stream;

import static org.assertj.core.api.Assertions.assertThat;

import errand.orchestrator.admission.Admission;
import errand.orchestrator.admission.AdmissionSettings;
import errand.orchestrator.conversation.Talk;
import errand.orchestrator.conversation.Thinking;
import errand.orchestrator.directory.Described;
import errand.orchestrator.directory.Directory;
import errand.orchestrator.view.Story;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What is told while nothing happens. */
class WaitsTest {

    private static final String PLAN = "p_01938c1e-0000-7000-8000-000000000001";

    private long nanos;
    private boolean silent;
    private boolean busy;
    private final Waits waits =
            new Waits(
                    new Admission(new AdmissionSettings(1, 1, 1, 1, 1), new SimpleMeterRegistry()),
                    new Word(),
                    () -> nanos);

    private static Talk talk(String lang, @Nullable Integer place) {
        Thinking thinking =
                new Thinking(
                        "m_1/draft/do/1",
                        "m_1",
                        Thinking.Kind.DRAFT,
                        null,
                        "demo",
                        lang,
                        "hi",
                        1,
                        Instant.EPOCH,
                        false,
                        place);
        return new Talk(List.of(thinking), null, Map.of(), List.of());
    }

    private List<ObjectNode> after(Duration time, Talk talk) {
        nanos += time.toNanos();
        return waits.told("c_1", List.of(), talk);
    }

    @Test
    void a_thought_is_spoken_of_after_five_seconds_and_then_as_often() {
        assertThat(Waits.any(List.of(), talk("zh", null))).isTrue();
        assertThat(after(Duration.ZERO, talk("zh", null))).isEmpty();
        assertThat(after(Duration.ofSeconds(4), talk("zh", null))).isEmpty();
        assertThat(after(Duration.ofSeconds(1), talk("zh", null)))
                .singleElement()
                .satisfies(it -> assertThat(it.path("message").asString()).isEqualTo("还在想，5 秒了。"));
        assertThat(after(Duration.ofSeconds(4), talk("zh", null))).isEmpty();
        assertThat(after(Duration.ofSeconds(2), talk("en", null)))
                .singleElement()
                .satisfies(
                        it ->
                                assertThat(it.path("message").asString())
                                        .isEqualTo("Still thinking, 11 s."));
    }

    @Test
    void what_was_answered_is_spoken_of_no_more_and_begins_anew_when_it_comes_again() {
        after(Duration.ZERO, talk("zh", null));
        after(Duration.ofSeconds(6), Talk.NONE);
        assertThat(Waits.any(List.of(), Talk.NONE)).isFalse();
        assertThat(after(Duration.ofSeconds(6), talk("zh", null))).isEmpty();
    }

    @Test
    void what_is_not_thought_about_yet_is_no_thought() {
        after(Duration.ZERO, talk("zh", 7));
        assertThat(after(Duration.ofMinutes(1), talk("zh", 7))).isEmpty();
    }

    @Test
    void a_step_that_is_waited_for_is_named_with_the_reason() {
        Narrator narrator = new Narrator();
        narrator.tell(new Story("c_1").fourSteps(PLAN).getFirst(), 0, 5);
        assertThat(Waits.any(narrator.plans(), narrator.talk())).isTrue();
        assertThat(words(narrator, Duration.ZERO)).isEmpty();
        assertThat(words(narrator, Duration.ofSeconds(5)))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it).endsWith("（bench），5 秒了。"));
        busy = true;
        assertThat(words(narrator, Duration.ofSeconds(5)))
                .allSatisfy(it -> assertThat(it).endsWith("，10 秒了；它现在很忙，任务在排队。"));
        silent = true;
        assertThat(words(narrator, Duration.ofSeconds(5)))
                .allSatisfy(it -> assertThat(it).contains("没有收到它的消息"));
    }

    private List<String> words(Narrator narrator, Duration later) {
        nanos += later.toNanos();
        return waits.told("c_1", narrator.plans(), narrator.talk()).stream()
                .map(it -> it.path("message").asString())
                .toList();
    }

    private final class Word implements Directory {
        @Override
        public Optional<Described> find(String capability) {
            return Optional.empty();
        }

        @Override
        public List<String> agents() {
            return List.of();
        }

        @Override
        public boolean silent(String agent) {
            return silent;
        }

        @Override
        public boolean busy(String agent) {
            return busy;
        }

        @Override
        public List<String> capabilities(String agent) {
            return List.of();
        }
    }
}
