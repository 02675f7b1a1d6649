package errand.runtime.sandbox;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What a person said, Chinese or English or both, and how well terms name it. Knows no grammar:
 * English words count in singular and plural, Chinese ones wherever they stand.
 */
public final class Said {

    private static final String HAN = "\\u3400-\\u9fff";

    private final String text;

    private Said(String text) {
        this.text = text;
    }

    public static Said of(String text) {
        return new Said(" " + plain(text) + " ");
    }

    /**
     * A word or phrase that names something.
     *
     * @param weight how much it tells when it is said
     */
    public record Term(String text, int weight) {

        /** Two for a Chinese character, four for an English word; one when it ends in ~. */
        static Term of(String written) {
            boolean weak = written.endsWith("~");
            String plain = plain(weak ? written.substring(0, written.length() - 1) : written);
            return new Term(edged(plain), weak ? 1 : weight(plain));
        }

        private static int weight(String plain) {
            int han = plain.replaceAll("[^" + HAN + "]", "").length();
            int words = plain.replaceAll("[" + HAN + "]", " ").strip().isEmpty() ? 0 : 1;
            long more = plain.replaceAll("[" + HAN + "]", " ").strip().chars().filter(c -> c == ' ').count();
            return 2 * han + 4 * (words + (int) more);
        }
    }

    /** Terms between semicolons or commas, the longest first. */
    public static List<Term> terms(String written) {
        return Arrays.stream(written.split("[;,]"))
                .map(String::strip)
                .filter(term -> !plain(term).isEmpty())
                .map(Term::of)
                .distinct()
                .sorted(Comparator.comparingInt((Term term) -> term.text().length()).reversed())
                .toList();
    }

    /** The weight of all terms that were said; what one of them covers counts for no other. */
    public int fit(List<Term> terms) {
        boolean[] covered = new boolean[text.length()];
        int sum = 0;
        for (Term term : terms) {
            if (covers(term, covered)) {
                sum += term.weight();
            }
        }
        return sum;
    }

    /** Whether nothing but this was said. */
    public boolean isOnly(List<Term> terms) {
        return terms.stream().anyMatch(term -> term.text().strip().equals(text.strip()));
    }

    /** Where the term was said first; -1 when it was not. */
    public int at(Term term) {
        return text.indexOf(term.text());
    }

    private boolean covers(Term term, boolean[] covered) {
        int from = text.indexOf(term.text());
        while (from >= 0) {
            int begin = from + (term.text().startsWith(" ") ? 1 : 0);
            int end = from + term.text().stripTrailing().length();
            if (free(covered, begin, end)) {
                Arrays.fill(covered, begin, end, true);
                return true;
            }
            from = text.indexOf(term.text(), from + 1);
        }
        return false;
    }

    private static boolean free(boolean[] covered, int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (covered[i]) {
                return false;
            }
        }
        return true;
    }

    /** An English word ends where it ends; a Chinese one may stand inside another. */
    private static String edged(String plain) {
        boolean before = plain.substring(0, 1).matches("[^" + HAN + "]");
        boolean after = plain.substring(plain.length() - 1).matches("[^" + HAN + "]");
        return (before ? " " : "") + plain + (after ? " " : "");
    }

    private static String plain(String text) {
        String even =
                Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("['’`]", "")
                        .replaceAll("([" + HAN + "])(?=[a-z0-9])", "$1 ")
                        .replaceAll("([a-z0-9])(?=[" + HAN + "])", "$1 ")
                        .replaceAll("[^a-z0-9" + HAN + "]+", " ")
                        .strip();
        List<String> words = new ArrayList<>();
        for (String word : even.split(" ", -1)) {
            words.add(singular(word));
        }
        return String.join(" ", words);
    }

    private static String singular(String word) {
        if (word.length() < 4 || word.endsWith("ss") || !word.matches("[a-z]+s")) {
            return word;
        }
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean es = word.matches(".*(s|x|ch|sh)es");
        return word.substring(0, word.length() - (es ? 2 : 1));
    }
}
