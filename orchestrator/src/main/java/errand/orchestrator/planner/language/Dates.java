package errand.orchestrator.planner.language;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days in a sentence, relative to today. Weeks begin on Monday: 下周五 and "next Friday" are the
 * Friday of the next week, 周五 and "this Friday" the coming one. A day of a month that has passed is
 * next year's (or next month's, when no month is said).
 */
public final class Dates {

    /** A day that passed no longer ago than this was hardly meant for the next year. */
    private static final int LATELY = 60;

    private interface Rule {
        @Nullable Days on(Matcher matcher, LocalDate today);
    }

    /**
     * @param sure whether what fits it is a day and nothing else, possible or not
     */
    private record Form(Pattern pattern, Rule rule, boolean sure) {}

    /** A day that is over. */
    private static final class Over extends DateTimeException {
        private static final long serialVersionUID = 1L;

        Over() {
            super("That day is over.");
        }
    }

    /** The days of a text, and words that are none. */
    record Found(List<Mention<Days>> days, List<Mention<Unclear>> unclear) {}

    private static final String N = "(" + Numbers.ANY + ")";
    private static final String DAY = "(\\d{1,2}|[一二三四五六七八九十]{1,3})";
    private static final String MONTH =
            "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    private static final String NTH = "(\\d{1,2})(?:st|nd|rd|th)?";
    private static final String YEAR = "(?:,? ?(20\\d{2}|next year|this year)\\b)?";
    private static final String WEEKDAY =
            "(monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend)";
    private static final String ABBREVIATED =
            "(mon|tues?|wed|thur?s?|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend)";
    private static final String TO = "\\s*(?:到|至|-+|~|through|thru|to|until|till|and)\\s*";
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private static final List<Form> FORMS = new ArrayList<>();

    static {
        exact();
        chinese();
        english();
    }

    private Dates() {}

    public static List<Mention<Days>> in(String text, LocalDate today) {
        return read(text, today).days();
    }

    static Found read(String text, LocalDate today) {
        List<Mention<Days>> found = new ArrayList<>();
        List<Mention<Unclear>> unclear = new ArrayList<>();
        for (Form form : FORMS) {
            Matcher matcher = form.pattern.matcher(text);
            while (matcher.find()) {
                int start = matcher.start();
                int end = matcher.end();
                if (taken(found, start, end) || taken(unclear, start, end)) {
                    continue;
                }
                Direction where = Direction.of(text, start, end);
                try {
                    Days days = form.rule.on(matcher, today);
                    if (days != null) {
                        found.add(new Mention<>(start, end, days.towards(where)));
                    }
                } catch (DateTimeException e) {
                    if (form.sure) {
                        unclear.add(new Mention<>(start, end, doubt(matcher.group(), e, where)));
                    }
                }
            }
        }
        found.sort(Comparator.comparingInt(Mention::start));
        return new Found(found, unclear);
    }

    private static boolean taken(List<? extends Mention<?>> found, int start, int end) {
        return found.stream().anyMatch(it -> it.overlaps(start, Math.max(end, start + 1)));
    }

    private static Unclear doubt(String words, DateTimeException fault, Direction where) {
        Unclear.Why why = fault instanceof Over ? Unclear.Why.PAST : Unclear.Why.IMPOSSIBLE;
        return new Unclear(Unclear.Of.DAY, why, words.strip(), where);
    }

    private static void exact() {
        add(
                "(?<!\\d)(20\\d{2})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})(?!\\d)\\s*[日号]?",
                (m, today) -> Days.of(notOver(LocalDate.of(n(m, 1), n(m, 2), n(m, 3)), today)));
        add(
                "(今年|明年|后年)\\s*的?" + DAY + "月" + DAY + "[号日]?",
                (m, today) -> {
                    int years = "今明后".indexOf(m.group(1).charAt(0));
                    return Days.of(
                            notOver(
                                    LocalDate.of(today.getYear() + years, n(m, 2), n(m, 3)),
                                    today));
                });
        add(
                DAY + "月" + DAY + "[号日]?" + TO + "(?:" + DAY + "月)?" + DAY + "[号日]",
                (m, today) -> {
                    LocalDate from = monthDay(n(m, 1), n(m, 2), today);
                    int month = m.group(3) == null ? n(m, 1) : n(m, 3);
                    return range(from, monthDay(month, n(m, 4), from));
                });
        add(DAY + "月" + DAY + "[号日]?", (m, today) -> Days.of(monthDay(n(m, 1), n(m, 2), today)));
        maybe(
                "(?<![\\d.:/-])(\\d{1,2})[-/](\\d{1,2})(?![\\d/:-]|\\s*(?:点|pm|am|people|persons|人|个|nights?|天|晚))",
                (m, today) -> Days.of(monthDay(n(m, 1), n(m, 2), today)));
    }

