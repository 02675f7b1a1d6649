package errand.orchestrator.web.stream;

import static org.assertj.core.api.Assertions.assertThat;

import errand.events.ConversationAdvanced;
import errand.orchestrator.plan.Failure;
import errand.orchestrator.plan.Money;
import errand.orchestrator.plan.Payee;
import errand.orchestrator.plan.PlanEvent;
import errand.orchestrator.plan.Quote;
import errand.orchestrator.view.Story;
import errand.orchestrator.view.Traces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamPartsTest {

    private static final String PLAN = "p_01938c1e-0000-7000-8000-000000000001";
    private static final String OTHER = "p_01938c1e-0000-7000-8000-000000000002";

    private final Story story = new Story("c_1");

    private static List<String> told(List<Told> events) {
        return events.stream()
                .map(
                        one ->
                                one.id()
                                        + " "
                                        + one.event()
                                        + " "
                                        + one.data().path("stepId").asString("")
                                        + one.data().path("state").asString("")
                                        + one.data().path("status").asString(""))
                .toList();
    }

    @Test
    void a_record_is_told_as_numbered_events_that_end_with_the_status() {
        Narrator narrator = new Narrator();
        List<ConversationAdvanced> records = story.fourSteps(PLAN);
        assertThat(told(narrator.tell(records.get(0), 3, 1841)))
                .containsExactly(
                        "3-1841-0 plan running",
                        "3-1841-1 step aready",
                        "3-1841-2 step bready",
                        "3-1841-3 step adispatched",
                        "3-1841-4 step bdispatched",
                        "3-1841-5 status working");
        records.subList(1, 4).forEach(record -> narrator.tell(record, 3, 1842));
        assertThat(told(narrator.tell(records.get(4), 3, 1850)))
                .containsExactly(
                        "3-1850-0 step ddone", "3-1850-1 plan done", "3-1850-2 status idle");
    }

    @Test
    void an_event_has_the_form_of_server_sent_events_on_one_line_of_data() {
        Told told = new Narrator().tell(story.said("m_1", "订票\n两张"), 3, 7).getFirst();
        assertThat(told.asServerSentEvent())
                .isEqualTo(
                        "id: 3-7-0\nevent: message\ndata: {\"id\":\"m_1\",\"role\":\"person\",\"text\":\"订票\\n两张\",\"at\":\"2026-11-23T02:00:01Z\"}\n\n");
    }

    @Test
    void a_card_is_told_with_the_turn_that_waits_for_it() {
        List<Told> events = new Narrator().tell(story.asks(PLAN), 0, 5);
        assertThat(told(events))
                .containsExactly(
                        "0-5-0 plan awaiting-consent",
                        "0-5-1 step dready",
                        "0-5-2 step dasking",
                        "0-5-3 consent dopen",
                        "0-5-4 status waiting");
        assertThat(events.getLast().data().path("for").asString()).isEqualTo("consent");
    }

    @Test
    void a_declined_answer_is_a_notice() {
        List<Told> events =
                new Narrator()
                        .tell(
                                story.next(
                                        "",
                                        new PlanEvent.ConsentAnswerDeclined(
                                                "k_1", "NOT_OPEN", "No running plan waits.")),
                                0,
                                5);
        assertThat(told(events)).containsExactly("0-5-0 notice ");
    }

    @Test
    void a_price_that_changed_is_a_notice_in_the_words_of_the_business() {
        Quote now =
                new Quote(
                        "q_2",
                        new Payee("shop", "店"),
                        "x",
                        List.of(),
                        Money.NOTHING,
                        Instant.parse("2026-11-23T10:00:00Z"),
                        "");
        Failure failure = Failure.of(Failure.Kind.REFUSED, "PRICE_CHANGED", "It costs more now.");
        List<Told> events =
                new Narrator()
                        .tell(
                                story.next(
                                        "",
                                        new PlanEvent.StepRequoted(
                                                "h", "q_1", now, "q", "{}", failure)),
                                0,
                                5);
        assertThat(events.getFirst().event()).isEqualTo("notice");
        assertThat(events.getFirst().data().path("code").asString()).isEqualTo("PRICE_CHANGED");
        assertThat(events.getFirst().data().path("message").asString())
                .isEqualTo("It costs more now.");
    }

    @Test
    void an_agent_that_does_not_say_what_became_of_a_write_is_named_once() {
        Narrator narrator = new Narrator();
        narrator.tell(story.fourSteps(PLAN).getFirst(), 0, 5);
        List<String> told = new ArrayList<>();
        for (int attempt = 1; attempt <= 3; attempt++) {
            narrator.tell(story.next(PLAN, withdrawn(attempt, Failure.Kind.TIMEOUT)), 0, 6).stream()
                    .filter(event -> event.event().equals("notice"))
                    .forEach(event -> told.add(event.data().path("message").asString("")));
        }
        assertThat(told).singleElement().asString().contains("（bench）还没有回应");
        assertThat(
                        told(
                                narrator.tell(
                                        story.next(PLAN, withdrawn(1, Failure.Kind.CANCELLED)),
                                        0,
                                        7)))
                .as("a person who cancels knows why it is asked")
                .noneMatch(event -> event.contains("notice"));
    }

    private static PlanEvent withdrawn(int attempt, Failure.Kind kind) {
        return new PlanEvent.StepWithdrawn(
                "a", "t", attempt, Story.START, Failure.of(kind, "NO_ANSWER", "No answer."));
    }

    @Test
    void every_cursor_of_a_story_resumes_to_exactly_what_followed_it() {
        List<ConversationAdvanced> records = new ArrayList<>();
        records.add(story.said("m_1", "hello"));
        records.add(story.asks(OTHER));
        records.addAll(story.fourSteps(PLAN));
        records.add(story.next(OTHER, new PlanEvent.ConsentGranted(Story.card(OTHER).id())));
        Traces fresh = new Traces(0, 0, List.of());
        List<Told> whole = sifted(new Sifter(fresh, null), records);
        for (int i = 0; i < whole.size(); i++) {
            List<Told> rest = sifted(new Sifter(fresh, whole.get(i).id()), records);
            assertThat(told(rest)).isEqualTo(told(whole.subList(i + 1, whole.size())));
        }
    }

    private static List<Told> sifted(Sifter sifter, List<ConversationAdvanced> records) {
        List<Told> all = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            all.addAll(sifter.sift(records.get(i), 1, 100 + i));
        }
        return all;
    }

    @Test
    void a_number_that_comes_again_is_told_once() {
        Sifter sifter = new Sifter(new Traces(0, 0, List.of()), null);
        ConversationAdvanced record = story.said("m_1", "hello");
        assertThat(sifter.sift(record, 1, 10)).hasSize(1);
        assertThat(sifter.sift(record, 1, 11)).isEmpty();
    }

    @Test
    void a_repeat_behind_the_view_of_what_the_view_has_seen_is_not_told() {
        ConversationAdvanced record = story.said("m_1", "hello");
        Sifter sifter = new Sifter(new Traces(1, 50, List.of()), new Cursor(1, 10, 0));
        assertThat(sifter.sift(record, 1, 60)).isEmpty();
    }

    @Test
    void only_known_ranges_and_what_the_view_has_not_read_are_read() {
        Traces traces =
                new Traces(
                        9,
                        100,
                        List.of(
                                new Traces.Range(5, 10),
                                new Traces.Range(8, 20),
                                new Traces.Range(21, 21),
                                new Traces.Range(40, 50)));
        assertThat(Reading.before(traces, 130).parts())
                .containsExactly(
                        new Reading.Part(5, 22),
                        new Reading.Part(40, 51),
                        new Reading.Part(100, 130));
    }

    @Test
    void nothing_is_read_from_where_live_records_begin() {
        Traces ahead = new Traces(9, 100, List.of(new Traces.Range(70, 95)));
        assertThat(Reading.before(ahead, 80).parts()).containsExactly(new Reading.Part(70, 80));
    }

    @Test
    void cursors_are_read_back_and_nothing_else_is() {
        assertThat(Cursor.parse(" 3-1841-0 ")).contains(new Cursor(3, 1841, 0));
        for (String other :
                List.of(
                        "",
                        "3-1841",
                        "3-1841-0-1",
                        "a-b-c",
                        "-1-2-3",
                        "3-99999999999999999999-0")) {
            assertThat(Cursor.parse(other)).isEmpty();
        }
    }
}
