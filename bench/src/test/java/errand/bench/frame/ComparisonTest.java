package errand.bench.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    private static Result result(String bench, Figure... figures) {
        return new Result(
                bench,
                Instant.EPOCH,
                new Machine(2, 0, "", ""),
                1,
                Map.of(),
                List.of(figures),
                List.of(),
                List.of(),
                null,
                null);
    }

    private static Figure figure(String name, String unit, double value, Better better) {
        return Figure.of(name, unit, better, List.of(value));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 120, HIGHER, better",
        "100, 80,  HIGHER, worse",
        "100, 120, LOWER,  worse",
        "100, 80,  LOWER,  better",
        "100, 104, LOWER,  same",
        "100, 96,  HIGHER, same",
        "0,   0,   LOWER,  same"
    })
    void says_which_way_a_figure_went(double before, double after, Better better, String verdict) {
        var comparison =
                Comparison.of(
                        result("plans", figure("a", "ms", before, better)),
                        result("plans", figure("a", "ms", after, better)));

        assertThat(comparison.changes().getFirst().verdict()).isEqualTo(verdict);
    }

    @Test
    void ratios_to_the_bound_come_first_and_stand_apart_from_absolute_figures() {
        var before =
                result(
                        "plans",
                        figure("MAX", "plans/s", 1_000, Better.HIGHER),
                        figure("of", Figure.OF_BOUND, 0.1, Better.HIGHER),
                        figure("gone", "ms", 1, Better.LOWER));
        var after =
                result(
                        "plans",
                        figure("MAX", "plans/s", 500, Better.HIGHER),
                        figure("of", Figure.OF_BOUND, 0.2, Better.HIGHER),
                        figure("new", "ms", 1, Better.LOWER));

        var comparison = Comparison.of(before, after);

        assertThat(comparison.ofBound())
                .singleElement()
                .satisfies(change -> assertThat(change.ratio()).isEqualTo(2));
        assertThat(comparison.absolute())
                .singleElement()
                .satisfies(change -> assertThat(change.ratio()).isEqualTo(0.5));
        assertThat(comparison.missing()).containsExactly("new", "gone");
        var lines = comparison.lines();
        assertThat(lines.get(2)).contains("of ").contains("x 2.00").endsWith("better");
        assertThat(lines.get(4)).contains("MAX").contains("x 0.50").endsWith("worse");
        assertThat(lines.getLast()).isEqualTo("In one of both only: new, gone");
    }

    @Test
    void from_nothing_to_something_has_no_ratio() {
        var comparison =
                Comparison.of(
                        result("plans", figure("a", "ms", 0, Better.LOWER)),
                        result("plans", figure("a", "ms", 5, Better.LOWER)));

        assertThat(comparison.changes().getFirst().ratio()).isNaN();
        assertThat(comparison.lines()).anyMatch(line -> line.contains("     -"));
    }

    @Test
    void different_benches_are_not_compared() {
        assertThatThrownBy(() -> Comparison.of(result("plans"), result("steps")))
                .hasMessage("'plans' cannot be compared with 'steps': measure the same bench.");
    }

    @Test
    void what_failed_or_was_flushed_otherwise_is_said() {
        var before = measured(Map.of("durability", "page cache"), null);
        var after = measured(Map.of("durability", "fsync"), "a plan was lost");

        assertThat(Comparison.of(before, after).lines())
                .contains("One of both failed: it has figures until then, and they may be wrong.")
                .anyMatch(line -> line.startsWith("Different durability: 'page cache' before"));
        assertThat(Comparison.of(before, before).lines())
                .noneMatch(line -> line.contains("failed") || line.contains("durability"));
    }

    private static Result measured(Map<String, Object> settings, @Nullable String failed) {
        return new Result(
                "plans",
                Instant.EPOCH,
                new Machine(2, 0, "", ""),
                1,
                settings,
                List.of(),
                List.of(),
                List.of(),
                null,
                failed);
    }
}
