package errand.orchestrator.planner.language;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times and parts of a day: 下午 is 12:00 to 18:00, 晚上 from 18:00, 上午 before 12:00; 三点半, 下午3点以后,
 * after 2pm, between 6 and 9pm. An hour without 上午/下午 or am/pm from 1 to 5 is in the afternoon.
 */
public final class Times {

    private interface Rule {
        @Nullable Window on(Matcher matcher, String text);
    }

    private record Form(Pattern pattern, Rule rule) {}

    private static final String PART = "(凌晨|清晨|早上|早晨|上午|中午|午后|下午|傍晚|晚上|晚间|夜里|早|晚)?";
    private static final String HOUR = "(\\d{1,2}|[一二两三四五六七八九十]{1,3})";
    private static final String POINT =
            PART
                    + "\\s*"
                    + HOUR
                    + "(?:(?:点钟?|时(?!间))(半|一刻|三刻|\\d{1,2}分?|[一二三四五]?十[一二三四五六七八九]?分?)?|:(\\d{2}))";
    private static final String CLOCK =
            "(\\d{1,2}|seven|eight|nine|ten|eleven|twelve|one|two|three|four|five|six)(?::(\\d{2}))?\\s*(am|pm|a\\.m\\.?|p\\.m\\.?|o'clock)?";
    private static final String STRICT =
            "(?:(\\d{1,2})(?::(\\d{2}))?\\s*(am|pm|a\\.m\\.?|p\\.m\\.?|o'clock)|(\\d{1,2}):(\\d{2})())";
    private static final String NO_UNIT =
            "(?!\\d|[.,]\\d|[ -]?(?:yuan|rmb|people|persons?|guests?|nights?|days?|weeks?|rooms?|k\\b|hours?|minutes?|of\\b|st\\b|nd\\b|rd\\b|th\\b|or\\b|[a-z]+s\\b))";

    private static final List<Form> FORMS = new ArrayList<>();
    private static final List<Window> PARTS = new ArrayList<>();

    static {
        chinese();
        english();
        parts();
    }

    private Times() {}

    /**
     * @param text with its dates hidden
     */
    public static List<Mention<Window>> in(String text) {
        List<Mention<Window>> found = new ArrayList<>();
        for (Form form : FORMS) {
            Matcher matcher = form.pattern.matcher(text);
            while (matcher.find()) {
                int start = matcher.start();
                int end = matcher.end();
                window(form, matcher, text)
                        .filter(it -> found.stream().noneMatch(other -> other.overlaps(start, end)))
                        .map(it -> it.towards(Direction.of(text, start, end)))
                        .ifPresent(it -> found.add(new Mention<>(start, end, it)));
            }
        }
        found.sort(Comparator.comparingInt(Mention::start));
        return withoutParts(found);
    }

    /** "7 in the evening": the hour says more than the part of the day beside it. */
    private static List<Mention<Window>> withoutParts(List<Mention<Window>> found) {
        List<Mention<Window>> kept = new ArrayList<>(found);
        for (Mention<Window> exact : found) {
            if (!part(exact.value())) {
                kept.removeIf(
                        it ->
                                part(it.value())
                                        && it.value().direction() == exact.value().direction()
                                        && Math.min(
                                                        Math.abs(it.start() - exact.end()),
                                                        Math.abs(exact.start() - it.end()))
                                                <= 10);
            }
        }
        return kept;
    }

    private static boolean part(Window window) {
        return window.arriveBefore() == null && PARTS.contains(window.towards(Direction.UNSAID));
    }

