package errand.orchestrator.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.orchestrator.plan.Documents.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "$now()|calls $now(), which is not allowed: its result must be the same, and cheap, whenever the plan is looked at",
                "$millis()|calls $millis()",
                "$random()|calls $random()",
                "$shuffle([1,2])|calls $shuffle()",
                "$eval('1')|calls $eval()",
                "$pad('a', 2000000)|calls $pad()",
                "$match('a', 'a')|calls $match()",
                "$out.a.x[$contains(/a+/)]|holds a regular expression, which is not allowed",
                "/a+/|holds a regular expression",
                "1 + /a/('a')|holds a regular expression",
                "$out|uses $out without a step; write $out.<step>",
                "$out.*|uses $out without a step",
                "$out[0]|uses $out without a step",
                "$out.($in.x)|uses $out without a step",
                "$foo($in.x)|calls $foo(), which is not known; there are: abs, append, assert",
                "$foo|names $foo, which is not known; there are $in, $out.<step>, $item, $person and $now",
                "$map($in.x, $string)|hands on $string as a value, which is not allowed; write function($v){$string($v)}",
                "$in.x ~> $eval|hands on $eval as a value",
                "$in.x ~> $sum|hands on $sum as a value",
                "$substring(?, 1)|leaves an argument open with '?', which is not allowed",
                "($sum := 1; $sum)|gives the name $sum, which has a meaning of its own",
                "in.people|begins with 'in', but there is no root document to look it up in; begin with $in, $out.<step>, $item, $person or $now",
                "out.a.b|begins with 'out', but there is no root document",
                "$in.x[|cannot be read: ",
                "/* */|is empty",
            })
    void says_why_an_expression_is_refused(String expression, String why) {
        assertThat(Expression.of(expression == null ? "" : expression))
                .isInstanceOfSatisfying(
                        Expression.Compiled.Unsound.class,
                        unsound ->
                                assertThat(unsound.faults())
                                        .anySatisfy(fault -> assertThat(fault).startsWith(why)));
    }

    @Test
    void refuses_transformations() {
        assertThat(Expression.of("$in.x ~> | $ | {'a': 1} |"))
                .isInstanceOfSatisfying(
                        Expression.Compiled.Unsound.class,
                        unsound ->
                                assertThat(unsound.faults())
                                        .contains(
                                                "holds a transformation |…|, which is not allowed"));
    }

    @Test
    void refuses_what_is_too_long() {
        assertThat(Expression.of("'" + "x".repeat(999) + "'"))
                .isInstanceOfSatisfying(
                        Expression.Compiled.Unsound.class,
                        unsound ->
                                assertThat(unsound.faults())
                                        .containsExactly(
                                                "has 1001 characters; at most 1,000 are allowed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$in.n / 2 / 3",
                "($in.n) / 2",
                "$in.list[0] / 2",
                "$out.a.`b c`.or / 2",
                "'/no regex/' & \"$eval('x')\"",
                "/* $now() */ $in.n",
                "$out.a.in",
                "$out.\"a\".x",
                "($f := function($n){$n + 1}; $f($in.n))",
                "$in.list@$l.$l",
                "$in.list#$i.$i",
                "$in.n > 1 ? 'a' : 'b'",
                "$$",
                "true",
                "12",
            })
    void lets_harmless_ones_pass(String expression) {
        assertThat(Expression.of(expression)).isInstanceOf(Expression.Compiled.Sound.class);
    }

    @Test
    void knows_the_steps_it_reads() {
        assertThat(sound("[$out.a.x, $out . `b`.y, $out.\"c\", '$out.d']").steps())
                .containsExactlyInAnyOrder("a", "b", "c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "[1..10000000]|makes a list of more than 10000 elements",
                "$count([1..10000000])|makes a list of more than 10000 elements",
                "[1..1000].[1..1000]|is too much work (more than 30000 units)",
                "$map([1..1000], function($a){$map([1..1000], function($b){$a * $b})})|is too much work",
                "($f := function($n){$f($n + 1)}; $f(1))|is too much work",
                "($f := function($n){1 + $f($n + 1)}; $f(1))|goes deeper than 50 levels",
                "($a := 'xxxxxxxxxxxxxxxx'; $b := $a & $a & $a & $a; $c := $b & $b & $b & $b;"
                        + " $d := $c & $c & $c & $c; $e := $d & $d & $d & $d; $f := $e & $e & $e & $e;"
                        + " $g := $f & $f & $f & $f; $g & $g & $g & $g)|fails: makes a text of more than 65536 characters",
                "($a := [1..100]; $b := [$a,$a,$a,$a]; $c := [$b,$b,$b,$b]; $d := [$c,$c,$c,$c];"
                        + " $e := [$d,$d,$d,$d]; $e)|is too much work",
                "$in.n.{'a':$,'b':$}.{'a':$,'b':$}.{'a':$,'b':$}.{'a':$,'b':$}.{'a':$,'b':$}.{'a':$,'b':$}"
                        + ".{'a':$,'b':$}.{'a':$,'b':$}.{'a':$,'b':$}.{'a':$,'b':$}.{'a':$,'b':$}.{'a':$,'b':$}"
                        + ".{'a':$,'b':$}.{'a':$,'b':$}.{'a':$,'b':$}.{'a':$,'b':$}.{'a':$,'b':$}.{'a':$,'b':$}|is too much work",
                "$replace($replace($replace('aaaaaaaaaa','a','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'),'a',"
                        + "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'),'a','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')|fails: makes a text of more than 65536 characters",
                "$round(1, 1000000000)|fails: A number is rounded to at most 15 places.",
                "$power(10, 20)|gives a number that cannot be kept exactly (beyond 2^53)",
                "9007199254740991 + 5|gives a number that cannot be kept exactly (beyond 2^53)",
                "$number('x')|cannot be worked out.",
                "$in.n.x()|fails: ",
                "$in.s + 1|fails: ",
                "function($x){$x}|gives a function, not a value. Call it with parentheses.",
            })
    void stops_by_counted_work_and_says_so(String expression, String why) {
        assertThatThrownBy(() -> value(expression, "{\"n\":1,\"s\":\"x\"}"))
                .hasMessageStartingWith("${" + Shown.of(expression) + "} " + why);
    }

    @Test
    void gives_the_same_on_any_number_of_threads() throws Exception {
        Expression expression =
                sound("$in.list^(>n)[0].n + $sum($map($in.list, function($v){$v.n}))");
        List<Callable<String>> calls =
                IntStream.range(0, 400)
                        .<Callable<String>>mapToObj(
                                i ->
                                        () ->
                                                String.valueOf(
                                                        expression.value(
                                                                bindings(list(i % 50 + 1)))))
                        .toList();
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Future<String>> results = pool.invokeAll(calls);
            for (int i = 0; i < results.size(); i++) {
                int n = i % 50 + 1;
                assertThat(results.get(i).get()).isEqualTo(String.valueOf(n + n * (n + 1) / 2));
            }
        }
    }

    @Test
    void an_evaluation_leaves_nothing_behind_for_the_next() {
        Expression expression = sound("[$a, $a := $in.n]");
        assertThat(String.valueOf(expression.value(bindings("{\"n\":1}")))).isEqualTo("[1]");
        assertThat(String.valueOf(expression.value(bindings("{\"n\":2}")))).isEqualTo("[2]");
    }

    /** What plans do takes a part of what is allowed. */
    @Test
    void a_search_over_hundreds_of_offers_stays_within_the_bounds() {
        List<Integer> prices = new ArrayList<>(IntStream.range(0, 300).boxed().toList());
        Collections.shuffle(prices, new Random(18));
        String offers =
                prices.stream()
                        .map("{\"n\":%d}"::formatted)
                        .collect(Collectors.joining(",", "{\"list\":[", "]}"));
        Meter meter = new Meter();
        sound("$in.list[n >= 5]^(n)[0].n").value(bindings(offers), meter);
        assertThat(meter.work()).isBetween(5_000, Meter.WORK * 2 / 3);
    }

    private static String list(int n) {
        return IntStream.rangeClosed(1, n)
                .mapToObj(i -> "{\"n\":" + i + "}")
                .collect(Collectors.joining(",", "{\"list\":[", "]}"));
    }

    private static Object value(String expression, String in) {
        return String.valueOf(sound(expression).value(bindings(in)));
    }

    private static Bindings bindings(String in) {
        return new Bindings(new Scope(in, Map.of(), null, Instant.EPOCH));
    }

    private static Expression sound(String text) {
        Expression.Compiled compiled = Expression.of(text);
        assertThat(compiled).as(compiled.toString()).isInstanceOf(Expression.Compiled.Sound.class);
        return ((Expression.Compiled.Sound) compiled).expression();
    }
}
