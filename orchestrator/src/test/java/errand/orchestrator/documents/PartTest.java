package errand.orchestrator.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.orchestrator.documents.Part.Inserted;
import errand.orchestrator.documents.Part.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartTest {

    @Test
    void finds_the_closing_brace_past_objects_strings_names_and_comments() {
        for (String expression :
                List.of(
                        "{'a': {'b': 1}}",
                        "'}' & \"}\\\"}\" & '{'",
                        "$in.`odd } name`",
                        "/* } ' */ $in.x",
                        "$in.x")) {
            assertThat(Part.of("a ${" + expression + "} b"))
                    .containsExactly(new Plain("a "), new Inserted(expression), new Plain(" b"));
        }
    }

    @Test
    void a_doubled_dollar_is_a_literal_opening() {
        assertThat(Part.of("$${a}")).containsExactly(new Plain("${a}"));
        assertThat(Part.of("$$${a}")).containsExactly(new Plain("$${a}"));
        assertThat(Part.of("$ {a} $5 }")).containsExactly(new Plain("$ {a} $5 }"));
        assertThat(Part.of("")).containsExactly(new Plain(""));
        assertThat(Part.of("${$in.a}${$in.b}"))
                .containsExactly(new Inserted("$in.a"), new Inserted("$in.b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${", "a ${b", "${'}", "${{}", "${`}", "${/*}"})
    void says_when_there_is_no_closing_brace(String text) {
        assertThatThrownBy(() -> Part.of(text))
                .hasMessage(
                        "'%s' opens an expression that has no closing brace. A literal ${ is written $${."
                                .formatted(text));
    }

    /** What was put together from parts comes apart into the same parts. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void takes_apart_what_was_put_together(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<Part> parts = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(1, 6); i > 0; i--) {
                boolean plain = parts.isEmpty() || parts.getLast() instanceof Inserted;
                if (plain && random.nextBoolean()) {
                    String piece = plain(random);
                    parts.add(new Plain(piece));
                    text.append(piece.replace("${", "$${"));
                } else {
                    String expression = expression(random, 3);
                    parts.add(new Inserted(expression));
                    text.append("${").append(expression).append('}');
                }
            }
            assertThat(Part.of(text.toString())).as(text.toString()).isEqualTo(parts);
        }
    }

    private static String plain(Random random) {
        String[] pieces = {"a", "}", "{", "'", "\"", "京", "${", " ", "/*", "`"};
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    private static String expression(Random random, int depth) {
        String inner = depth == 0 ? "$in.x" : expression(random, depth - 1);
        return switch (random.nextInt(6)) {
            case 0 -> "{'k': " + inner + "}";
            case 1 -> "'}{\\'' & " + inner;
            case 2 -> "\"{\\\"\" & " + inner;
            case 3 -> "$in.`}` & " + inner;
            case 4 -> "/* {{ ' */" + inner;
            default -> "(" + inner + ")";
        };
    }
}
