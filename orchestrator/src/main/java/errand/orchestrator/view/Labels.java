package errand.orchestrator.view;

import errand.orchestrator.plan.Plan;
import errand.orchestrator.plan.Step;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Steps in words for people, in the language of their plan. Capabilities that are not in {@code
 * labels.<lang>.properties} are called by their own name.
 */
public final class Labels {

    private static final Map<String, Properties> WORDS = Map.of("zh", read("zh"), "en", read("en"));
    private static final int LONGEST = 80;

    private Labels() {}

    /** What is done: {@code 查高铁}; some capabilities have a word for each mode of their input. */
    public static String of(Plan plan, Step step) {
        String capability = step.capability();
        Properties words = WORDS.get(plan.spec().lang().equals("en") ? "en" : "zh");
        String own = capability.substring(capability.indexOf('.') + 1);
        if (words == null) {
            return own;
        }
        String label = words.getProperty(capability, own);
        String input = step.input();
        return input == null || !input.contains("\"mode\"")
                ? label
                : words.getProperty(
                        capability + "." + text(PlanDocument.parsed(input), "mode"), label);
    }

    /** What it is done to, once that is known: {@code 北京 → 杭州 12-08}, or the title of an offer. */
    public static Optional<String> about(Plan plan, Step step) {
        Optional<String> found = quoted(step.output());
        if (found.isEmpty() && step.input() != null) {
            JsonNode input = PlanDocument.parsed(step.input());
            String quoteId = text(input, "quoteId");
            found = quoteId.isEmpty() ? searched(input) : titleOf(plan, quoteId);
        }
        return found.map(Labels::shortened);
    }

    private static Optional<String> searched(JsonNode input) {
        String from = text(input, "from");
        String to = text(input, "to");
        String what = from.isEmpty() || to.isEmpty() ? "" : from + " → " + to;
        for (String name : new String[] {"text", "city"}) {
            what = what.isEmpty() ? text(input, name) : what;
        }
        String date = text(input, "date").isEmpty() ? text(input, "checkIn") : text(input, "date");
        String day = date.length() == 10 ? date.substring(5) : "";
        String all = (what + " " + day).strip();
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    /** Only the answers that hold the id are parsed: this runs for each event of each plan. */
    private static Optional<String> titleOf(Plan plan, String quoteId) {
        return plan.steps().values().stream()
                .map(Step::output)
                .filter(output -> output != null && output.contains(quoteId))
                .flatMap(output -> quoted(output).stream())
                .findFirst();
    }

    private static Optional<String> quoted(@Nullable String output) {
        if (output == null || !output.contains("\"quote\"")) {
            return Optional.empty();
        }
        return Stream.of(text(PlanDocument.parsed(output).path("quote"), "title"))
                .filter(title -> !title.isEmpty())
                .findFirst();
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).isString() ? node.path(name).asString() : "";
    }

    private static String shortened(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }

    private static Properties read(String lang) {
        Properties words = new Properties();
        try (InputStream in = Labels.class.getResourceAsStream("labels." + lang + ".properties")) {
            if (in == null) {
                throw new IllegalStateException("labels.%s.properties is missing".formatted(lang));
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
