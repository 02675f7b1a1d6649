package errand.orchestrator.view;

import static org.assertj.core.api.Assertions.assertThat;

import errand.events.ConversationAdvanced;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FoldTest {

    private static final String PLAN = "p_01938c1e-0000-7000-8000-000000000001";

    private final Story story = new Story("c_1");

    private static JsonNode document(Fold.Folded folded) {
        Fold.Touched touched = folded.plans().getLast();
        return JsonMapper.shared()
                .readTree(PlanDocument.of("c_1", touched.plan(), touched.track()));
    }

    private static Fold.Folded folded(@Nullable Standing before, ConversationAdvanced record, long offset) {
        return java.util.Objects.requireNonNull(
                Fold.fold(before, record, new Fold.Place(2, offset)));
    }

    private static Fold.Folded folded(List<ConversationAdvanced> records) {
        @Nullable Standing standing = null;
        Fold.@Nullable Folded folded = null;
        long offset = 10;
        for (ConversationAdvanced record : records) {
            folded = folded(standing, record, offset++);
            standing = folded.standing();
        }
        return java.util.Objects.requireNonNull(folded);
    }

    @Test
    void a_finished_plan_leaves_memory_with_its_document_offsets_and_times() {
        Fold.Folded last = folded(story.fourSteps(PLAN));
        assertThat(last.standing().live().plans()).isEmpty();
        assertThat(last.standing().tracks()).isEmpty();
        assertThat(last.standing().seq()).isEqualTo(5);
        assertThat(last.standing().firstOffset()).isEqualTo(10);
        assertThat(last.standing().lastOffset()).isEqualTo(14);
        assertThat(last.standing().inboxFirst()).isEqualTo(101);
        JsonNode document = document(last);
        assertThat(document.path("state").asString()).isEqualTo("done");
        assertThat(document.path("endedAt").asString()).isEqualTo("2026-11-23T02:00:05Z");
        JsonNode d = document.path("steps").path(3);
        assertThat(d.path("startedAt").asString()).isEqualTo("2026-11-23T02:00:04Z");
        assertThat(d.path("endedAt").asString()).isEqualTo("2026-11-23T02:00:05Z");
        assertThat(d.path("output").path("echo").asString()).isEqualTo("你好");
        assertThat(d.path("attempts").asInt()).isEqualTo(1);
    }

    @Test
    void a_number_seen_before_changes_nothing() {
        List<ConversationAdvanced> records = story.fourSteps(PLAN);
        Fold.Folded last = folded(records);
        assertThat(Fold.fold(last.standing(), records.get(4), new Fold.Place(2, 15))).isNull();
        assertThat(Fold.fold(last.standing(), records.get(1), new Fold.Place(2, 16))).isNull();
    }

    @Test
    void a_missing_number_is_told_and_the_next_one_counts_from_there() {
        ConversationAdvanced first = story.said("m_1", "hello");
        story.said("m_2", "lost");
        ConversationAdvanced third = story.said("m_3", "again");
        Fold.Folded one = folded(null, first, 1);
        assertThat(one.gap()).isFalse();
        Fold.Folded two = folded(one.standing(), third, 2);
        assertThat(two.gap()).isTrue();
        assertThat(two.standing().seq()).isEqualTo(3);
    }

    @Test
    void a_plan_awaits_consent_only_when_nothing_else_of_it_runs() {
        Fold.Folded asked = folded(null, story.asks(PLAN), 1);
        assertThat(document(asked).path("state").asString()).isEqualTo("awaiting-consent");
        assertThat(States.of(asked.standing().live())).isEqualTo("waiting");
        assertThat(asked.cards()).hasSize(1);
        Fold.Folded busy =
                folded(
                        asked.standing(),
                        story.next(PLAN, Story.ready("a"), Story.dispatched(PLAN, "a")),
                        2);
        assertThat(document(busy).path("state").asString()).isEqualTo("running");
        assertThat(busy.cards()).as("the card has not changed").isEmpty();
    }

    @Test
    void the_card_shows_exactly_the_items_the_hash_is_over() {
        Fold.Card card = folded(null, story.asks(PLAN), 1).cards().getFirst();
        JsonNode shown = PlanDocument.card(card.plan(), card.consent());
        assertThat(shown.toString())
                .isEqualTo(
                        "{\"id\":\"k_01938c1e-0000-7000-8000-000000000001.1\",\"planId\":\"%s\",\"stepId\":\"d\",\"stepIds\":[\"d\"],\"state\":\"open\",\"hash\":\"sha256:abc\",\"expiresAt\":\"2026-11-23T02:30:00Z\",\"total\":{\"amount\":100,\"currency\":\"CNY\"},\"budget\":{\"amount\":100000,\"currency\":\"CNY\"},\"replaces\":null,\"items\":[{\"title\":\"G33\"}]}"
                                .formatted(PLAN));
    }

    @Test
    void a_failed_undo_is_seen_while_the_plan_unwinds() {
        Fold.Folded broken = folded(null, story.breaks(PLAN), 1);
        JsonNode document = document(broken);
        assertThat(document.path("state").asString()).isEqualTo("unwinding");
        assertThat(document.path("reason").path("code").asString()).isEqualTo("SOLD_OUT");
        assertThat(document.path("steps").path(0).path("state").asString())
                .isEqualTo("undo-failed");
        assertThat(broken.plans().getFirst().track().unwindingSince())
                .isEqualTo(Story.START.plusSeconds(1));
    }
}
