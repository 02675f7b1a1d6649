package errand.local;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What {@code ./errand ask --json} printed.
 *
 * @param events each a line {@code {"id","event","data"}}
 */
record Said(int exit, List<JsonNode> events, String err) {

    static Said of(Cli cli, String text, String... options) throws Exception {
        String[] words = new String[options.length + 3];
        words[0] = "ask";
        words[1] = text;
        words[2] = "--json";
        System.arraycopy(options, 0, words, 3, options.length);
        var result = cli.run(words);
        return new Said(
                result.exit(),
                result.out().lines().map(line -> Json.MAPPER.readTree(line)).toList(),
                result.err());
    }

    List<JsonNode> named(String event) {
        return events.stream()
                .filter(line -> line.path("event").asString().equals(event))
                .map(line -> line.path("data"))
                .toList();
    }

    /** The text of the one answer. */
    String answer() {
        var answers = named("answer");
        if (answers.size() != 1) {
            throw new AssertionError("Not one answer: " + this);
        }
        return answers.getFirst().path("text").asString();
    }

    /** Ids of the steps that came into a state, in order. */
    List<String> steps(String state) {
        return named("step").stream()
                .filter(step -> step.path("state").asString().equals(state))
                .map(step -> step.path("stepId").asString())
                .toList();
    }

    /** The steps that were under way before any had ended. */
    List<String> sideBySide() {
        return named("step").stream()
                .takeWhile(step -> !step.path("state").asString().equals("done"))
                .filter(step -> step.path("state").asString().equals("dispatched"))
                .map(step -> step.path("stepId").asString())
                .toList();
    }

    /** The cards that were shown. */
    List<JsonNode> cards() {
        return named("consent").stream()
                .filter(card -> card.path("state").asString().equals("open"))
                .toList();
    }

    String plan() {
        return named("step").getFirst().path("planId").asString();
    }

    static long yuan(JsonNode money) {
        return money.path("amount").asLong() / 100;
    }
}
