package errand.orchestrator.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ids of steps that are planned anew: {@code quote} becomes {@code quote_r2}, then {@code
 * quote_r3}. Knows nothing of why.
 *
 * @param next the number that no step of the plan has
 */
record Rounds(int next) {

    private static final int LONGEST_ID = 40;
    private static final Pattern ROUND = Pattern.compile("_r(\\d{1,4})$");
    private static final Pattern OUT = Pattern.compile("\\$out\\.([A-Za-z]\\w*)");
    private static final Pattern IN = Pattern.compile("\\$in\\b(?:\\.([A-Za-z]\\w*))?");

    static Rounds of(Plan plan) {
        int last = 1;
        for (String id : plan.steps().keySet()) {
            Matcher round = ROUND.matcher(id);
            last = round.find() ? Math.max(last, Integer.parseInt(round.group(1))) : last;
        }
        return new Rounds(last + 1);
    }

    /** As the plan was first drafted. */
    static String base(String id) {
        return ROUND.matcher(id).replaceFirst("");
    }

    private String id(String base) {
        String round = "_r" + next;
        return base.substring(0, Math.min(base.length(), LONGEST_ID - round.length())) + round;
    }

    /**
     * The steps that are not kept, under new ids and built on those that are.
     *
     * @param kept ids in the plan by ids in the draft
     */
    List<StepSpec> anew(List<StepSpec> wanted, Map<String, String> kept) {
        Map<String, String> names = new HashMap<>(kept);
        wanted.forEach(step -> names.putIfAbsent(step.id(), id(step.id())));
        List<StepSpec> steps = new ArrayList<>();
        for (StepSpec step : wanted) {
            if (!kept.containsKey(step.id())) {
                steps.add(plain(step, names));
            }
        }
        return steps;
    }

    /** The step with other names for steps, those of the first round where none is given. */
    static StepSpec plain(StepSpec step, Map<String, String> names) {
        OnFailure onFailure =
                step.onFailure() instanceof OnFailure.Try(String capability, String input)
                        ? new OnFailure.Try(capability, renamed(input, names))
                        : step.onFailure();
        String each = step.each();
        String when = step.when();
        return new StepSpec(
                name(step.id(), names),
                step.capability(),
                renamed(step.input(), names),
                step.needs().stream().map(need -> name(need, names)).sorted().toList(),
                each == null ? null : renamed(each, names),
                when == null ? null : renamed(when, names),
                step.answerWithin(),
                onFailure);
    }

    private static String name(String id, Map<String, String> names) {
        return names.getOrDefault(id, base(id));
    }

    private static String renamed(String text, Map<String, String> names) {
        return OUT.matcher(text)
                .replaceAll(it -> Matcher.quoteReplacement("$out." + name(it.group(1), names)));
    }

    /** Names of the values of {@code $in} that a step looks at; the empty name for all of them. */
    static Set<String> slots(StepSpec step) {
        Set<String> names = new LinkedHashSet<>();
        collect(step.input(), names);
        collect(step.each(), names);
        collect(step.when(), names);
        if (step.onFailure() instanceof OnFailure.Try(String _, String input)) {
            collect(input, names);
        }
        return names;
    }

    private static void collect(@Nullable String text, Set<String> names) {
        Matcher slot = IN.matcher(text == null ? "" : text);
        while (slot.find()) {
            names.add(slot.group(1) == null ? "" : slot.group(1));
        }
    }
}
