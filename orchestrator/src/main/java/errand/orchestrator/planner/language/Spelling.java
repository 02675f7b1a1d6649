package errand.orchestrator.planner.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mends English words for days, months and cities in which one letter is wrong, missing, too much
 * or out of place; doubled letters count as one. The first letter must be right, and only one known
 * word may be that near.
 */
final class Spelling {

    private static final int SHORTEST = 5;
    private static final int LONG = 7;
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z']*");
    private static final Set<String> DAYS =
            Set.of(
                    "tomorrow tonight today monday tuesday wednesday thursday friday saturday sunday weekend january february april august september october november december afternoon morning evening"
                            .split(" "));

    /** Other words, and other cities, that are as near to a known one as a slip of the finger. */
    private static final Set<String> OTHERS =
            Set.of(
                    ("sundae toddy today's mourning weekday weekdays weekender fridge santa saint packing peeking pecking"
                                    + " picking cantor carton macaw chengde nanchong cangzhou suizhou chuzhou chizhou"
                                    + " hezhou huaian handan changde changle dalin jinan jining guangan wuhai"
                                    + " taizhong shanyang xianyang liyang fuyang")
                            .split(" "));

    private Spelling() {}

    /**
     * A text with its slips mended.
     *
     * @param doubtful words that look like days but are too far from any
     */
    record Mended(String text, List<Correction> corrections, List<String> doubtful) {}

    static Mended mend(String text) {
        StringBuilder out = new StringBuilder();
        List<Correction> corrections = new ArrayList<>();
        List<String> doubtful = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            Optional<String> meant = meant(word.group());
            meant.filter(it -> !it.equalsIgnoreCase(word.group()))
                    .ifPresent(it -> corrections.add(new Correction(word.group(), it)));
            if (meant.isEmpty() && looksLikeDay(word.group())) {
                doubtful.add(word.group());
            }
            word.appendReplacement(out, Matcher.quoteReplacement(meant.orElse(word.group())));
        }
        word.appendTail(out);
        return new Mended(out.toString(), List.copyOf(corrections), List.copyOf(doubtful));
    }

    private static Optional<String> meant(String said) {
        String word = said.toLowerCase(Locale.ROOT);
        if (word.length() < SHORTEST - 1 || known(word)) {
            return Optional.empty();
        }
        List<String> near = new ArrayList<>();
        DAYS.stream().filter(day -> near(word, day)).forEach(near::add);
        Cities.spelt().stream()
                .filter(city -> near(word, city.toLowerCase(Locale.ROOT)))
                .forEach(near::add);
        return near.size() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
    }

    private static boolean known(String word) {
        return DAYS.contains(word)
                || OTHERS.contains(word)
                || Cities.find(word).isPresent()
                || word.endsWith("s") && DAYS.contains(word.substring(0, word.length() - 1))
                || word.endsWith("'s")
                        && Cities.find(word.substring(0, word.length() - 2)).isPresent();
    }

    private static boolean near(String word, String right) {
        return right.length() >= SHORTEST
                && word.charAt(0) == right.charAt(0)
                && (distance(word, right) == 1 || single(word).equals(single(right)));
    }

    private static boolean looksLikeDay(String said) {
        String word = said.toLowerCase(Locale.ROOT);
        return !known(word)
                && DAYS.stream()
                        .filter(day -> day.length() >= LONG)
                        .filter(day -> !day.equals("morning") && !day.equals("evening"))
                        .anyMatch(
                                day ->
                                        word.charAt(0) == day.charAt(0)
                                                && Math.min(
                                                                distance(word, day),
                                                                distance(single(word), single(day)))
                                                        <= 2);
    }

    /** Doubled letters as one. */
    private static String single(String word) {
        return word.replaceAll("(.)\\1+", "$1");
    }

    /** Letters to change, add, take away or swap with their neighbour. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] =
                        Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                boolean swapped =
                        i > 1
                                && j > 1
                                && a.charAt(i - 1) == b.charAt(j - 2)
                                && a.charAt(i - 2) == b.charAt(j - 1);
                d[i][j] = swapped ? Math.min(d[i][j], d[i - 2][j - 2] + 1) : d[i][j];
            }
        }
        return d[a.length()][b.length()];
    }
}
