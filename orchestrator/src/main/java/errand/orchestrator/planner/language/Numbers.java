package errand.orchestrator.planner.language;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers as people write them: 12, 3,000, 3k, 1.2万, 三千五 (3500), 一百二 (120), 两, 俩, 仨, a dozen, half
 * a dozen, a couple, twenty-five, thirty thousand.
 */
public final class Numbers {

    private static final String DIGITS = "(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?";
    private static final String HAN = "零〇一二两俩仨三四五六七八九十百千万亿";
    private static final String WORD =
            "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
                    + "|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty"
                    + "|seventy|eighty|ninety|hundred|thousand|dozen)";

    /** Chinese and digits, as a regular expression without groups. */
    static final String ZH =
            "(?:"
                    + DIGITS
                    + "\\s?[百千万](?:[\\d"
                    + HAN
                    + "]+)?|"
                    + DIGITS
                    + "(?:\\s?[kKwW](?![A-Za-z]))?|["
                    + HAN
                    + "]+)";

    private static final String EN =
            "(?:half a dozen|a couple of|a couple|a half dozen|a (?:hundred|thousand|dozen)"
                    + "(?: thousand)?|(?<![a-z])"
                    + WORD
                    + "(?:[ -](?:and )?"
                    + WORD
                    + ")*(?![a-z]))";

    /** Any number, as a regular expression without groups. */
    static final String ANY = "(?:" + EN + "|" + ZH + ")";

    private static final Map<String, Integer> WORDS =
            Map.ofEntries(
                    Map.entry("one", 1),
                    Map.entry("two", 2),
                    Map.entry("three", 3),
                    Map.entry("four", 4),
                    Map.entry("five", 5),
                    Map.entry("six", 6),
                    Map.entry("seven", 7),
                    Map.entry("eight", 8),
                    Map.entry("nine", 9),
                    Map.entry("ten", 10),
                    Map.entry("eleven", 11),
                    Map.entry("twelve", 12),
                    Map.entry("thirteen", 13),
                    Map.entry("fourteen", 14),
                    Map.entry("fifteen", 15),
                    Map.entry("sixteen", 16),
                    Map.entry("seventeen", 17),
                    Map.entry("eighteen", 18),
                    Map.entry("nineteen", 19),
                    Map.entry("twenty", 20),
                    Map.entry("thirty", 30),
                    Map.entry("forty", 40),
                    Map.entry("fifty", 50),
                    Map.entry("sixty", 60),
                    Map.entry("seventy", 70),
                    Map.entry("eighty", 80),
                    Map.entry("ninety", 90));

    private Numbers() {}

    /** The value of a whole text that is a number. */
    public static Optional<BigDecimal> parse(String text) {
        String plain = Texts.plain(text).strip().toLowerCase(Locale.ROOT);
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Character.isLetter(plain.charAt(0)) && plain.charAt(0) < 128
                    ? words(plain)
                    : han(plain);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The same as a whole number between 0 and a million; empty for others. */
    static Optional<Integer> whole(String text) {
        return parse(text)
                .filter(n -> n.stripTrailingZeros().scale() <= 0)
                .filter(n -> n.signum() >= 0 && n.compareTo(BigDecimal.valueOf(1_000_000)) <= 0)
                .map(BigDecimal::intValueExact);
    }

    private static Optional<BigDecimal> words(String text) {
        if (text.startsWith("half a dozen") || text.startsWith("a half dozen")) {
            return Optional.of(BigDecimal.valueOf(6));
        }
        if (text.startsWith("a couple")) {
            return Optional.of(BigDecimal.TWO);
        }
        long total = 0;
        long current = 0;
        for (String word : List.of(text.split("[ -]+"))) {
            switch (word) {
                case "and" -> {}
                case "a", "an" -> current = 1;
                case "hundred" -> current = Math.max(1, current) * 100;
                case "dozen" -> current = Math.max(1, current) * 12;
                case "thousand" -> {
                    total += Math.max(1, current) * 1000;
                    current = 0;
                }
                default -> {
                    Integer value = WORDS.get(word);
                    if (value == null) {
                        return Optional.empty();
                    }
                    current += value;
                }
            }
        }
        return Optional.of(BigDecimal.valueOf(total + current));
    }

    /** Digits and Chinese numerals, mixed as they come: 1.2万, 3千5, 两万三. */
    private static Optional<BigDecimal> han(String text) {
        String rest = text.replace(",", "").replace(" ", "");
        if (rest.endsWith("k") || rest.endsWith("w")) {
            BigDecimal by = BigDecimal.valueOf(rest.endsWith("k") ? 1_000 : 10_000);
            return Optional.of(new BigDecimal(rest.substring(0, rest.length() - 1)).multiply(by));
        }
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal section = BigDecimal.ZERO;
        BigDecimal digit = null;
        long last = 0;
        boolean zero = false;
        int i = 0;
        while (i < rest.length()) {
            char c = rest.charAt(i);
            if (Character.isDigit(c) || c == '.') {
                int end = i;
                while (end < rest.length()
                        && (Character.isDigit(rest.charAt(end)) || rest.charAt(end) == '.')) {
                    end++;
                }
                digit = new BigDecimal(rest.substring(i, end));
                i = end;
                continue;
            }
            long unit = unit(c);
            if (unit == 0) {
                int value = digit(c);
                if (value < 0) {
                    return Optional.empty();
                }
                zero |= value == 0;
                BigDecimal spelled = last == 0 && section.signum() == 0 ? digit : null;
                digit =
                        spelled == null
                                ? BigDecimal.valueOf(value)
                                : spelled.multiply(BigDecimal.TEN).add(BigDecimal.valueOf(value));
            } else if (unit >= 10_000) {
                BigDecimal sum = section.add(digit == null ? BigDecimal.ZERO : digit);
                total = total.add(sum.max(BigDecimal.ONE).multiply(BigDecimal.valueOf(unit)));
                section = BigDecimal.ZERO;
                digit = null;
                last = unit;
                zero = false;
            } else {
                section =
                        section.add(
                                (digit == null ? BigDecimal.ONE : digit)
                                        .multiply(BigDecimal.valueOf(unit)));
                digit = null;
                last = unit;
                zero = false;
            }
            i++;
        }
        if (digit != null) {
            boolean shortened =
                    last >= 100
                            && !zero
                            && digit.compareTo(BigDecimal.TEN) < 0
                            && digit.scale() <= 0;
            section =
                    section.add(shortened ? digit.multiply(BigDecimal.valueOf(last / 10)) : digit);
        }
        return Optional.of(total.add(section));
    }

    private static long unit(char c) {
        return switch (c) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1_000;
            case '万' -> 10_000;
            case '亿' -> 100_000_000;
            default -> 0;
        };
    }

    private static int digit(char c) {
        return switch (c) {
            case '俩' -> 2;
            case '仨' -> 3;
            case '两' -> 2;
            case '〇' -> 0;
            default -> "零一二三四五六七八九".indexOf(c);
        };
    }
}
