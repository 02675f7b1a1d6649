package errand.orchestrator.admission;

import static org.assertj.core.api.Assertions.assertThat;

import errand.orchestrator.admission.AdmissionSettings.Room;
import errand.orchestrator.admission.Crowd.Share;
import errand.orchestrator.admission.Crowd.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DoorTest {

    private static final Entry IN = new Entry.AtOnce();

    private long nanos;
    private final Door door = new Door(new Room(3, 2, 4), () -> nanos);

    private static Entry place(int place) {
        return new Entry.Queued(place);
    }

    @Test
    void lets_in_as_many_as_there_is_room_for_and_queues_the_rest() {
        assertThat(door.enter("ann", "1")).isEqualTo(IN);
        assertThat(door.enter("bob", "2")).isEqualTo(IN);
        assertThat(door.enter("cy", "3")).isEqualTo(IN);
        assertThat(door.enter("dee", "4")).isEqualTo(place(1));
        assertThat(door.enter("eve", "5")).isEqualTo(place(2));
    }

    @Test
    void one_person_does_not_take_all_the_room() {
        door.enter("ann", "1");
        door.enter("ann", "2");
        assertThat(door.enter("ann", "3")).isEqualTo(place(1));
        assertThat(door.enter("bob", "4")).as("ann's third holds up nobody").isEqualTo(IN);
    }

    @Test
    void a_person_with_many_wishes_stands_behind_those_with_one() {
        door.told(Set.of(), Map.of("x", new Share(2, 0), "y", new Share(1, 0)), Set.of());
        assertThat(door.enter("ann", "1")).isEqualTo(place(1));
        assertThat(door.enter("ann", "2")).isEqualTo(place(2));
        assertThat(door.enter("bob", "3")).as("before ann's second").isEqualTo(place(2));
    }

    @Test
    void refuses_when_the_queue_is_full_and_remembers_nothing_of_it() {
        door.told(Set.of(), Map.of("x", new Share(3, 4)), Set.of());
        assertThat(door.enter("ann", "1")).isEqualTo(new Entry.Full(4));
        door.told(Set.of(), Map.of(), Set.of());
        assertThat(door.enter("ann", "1")).isEqualTo(IN);
    }

    @Test
    void the_same_one_asked_about_again_gets_the_same_answer_and_takes_no_more_room() {
        for (int i = 0; i < 5; i++) {
            assertThat(door.enter("ann", "1")).isEqualTo(IN);
        }
        assertThat(door.underWay()).isOne();
    }

    @Test
    void what_the_log_tells_of_is_counted_once() {
        door.enter("ann", "1");
        door.told(door.fresh(), Map.of("ann", new Share(1, 0)), Set.of());
        assertThat(door.underWay()).isOne();
        door.told(door.fresh(), Map.of(), Set.of());
        assertThat(door.underWay()).isZero();
    }

    @Test
    void what_the_log_never_tells_of_is_forgotten() {
        door.enter("ann", "1");
        nanos += Duration.ofSeconds(31).toNanos();
        door.told(Set.of(), Map.of(), Set.of());
        assertThat(door.underWay()).isZero();
    }

    @Test
    void lets_in_from_the_queue_as_others_leave_and_nobody_slips_in_before() {
        List<Waiting> queue = List.of(new Waiting("7", "c", "dee"), new Waiting("8", "c", "eve"));
        Set<String> ids = Set.of("7", "8");
        Map<String, Share> full =
                Map.of("x", new Share(3, 0), "dee", new Share(0, 1), "eve", new Share(0, 1));
        door.told(Set.of(), full, ids);
        assertThat(door.letIn(queue)).isEmpty();

        Map<String, Share> room =
                Map.of("x", new Share(2, 0), "dee", new Share(0, 1), "eve", new Share(0, 1));
        door.told(Set.of(), room, ids);
        assertThat(door.enter("bob", "9")).as("two wait for one place").isEqualTo(place(3));
        assertThat(door.letIn(queue)).extracting(Waiting::id).containsExactly("7");
        assertThat(door.letIn(queue)).as("its place is taken").isEmpty();
    }

    @Test
    void who_was_called_and_does_not_come_is_called_again() {
        List<Waiting> queue = List.of(new Waiting("7", "c", "dee"));
        Map<String, Share> shares = Map.of("dee", new Share(0, 1));
        door.told(Set.of(), shares, Set.of("7"));
        assertThat(door.letIn(queue)).hasSize(1);
        door.told(Set.of(), shares, Set.of("7"));
        assertThat(door.letIn(queue)).isEmpty();
        nanos += Duration.ofSeconds(6).toNanos();
        door.told(Set.of(), shares, Set.of("7"));
        assertThat(door.letIn(queue)).hasSize(1);
    }

    @Test
    void is_quiet_when_nobody_is_here() {
        assertThat(door.stirs()).isFalse();
        door.enter("ann", "1");
        assertThat(door.hurries()).isTrue();
        door.told(door.fresh(), Map.of(), Set.of());
        assertThat(door.stirs()).isFalse();
        assertThat(door.hurries()).isFalse();
    }
}
