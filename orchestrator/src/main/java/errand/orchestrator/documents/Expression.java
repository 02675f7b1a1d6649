package errand.orchestrator.documents;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An expression that may be run. Any number of threads may run one at the same time. */
final class Expression {

    private static final Recent<String, Compiled> COMPILED = new Recent<>(4_096, Expression::read);

    private final String text;
    private final Reading reading;
    private final Jsonata jsonata;

    private Expression(String text, Reading reading, Jsonata jsonata) {
        this.text = text;
        this.reading = reading;
        this.jsonata = jsonata;
    }

    /** An expression, or all that is wrong with it. */
    sealed interface Compiled {
        record Sound(Expression expression) implements Compiled {}

        /**
         * @param faults clauses without a subject: "calls $now(), which …"
         */
        record Unsound(List<String> faults, Set<String> steps) implements Compiled {}
    }

    static Compiled of(String text) {
        return COMPILED.of(text);
    }

    private static Compiled read(String text) {
        Reading reading = Reading.of(text);
        if (!reading.faults().isEmpty()) {
            return new Compiled.Unsound(List.copyOf(reading.faults()), reading.steps());
        }
        try {
            Jsonata jsonata = Jsonata.jsonata(text);
            Functions.bind(jsonata);
            // The library runs everything on the thread's newest instance and leaves the frame of
            // the evaluation in it. Were that this one, each evaluation would see, and keep, all
            // that were before it. So the newest is one that nobody uses.
            Jsonata.jsonata("0");
            return new Compiled.Sound(new Expression(text, reading, jsonata));
        } catch (RuntimeException e) {
            String why = e instanceof JException ? ": " + message(e) : "";
            return new Compiled.Unsound(List.of("cannot be read" + why), reading.steps());
        }
    }

    String text() {
        return text;
    }

    Set<String> steps() {
        return reading.steps();
    }

    boolean usesItem() {
        return reading.variables().contains("item");
    }

    /** Its value, or null where there is none. */
    @Nullable JsonNode value(Bindings bindings) {
        return value(bindings, new Meter());
    }

    @Nullable JsonNode value(Bindings bindings, Meter meter) {
        Jsonata.Frame frame = jsonata.createFrame();
        for (String name : reading.variables()) {
            frame.bind(name, (Object) bindings.of(name, reading.steps()));
        }
        frame.setEvaluateEntryCallback(meter);
        frame.setEvaluateExitCallback(meter);
        try {
            return Values.json(jsonata.evaluate(null, frame));
        } catch (Unfit e) {
            throw failed(String.valueOf(e.getMessage()));
        } catch (JException e) {
            throw failed(meter.exceeded() == null ? "fails: " + message(e) : meter.exceeded());
        } catch (RuntimeException e) {
            // Casts and the like inside the library: their texts differ between versions of Java.
            throw failed(meter.exceeded() == null ? "cannot be worked out" : meter.exceeded());
        }
    }

    private static String message(RuntimeException e) {
        String text = Shown.of(String.valueOf(e.getMessage()).replace("JSonataException ", ""));
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private Unfit failed(@Nullable String why) {
        return new Unfit("EXPRESSION_FAILED", "${%s} %s.".formatted(Shown.of(text), why));
    }
}
