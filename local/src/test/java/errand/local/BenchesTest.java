package errand.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Modifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BenchesTest {

    static java.util.List<Benches.Row> rows() {
        return Benches.all();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void every_row_names_a_program_that_is_there(Benches.Row row) throws Exception {
        var main = Class.forName(row.main()).getMethod("main", String[].class);

        assertThat(Modifier.isStatic(main.getModifiers())).isTrue();
        assertThat(errand.bench.frame.Bench.class).isAssignableFrom(main.getDeclaringClass());
        assertThat(row.name()).matches("[a-z]+");
        assertThat(row.line()).isNotBlank().doesNotEndWith(".");
    }

    @Test
    void names_are_distinct_and_an_unknown_one_is_told_with_those_there_are() {
        assertThat(Benches.all().stream().map(Benches.Row::name)).doesNotHaveDuplicates();
        assertThatThrownBy(() -> Benches.named("speed"))
                .hasMessageStartingWith(
                        "There is no bench 'speed'. Possible: plans, http, steps, ");
    }

    @Test
    void numbers_that_a_bench_has_not_are_refused_and_only_some_may_be_nothing() {
        var burst = Benches.named("burst");

        burst.refuseSize("orders", 0);
        burst.refuseSize("fsync", 1);
        assertThatThrownBy(() -> burst.refuseSize("requests", 0))
                .hasMessage("--set requests=0: a whole number from 1 on");
        assertThatThrownBy(() -> burst.refuseSize("orders", -1))
                .hasMessage("--set orders=-1: a whole number from 0 on");
        assertThatThrownBy(() -> burst.refuseSize("pages", 1))
                .hasMessage(
                        "bench burst has no number called 'pages'. It has: requests, within, orders, nap, fsync");
        assertThatThrownBy(() -> Benches.named("start").refuseSize("fsync", 1))
                .hasMessage("bench start has no number called 'fsync'. It has: none");
    }
}
