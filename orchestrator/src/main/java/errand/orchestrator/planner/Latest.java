package errand.orchestrator.planner;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Steps that were planned anew ({@code quote_r2}) are told under the name that texts know. */
final class Latest {

    private static final Pattern REVISED = Pattern.compile("(\\w+)_r\\d+");

    private Latest() {}

    /** By the name a text knows, the id of the step that counts now; only for those revised. */
    static Map<String, String> names(List<StepDone> steps) {
        Map<String, String> names = new LinkedHashMap<>();
        for (StepDone step : steps) {
            Matcher revised = REVISED.matcher(step.id());
            if (revised.matches()) {
                names.put(revised.group(1), step.id());
            }
        }
        return names;
    }
}