    private static void chinese() {
        add(
                N + "\\s*个?(周|星期|礼拜|月)(?:后|以后|之后)的?今天",
                (m, today) -> Days.of(later(today, n(m, 1), m.group(2))));
        add(
                N + "\\s*个?(?:周|星期|礼拜)(?:后|以后|之后)的?(?:周|星期|礼拜)([一二三四五六日天末])",
                (m, today) ->
                        weekday(
                                "下".repeat(n(m, 1)),
                                day(m.group(2)),
                                m.group(2).equals("末"),
                                today));
        add("大后[天日儿]", (m, today) -> Days.of(today.plusDays(3)));
        add("后[天日儿]|后(?=晚上?)", (m, today) -> Days.of(today.plusDays(2)));
        add("明[天日儿]|明(?=[早晚])", (m, today) -> Days.of(today.plusDays(1)));
        add("今[天日儿]|今(?=[早晚夜])", (m, today) -> Days.of(today));
        add(
                "((?<!一)(?:下个?)+|这个?|本|上个?)?(?:周|星期|礼拜)([一二三四五六日天末])",
                (m, today) -> weekday(m.group(1), day(m.group(2)), m.group(2).equals("末"), today));
        add(
                "(下|这|本)个?月\\s*" + DAY + "[号日]" + "(?:" + TO + DAY + "[号日])?",
                (m, today) -> {
                    LocalDate month =
                            today.withDayOfMonth(1).plusMonths(m.group(1).equals("下") ? 1 : 0);
                    LocalDate from = month.withDayOfMonth(n(m, 2));
                    return new Days(
                            from,
                            m.group(3) == null ? null : month.withDayOfMonth(n(m, 3)),
                            Direction.UNSAID);
                });
        add("半个月(?:后|以后|之后)", (m, today) -> Days.of(today.plusDays(15)));
        add(
                N + "\\s*个?(天|日|周|星期|礼拜|月)(?:后|以后|之后|过后)",
                (m, today) -> Days.of(later(today, n(m, 1), m.group(2))));
        add(
                "(?:再)?过" + N + "\\s*个?(天|周|星期|礼拜|月)",
                (m, today) -> Days.of(later(today, n(m, 1), m.group(2))));
        feast("元旦|new year's day", 1, 1);
        feast("五一|劳动节", 5, 1);
        feast("国庆节?|十一(?=假期|黄金周|长假|期间|出)", 10, 1);
        feast("平安夜|christmas eve", 12, 24);
        feast("圣诞节?|christmas(?: day)?", 12, 25);
        feast("跨年夜?|new year's eve", 12, 31);
        add(
                "(?<![\\d月路街道巷弄])" + DAY + "[号日]?" + "(?:到|至|-)" + DAY + "[号日](?![线楼门院馆厅口店])",
                (m, today) -> {
                    LocalDate from = dayOfMonth(n(m, 1), today);
                    return new Days(from, dayOfMonth(n(m, 2), from), Direction.UNSAID);
                });
        add(
                "(?<![\\d月第路街道巷弄])(?<![路街道巷弄] )" + DAY + "[号日](?![线楼门院馆厅口店游子常])",
                (m, today) -> Days.of(dayOfMonth(n(m, 1), today)));
    }

