package errand.orchestrator.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CensusTest {

    private record Person(int underWay, int queued) {}

    @Test
    void it_counts_what_adding_up_everybody_gives_whoever_comes_and_goes() {
        Random random = new Random(16);
        Census census = new Census();
        List<Person> all = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            if (!all.isEmpty() && random.nextInt(3) == 0) {
                Person gone = all.remove(random.nextInt(all.size()));
                census.remove(gone.underWay(), gone.queued());
            } else {
                int many = random.nextInt(50) == 0 ? 400 : 4;
                Person next = new Person(random.nextInt(4), random.nextInt(many));
                all.add(next);
                census.add(next.underWay(), next.queued());
            }
            int rank = random.nextInt(500);
            assertThat(census.below(rank)).isEqualTo(below(all, rank));
        }
        assertThat(census.underWay()).isEqualTo(all.stream().mapToInt(Person::underWay).sum());
        assertThat(census.waiting()).isEqualTo(all.stream().mapToInt(Person::queued).sum());
    }

    private static int below(List<Person> all, int rank) {
        return all.stream().mapToInt(it -> Math.clamp(rank - it.underWay(), 0, it.queued())).sum();
    }
}
