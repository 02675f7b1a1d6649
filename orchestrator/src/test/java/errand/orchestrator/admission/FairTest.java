package errand.orchestrator.admission;

import static org.assertj.core.api.Assertions.assertThat;

import errand.orchestrator.admission.Crowd.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class FairTest {

    private static final ToIntFunction<String> NOTHING = _ -> 0;

    private static List<Waiting> queue(String... users) {
        List<Waiting> queue = new ArrayList<>();
        for (String user : users) {
            queue.add(new Waiting(user + queue.size(), "c_" + queue.size(), user));
        }
        return queue;
    }

    private static List<String> ids(List<Waiting> waiting) {
        return waiting.stream().map(Waiting::id).toList();
    }

    @Test
    void people_take_turns_whoever_came_first() {
        assertThat(ids(Fair.order(queue("ann", "ann", "ann", "bob", "cy", "bob"), NOTHING)))
                .containsExactly("ann0", "bob3", "cy4", "ann1", "bob5", "ann2");
    }

    @Test
    void whoever_has_something_under_way_comes_later() {
        ToIntFunction<String> underWay = user -> Map.of("ann", 2).getOrDefault(user, 0);
        assertThat(ids(Fair.order(queue("ann", "bob", "bob", "bob"), underWay)))
                .containsExactly("bob1", "bob2", "ann0", "bob3");
    }

    @Test
    void no_more_are_let_in_than_there_is_room_for() {
        List<Waiting> ordered = Fair.order(queue("ann", "bob", "cy"), NOTHING);
        assertThat(ids(Fair.admitted(ordered, 2, 9, NOTHING))).containsExactly("ann0", "bob1");
        assertThat(Fair.admitted(ordered, -1, 9, NOTHING)).isEmpty();
    }

    @Test
    void who_has_all_that_one_person_may_have_stands_in_nobodys_way() {
        ToIntFunction<String> underWay = user -> user.equals("ann") ? 3 : 0;
        List<Waiting> ordered = Fair.order(queue("ann", "bob", "bob", "bob", "bob"), underWay);
        assertThat(ids(Fair.admitted(ordered, 9, 3, underWay)))
                .containsExactly("bob1", "bob2", "bob3");
    }
}