    private static void english() {
        add(
                MONTH + " " + NTH + YEAR + TO + "(?:" + MONTH + " )?" + NTH + "\\b" + YEAR,
                (m, today) -> {
                    LocalDate from = dated(m.group(1), n(m, 2), m.group(3), today);
                    String month = m.group(4) == null ? m.group(1) : m.group(4);
                    return range(from, dated(month, n(m, 5), m.group(6), from));
                });
        add(
                "\\b" + NTH + TO + NTH + "(?: of)? " + MONTH + "\\b" + YEAR,
                (m, today) -> {
                    LocalDate from = dated(m.group(3), n(m, 1), m.group(4), today);
                    return range(from, dated(m.group(3), n(m, 2), m.group(4), from));
                });
        add(
                "\\b" + MONTH + " (?:the )?" + NTH + "\\b" + YEAR,
                (m, today) -> Days.of(dated(m.group(1), n(m, 2), m.group(3), today)));
        add(
                "\\b(?:the )?" + NTH + "(?: of)? " + MONTH + "(?![a-z])" + YEAR,
                (m, today) -> Days.of(dated(m.group(2), n(m, 1), m.group(3), today)));
        add(
                "\\b(?:a|"
                        + "("
                        + Numbers.ANY
                        + ")) weeks? (?:from )?(?:on )?(today|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\\b",
                (m, today) -> {
                    int weeks = m.group(1) == null ? 1 : n(m, 1);
                    return m.group(2).equalsIgnoreCase("today")
                            ? Days.of(today.plusWeeks(weeks))
                            : later(english("this", m.group(2), today), weeks);
                });
        add(
                "\\b(?:on )?(monday|tuesday|wednesday|thursday|friday|saturday|sunday) in (a|"
                        + Numbers.ANY
                        + ") weeks?(?:' time)?\\b",
                (m, today) ->
                        english(
                                "next",
                                m.group(1),
                                later(today, m.group(2), "week").minusWeeks(1)));
        add("\\b(?:the )?day after tomorrow\\b", (m, today) -> Days.of(today.plusDays(2)));
        add("\\b(?:tomorrow|tmrw?|tmr)\\b", (m, today) -> Days.of(today.plusDays(1)));
        add("\\btoday\\b|(?=\\btonight\\b)", (m, today) -> Days.of(today));
        add(
                "\\b(?:in|after) (?:about )?(a|an|"
                        + Numbers.ANY
                        + ") (day|week|fortnight|month)s?(?:' time)?\\b",
                (m, today) -> Days.of(later(today, m.group(1), m.group(2))));
        add(
                "\\b(a|"
                        + Numbers.ANY
                        + ") (day|week|fortnight|month)s? (?:from (?:now|today)|later|hence)\\b",
                (m, today) -> Days.of(later(today, m.group(1), m.group(2))));
        add(
                "\\bnext week(?:,| on)? " + ABBREVIATED + "\\b",
                (m, today) -> english("next", m.group(1), today));
        add(
                "\\b(?:on )?" + ABBREVIATED + "(?: of)? next week\\b",
                (m, today) -> english("next", m.group(1), today));
        add(
                "\\b(next|this(?: coming)?|coming|the coming|on|by|until|till) "
                        + ABBREVIATED
                        + "\\b",
                (m, today) -> english(m.group(1), m.group(2), today));
        add("\\b(?:the )?" + WEEKDAY + "\\b", (m, today) -> english("this", m.group(1), today));
        add(
                "\\b(?:the )?" + NTH + " of (next|this) month\\b",
                (m, today) ->
                        Days.of(
                                today.withDayOfMonth(1)
                                        .plusMonths(m.group(2).equalsIgnoreCase("next") ? 1 : 0)
                                        .withDayOfMonth(n(m, 1))));
        maybe(
                "\\b(?:on )?the (\\d{1,2})(?:st|nd|rd|th)\\b(?! (?:floor|street|avenue|one|road|time))",
                (m, today) -> Days.of(dayOfMonth(n(m, 1), today)));
    }

    private static void add(String regex, Rule rule) {
        FORMS.add(new Form(Texts.pattern(regex), rule, true));
    }

    /** A form that other things have as well. */
    private static void maybe(String regex, Rule rule) {
        FORMS.add(new Form(Texts.pattern(regex), rule, false));
    }

    private static void feast(String names, int month, int day) {
        add(names, (m, today) -> Days.of(monthDay(month, day, today)));
    }

