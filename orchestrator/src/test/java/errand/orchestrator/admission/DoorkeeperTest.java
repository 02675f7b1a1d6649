package errand.orchestrator.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The doorkeeper and a log that tells everything one look late. */
class DoorkeeperTest {

    private final Town town = new Town();
    private final Admission admission =
            new Admission(new AdmissionSettings(5, 2, 3, 2, 100), new SimpleMeterRegistry());
    private final List<String> called = new ArrayList<>();
    private final Doorkeeper keeper =
            new Doorkeeper(admission, town, (conversation, id) -> call(id));

    private void call(String id) {
        called.add(id);
        town.later.add(() -> town.begin(id));
    }

    /** Who asks, gets in or waits; the log tells later. */
    private Entry asks(String user, String id) {
        Entry entry = admission.enter(Lane.EXECUTION, user, id);
        town.later.add(() -> town.come(id, user, entry instanceof Entry.AtOnce));
        return entry;
    }

    private void look() {
        keeper.look(Lane.EXECUTION, admission.door(Lane.EXECUTION));
        town.tell();
    }

    @Test
    void looking_takes_a_tenth_of_the_time_at_most_and_nobody_waits_longer_than_a_second() {
        assertThat(Doorkeeper.pause(1_000_000)).isEqualTo(100);
        assertThat(Doorkeeper.pause(40_000_000)).isEqualTo(360);
        assertThat(Doorkeeper.pause(5_000_000_000L)).isEqualTo(1_000);
    }

    @Test
    void everybody_gets_in_in_the_end_and_never_too_many_at_once() {
        for (int i = 0; i < 30; i++) {
            asks("user" + i % 7, "p_%02d".formatted(i));
        }
        town.tell();
        int most = 0;
        for (int i = 0; i < 200 && !town.over(); i++) {
            look();
            most = Math.max(most, town.running());
            if (i % 2 == 0) {
                town.oneEnds();
            }
        }
        assertThat(town.over()).as(town.state.toString()).isTrue();
        assertThat(most).isBetween(1, 3);
        assertThat(called).doesNotHaveDuplicates();
    }

    @Test
    void places_are_seen_while_they_wait() {
        for (int i = 0; i < 5; i++) {
            asks("user" + i, "p_" + i);
        }
        town.tell();
        look();
        assertThat(admission.place("p_3").orElseThrow().place()).isOne();
        assertThat(admission.place("p_4").orElseThrow().place()).isEqualTo(2);
        assertThat(admission.placesIn("c_p_4")).hasSize(1);
        assertThat(admission.place("p_0")).isEmpty();
    }

    @Test
    void who_does_not_hold_the_chair_calls_nobody() {
        town.chairTaken = true;
        for (int i = 0; i < 5; i++) {
            asks("user" + i, "p_" + i);
        }
        town.tell();
        town.oneEnds();
        look();
        assertThat(called).isEmpty();
        town.chairTaken = false;
        look();
        assertThat(called).containsExactly("p_3");
    }

    /** The log's view of things. */
    private static final class Town implements Crowd {

        final Map<String, String> users = new LinkedHashMap<>();
        final Map<String, String> state = new LinkedHashMap<>();
        final Queue<Runnable> later = new ArrayDeque<>();
        boolean chairTaken;

        void tell() {
            while (!later.isEmpty()) {
                later.remove().run();
            }
        }

        void come(String id, String user, boolean in) {
            users.put(id, user);
            state.put(id, in ? "running" : "queued");
        }

        void begin(String id) {
            state.replace(id, "queued", "running");
        }

        void oneEnds() {
            state.entrySet().stream()
                    .filter(one -> one.getValue().equals("running"))
                    .findFirst()
                    .ifPresent(one -> one.setValue("done"));
        }

        int running() {
            return (int) state.values().stream().filter("running"::equals).count();
        }

        boolean over() {
            return state.values().stream().allMatch("done"::equals);
        }

        @Override
        public Map<String, Share> shares(Lane lane) {
            Map<String, Share> shares = new HashMap<>();
            state.forEach(
                    (id, now) -> {
                        if (!now.equals("done")) {
                            shares.merge(
                                    String.valueOf(users.get(id)),
                                    now.equals("running") ? new Share(1, 0) : new Share(0, 1),
                                    (a, b) ->
                                            new Share(
                                                    a.underWay() + b.underWay(),
                                                    a.queued() + b.queued()));
                        }
                    });
            return shares;
        }

        @Override
        public Set<String> known(Lane lane, Collection<String> ids) {
            Set<String> known = new HashSet<>(ids);
            known.retainAll(state.keySet());
            return known;
        }

        @Override
        public List<Waiting> queue(Lane lane) {
            return state.entrySet().stream()
                    .filter(one -> one.getValue().equals("queued"))
                    .map(
                            one ->
                                    new Waiting(
                                            one.getKey(),
                                            "c_" + one.getKey(),
                                            String.valueOf(users.get(one.getKey()))))
                    .toList();
        }

        @Override
        public @Nullable Chair chair() {
            return chairTaken
                    ? null
                    : new Chair() {
                        @Override
                        public boolean held() {
                            return true;
                        }

                        @Override
                        public void close() {}
                    };
        }
    }
}
