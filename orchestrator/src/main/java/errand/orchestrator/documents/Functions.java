package errand.orchestrator.documents;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Jsonata.JFunctionCallable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Functions that expressions may call. All others of the library are taken away: they know a clock
 * or chance, read expressions from data, or may run long within one call, where no bound is looked
 * at. Those the library writes so that a locale, a time zone or the size of a text decides are
 * written here instead.
 */
final class Functions {

    /** Those the library's own version of which is kept. */
    private static final Set<String> KEPT =
            Set.of(
                    ("abs append assert average base64decode base64encode boolean ceil count"
                                    + " decodeUrl decodeUrlComponent distinct each encodeUrl"
                                    + " encodeUrlComponent error exists filter floor formatBase"
                                    + " formatNumber keys length lookup map max merge min not"
                                    + " number power reduce reverse sift single sort spread sqrt"
                                    + " string substring sum trim type zip")
                            .split(" "));

    /** Those that are taken away. */
    static final Set<String> REFUSED =
            Set.of(
                    "clone",
                    "eval",
                    "formatInteger",
                    "match",
                    "millis",
                    "now",
                    "pad",
                    "parseInteger",
                    "random",
                    "shuffle");

    /** Characters compared at most by one search: text length × length of what is looked for. */
    private static final long SEARCH = 1L << 24;

    private static final Map<String, JFunction> OWN = own();

    private Functions() {}

    static boolean allowed(String name) {
        return KEPT.contains(name) || OWN.containsKey(name);
    }

    static List<String> names() {
        List<String> names = new ArrayList<>(KEPT);
        names.addAll(OWN.keySet());
        Collections.sort(names);
        return names;
    }

    /** Gives an expression its functions. */
    static void bind(Jsonata expression) {
        REFUSED.forEach(name -> expression.assign(name, null));
        OWN.forEach(expression::registerFunction);
    }

    private static Map<String, JFunction> own() {
        Map<String, JFunction> own = new TreeMap<>();
        own.put("lowercase", text("<s-:s>", args -> args.text(0).toLowerCase(Locale.ROOT)));
        own.put("uppercase", text("<s-:s>", args -> args.text(0).toUpperCase(Locale.ROOT)));
        own.put("contains", text("<s-s:b>", args -> args.searched().contains(args.text(1))));
        own.put("substringBefore", text("<s-s:s>", args -> before(args.searched(), args.text(1))));
        own.put("substringAfter", text("<s-s:s>", args -> after(args.searched(), args.text(1))));
        own.put("replace", text("<s-ssn?:s>", Functions::replaced));
        own.put("split", text("<s-sn?:a<s>>", Functions::split));
        own.put("join", new JFunction((JFunctionCallable) Functions::joined, "<a<s>s?:s>"));
        own.put("round", text("<n-n?:n>", Functions::rounded));
        own.put(
                "toMillis",
                text(
                        "<s-:n>",
                        args -> OffsetDateTime.parse(args.text(0)).toInstant().toEpochMilli()));
        own.put(
                "fromMillis",
                text("<n-:s>", args -> Instant.ofEpochMilli(args.whole(0)).toString()));
        return Collections.unmodifiableMap(own);
    }

    private interface Work {
        Object on(Arguments arguments);
    }

    /** A function whose first argument missing makes its result missing. */
    private static JFunction text(String signature, Work work) {
        JFunctionCallable call =
                (input, given) ->
                        given.isEmpty() || given.getFirst() == null
                                ? null
                                : work.on(new Arguments(given));
        return new JFunction(call, signature);
    }

    private record Arguments(List<?> given) {

        String text(int index) {
            if (optional(index) instanceof String text) {
                return text;
            }
            throw new JException("Argument %d must be a text.".formatted(index + 1), 0);
        }

        @Nullable Object optional(int index) {
            return index < given.size() ? given.get(index) : null;
        }

        long whole(int index) {
            return ((Number) Objects.requireNonNull(optional(index))).longValue();
        }

        /** The first text, once looking for the second in it is known not to take long. */
        String searched() {
            String text = text(0);
            if ((long) text.length() * text(1).length() > SEARCH) {
                throw new JException("The texts are too long to be searched.", 0);
            }
            return text;
        }

        int limit(int index) {
            Object limit = optional(index);
            if (limit == null) {
                return Integer.MAX_VALUE;
            }
            int value = ((Number) limit).intValue();
            if (value < 0) {
                throw new JException("The limit must not be negative.", 0);
            }
            return value;
        }
    }

    private static String before(String text, String mark) {
        int found = text.indexOf(mark);
        return found < 0 ? text : text.substring(0, found);
    }

    private static String after(String text, String mark) {
        int found = text.indexOf(mark);
        return found < 0 ? text : text.substring(found + mark.length());
    }

    private static String replaced(Arguments args) {
        String text = args.searched();
        String mark = args.text(1);
        String by = args.text(2);
        if (mark.isEmpty()) {
            throw new JException("The text to be replaced must not be empty.", 0);
        }
        int left = args.limit(3);
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int next = text.indexOf(mark);
                next >= 0 && left-- > 0;
                next = text.indexOf(mark, at)) {
            out.append(text, at, next).append(by);
            Meter.text(out.length());
            at = next + mark.length();
        }
        return out.append(text, at, text.length()).toString();
    }

    private static List<Object> split(Arguments args) {
        String text = args.searched();
        String mark = args.text(1);
        int left = args.limit(2);
        List<Object> parts = new ArrayList<>();
        int at = 0;
        while (at <= text.length() && parts.size() < left) {
            int next = mark.isEmpty() ? at + 1 : text.indexOf(mark, at);
            if (mark.isEmpty() && at == text.length()) {
                break;
            }
            boolean last = next < 0 || next > text.length();
            parts.add(text.substring(at, last ? text.length() : next));
            at = last ? text.length() + 1 : next + mark.length();
        }
        return parts;
    }

    private static @Nullable Object joined(Object input, List<?> args) {
        if (!(args.getFirst() instanceof List<?> parts)) {
            return args.getFirst();
        }
        String between = args.size() > 1 && args.get(1) instanceof String text ? text : "";
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            out.append(i == 0 ? "" : between).append(parts.get(i));
            Meter.text(out.length());
        }
        return out.toString();
    }

    /** Half to even, as JSONata defines it; on the number as written, so 2.675 is not 2.67499…. */
    private static Object rounded(Arguments args) {
        BigDecimal value = new BigDecimal(String.valueOf(args.optional(0)));
        long places = args.optional(1) == null ? 0 : args.whole(1);
        if (Math.abs(places) > 15) {
            throw new JException("A number is rounded to at most 15 places.", 0);
        }
        return value.setScale((int) places, RoundingMode.HALF_EVEN).doubleValue();
    }
}