    private static int n(Matcher matcher, int group) {
        return Numbers.whole(matcher.group(group))
                .orElseThrow(() -> new DateTimeException("No number."));
    }

    private static @Nullable Days later(@Nullable Days days, int weeks) {
        return days == null ? null : Days.of(days.day().plusWeeks(weeks));
    }

    private static LocalDate notOver(LocalDate date, LocalDate today) {
        if (date.isBefore(today)) {
            throw new Over();
        }
        return date;
    }

    private static Days range(LocalDate from, LocalDate until) {
        if (until.isAfter(from.plusMonths(6))) {
            throw new DateTimeException("It ends before it begins.");
        }
        return new Days(from, until, Direction.UNSAID);
    }

    private static LocalDate later(LocalDate today, String number, String unit) {
        boolean one = number.equalsIgnoreCase("a") || number.equalsIgnoreCase("an");
        int count =
                one
                        ? 1
                        : Numbers.whole(number)
                                .orElseThrow(() -> new DateTimeException("No number."));
        return later(today, count, unit);
    }

    private static LocalDate later(LocalDate today, int count, String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "周", "星期", "礼拜", "week" -> today.plusWeeks(count);
            case "fortnight" -> today.plusWeeks(2L * count);
            case "月", "month" -> today.plusMonths(count);
            default -> today.plusDays(count);
        };
    }

    private static LocalDate monthDay(int month, int day, LocalDate notBefore) {
        LocalDate date = LocalDate.of(notBefore.getYear(), month, day);
        if (!date.isBefore(notBefore)) {
            return date;
        }
        if (date.isAfter(notBefore.minusDays(LATELY))) {
            throw new Over();
        }
        return LocalDate.of(notBefore.getYear() + 1, month, day);
    }

    private static LocalDate dated(
            String month, int day, @Nullable String year, LocalDate notBefore) {
        int number = MONTHS.indexOf(month.toLowerCase(Locale.ROOT).substring(0, 3)) / 3 + 1;
        if (year == null) {
            return monthDay(number, day, notBefore);
        }
        int of =
                switch (year.toLowerCase(Locale.ROOT)) {
                    case "next year" -> notBefore.getYear() + 1;
                    case "this year" -> notBefore.getYear();
                    default -> Integer.parseInt(year);
                };
        return notOver(LocalDate.of(of, number, day), notBefore);
    }

    private static LocalDate dayOfMonth(int day, LocalDate notBefore) {
        LocalDate date = notBefore.withDayOfMonth(1);
        for (int i = 0; i < 3; i++, date = date.plusMonths(1)) {
            if (day >= 1
                    && day <= date.lengthOfMonth()
                    && !date.withDayOfMonth(day).isBefore(notBefore)) {
                return date.withDayOfMonth(day);
            }
        }
        throw new DateTimeException("No such day.");
    }

    private static DayOfWeek day(String name) {
        int index = "一二三四五六日".indexOf(name);
        return DayOfWeek.of(name.equals("末") ? 6 : index < 0 ? 7 : index + 1);
    }

    private static @Nullable Days english(String which, String name, LocalDate today) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean weekend = lower.equals("weekend");
        int index = "montuewedthufrisatsun".indexOf(lower.substring(0, 3)) / 3;
        DayOfWeek day = weekend ? DayOfWeek.SATURDAY : DayOfWeek.of(index + 1);
        return weekday(which.equalsIgnoreCase("next") ? "下" : null, day, weekend, today);
    }

    /** Of the coming days, or of as many weeks later as 下 is said. */
    private static @Nullable Days weekday(
            @Nullable String which, DayOfWeek day, boolean weekend, LocalDate today) {
        if (which != null && which.startsWith("上")) {
            return null;
        }
        long weeks = which == null ? 0 : which.chars().filter(c -> c == '下').count();
        LocalDate date =
                weeks == 0
                        ? today.with(TemporalAdjusters.nextOrSame(day))
                        : today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                                .plusWeeks(weeks)
                                .plusDays(day.getValue() - 1L);
        return new Days(date, weekend ? date.plusDays(1) : null, Direction.UNSAID);
    }
}