    private static Optional<Window> window(Form form, Matcher matcher, String text) {
        try {
            return Optional.ofNullable(form.rule.on(matcher, text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static void chinese() {
        add(
                POINT + "\\s*(?:到|至|-+|~)\\s*" + POINT + "(?:之间)?",
                (m, text) -> {
                    String part = m.group(1);
                    LocalTime from = zh(part, m.group(2), m.group(3), m.group(4));
                    String second = m.group(5) == null ? part : m.group(5);
                    return Window.of(from, zh(second, m.group(6), m.group(7), m.group(8)));
                });
        add(
                POINT + "\\s*(?:以前|之前|前)?\\s*(?=到(?!底|达?[\\d一二两三四五六七八九十]+点)|抵达)",
                (m, text) -> Window.arriving(zh(m)));
        add(POINT + "\\s*(?:以后|之后|过后|后|起|开始)", (m, text) -> Window.of(zh(m), null));
        add(POINT + "\\s*(?:以前|之前|前(?!后)|截止)", (m, text) -> Window.of(null, zh(m)));
        add(POINT + "\\s*(?:左右|前后|上下)", (m, text) -> around(zh(m)));
        add(POINT, (m, text) -> Window.of(zh(m), null));
    }

    private static void english() {
        add(
                "\\b(?:between|from)? ?"
                        + CLOCK
                        + "\\s*(?:and|to|until|till|-)\\s*"
                        + STRICT
                        + "(?![a-z])",
                (m, text) -> {
                    int hour = m.group(4) == null ? 7 : 4;
                    String half = m.group(3) == null ? m.group(hour + 2) : m.group(3);
                    LocalTime until = en(m.group(hour), m.group(hour + 1), m.group(hour + 2), "");
                    LocalTime from = en(m.group(1), m.group(2), half, "");
                    return Window.of(
                            from.isAfter(until) ? en(m.group(1), m.group(2), "am", "") : from,
                            until);
                });
        add(
                "\\bbetween " + CLOCK + " and " + CLOCK + NO_UNIT,
                (m, text) ->
                        Window.of(
                                en(m.group(1), m.group(2), m.group(3), text),
                                en(m.group(4), m.group(5), m.group(6), text)));
        add(
                "\\b(?:arriv(?:e|ing|es)|be there|get there|there)(?: [a-z]+){0,3}? (?:by|before|no later than|at) "
                        + CLOCK
                        + NO_UNIT,
                (m, text) -> Window.arriving(en(m, text)));
        add(
                "\\b(?:after|from|past|later than|not before|no earlier than|starting at) "
                        + CLOCK
                        + NO_UNIT,
                (m, text) -> Window.of(en(m, text), null));
        add(
                "\\bby " + CLOCK + NO_UNIT,
                (m, text) ->
                        THERE.matcher(text.substring(0, m.start())).find()
                                ? Window.arriving(en(m, text))
                                : null);
        add(
                "\\b(?:before|by|until|no later than|earlier than) " + CLOCK + NO_UNIT,
                (m, text) -> Window.of(null, en(m, text)));
        add(
                "\\b(?:around|about|roughly) " + CLOCK + NO_UNIT,
                (m, text) -> m.group(3) == null && m.group(2) == null ? null : around(en(m, text)));
        add(
                "\\bhalf past (seven|eight|nine|ten|eleven|twelve|one|two|three|four|five|six|\\d{1,2})()()",
                (m, text) -> Window.of(en(m.group(1), "30", null, text), null));
        add("\\bat " + CLOCK + NO_UNIT, (m, text) -> Window.of(en(m, text), null));
        add(
                STRICT + "(?![a-z])",
                (m, text) ->
                        Window.of(
                                m.group(1) != null
                                        ? en(m, text)
                                        : en(m.group(4), m.group(5), null, text),
                                null));
    }

    private static void parts() {
        part("凌晨", LocalTime.of(0, 0), LocalTime.of(6, 0));
        part("早上(?!好)|早晨|清晨|上午(?!好)|一早|(?<=" + Texts.GAP + ")早(?!点)|早班", null, LocalTime.of(12, 0));
        part("(?<!good )\\b(?:early |late )?mornings?\\b", null, LocalTime.of(12, 0));
        add(
                "中午(?:以前|之前|前)|\\bbefore (?:noon|midday|lunch)\\b",
                (m, text) -> Window.of(null, LocalTime.NOON));
        add(
                "中午(?:以后|之后|后)|\\bafter (?:noon|midday|lunch)\\b",
                (m, text) -> Window.of(LocalTime.NOON, null));
        part("中午|\\bnoon\\b|\\bmidday\\b", LocalTime.of(11, 0), LocalTime.of(13, 0));
        part(
                "下午(?!好|茶)|午后|(?<!good )\\b(?:early |late )?afternoon\\b",
                LocalTime.of(12, 0),
                LocalTime.of(18, 0));
        part("傍晚", LocalTime.of(17, 0), LocalTime.of(19, 30));
        part(
                "晚上(?!好)|晚间|夜里|(?<="
                        + Texts.GAP
                        + ")晚(?!点)|夜晚|(?<![一两二三四五六七八九十\\d半])晚(?=回|返)|(?<!good )\\bevening\\b|\\btonight\\b|\\bat night\\b|(?<="
                        + Texts.GAP
                        + " )night\\b|(?<="
                        + Texts.GAP
                        + ")night\\b|same night",
                LocalTime.of(18, 0),
                null);
    }

    private static void part(String names, @Nullable LocalTime start, @Nullable LocalTime end) {
        Window window = Window.of(start, end);
        PARTS.add(window);
        add(names, (m, text) -> window);
    }

    private static void add(String regex, Rule rule) {
        FORMS.add(new Form(Texts.pattern(regex), rule));
    }

    private static Window around(LocalTime time) {
        return Window.of(
                time.getHour() < 1 ? LocalTime.MIN : time.minusHours(1),
                time.getHour() >= 23 ? LocalTime.of(23, 59) : time.plusHours(1));
    }

    private static LocalTime zh(Matcher m) {
        return zh(m.group(1), m.group(2), m.group(3), m.group(4));
    }

    private static LocalTime zh(
            @Nullable String part, String hour, @Nullable String rest, @Nullable String minute) {
        int h = number(hour);
        int min =
                switch (rest == null ? "" : rest) {
                    case "" -> minute == null ? 0 : Integer.parseInt(minute);
                    case "半" -> 30;
                    case "一刻" -> 15;
                    case "三刻" -> 45;
                    default -> number(String.valueOf(rest).replace("分", ""));
                };
        boolean late =
                part != null && ("午后下午傍晚上晚间夜里".contains(part) || part.equals("中午") && h <= 2);
        boolean unsaid = part == null && h >= 1 && h <= 5;
        return LocalTime.of((late || unsaid) && h < 12 ? h + 12 : h % 24, min);
    }

    private static LocalTime en(Matcher m, String text) {
        return en(m.group(1), m.group(2), m.group(3), text);
    }

    private static LocalTime en(
            String hour, @Nullable String minute, @Nullable String half, String text) {
        int h = number(hour);
        int min = minute == null || minute.isEmpty() ? 0 : Integer.parseInt(minute);
        String which = half == null ? "" : half.toLowerCase(Locale.ROOT);
        if (which.startsWith("p")) {
            return LocalTime.of(h < 12 ? h + 12 : h, min);
        }
        if (which.startsWith("a")) {
            return LocalTime.of(h == 12 ? 0 : h, min);
        }
        boolean evening = EVENING.matcher(text).find() && !MORNING.matcher(text).find();
        boolean late = h >= 1 && h <= 5 || evening && h < 12;
        return LocalTime.of(late ? h + 12 : h % 24, min);
    }

    private static final Pattern EVENING = Texts.pattern("evening|tonight|at night|afternoon");
    private static final Pattern THERE =
            Texts.pattern("\\b(?:be|get|reach|arriv(?:e|ing))\\b[^,.;]*$");
    private static final Pattern MORNING = Texts.pattern("morning");

    private static int number(String text) {
        return Numbers.whole(text).orElseThrow(() -> new DateTimeException("No hour."));
    }
}
