package errand.runtime.sandbox;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a person said, Chinese or English or both, and how well terms name it. Knows no grammar:
 * English words count in singular and plural, Chinese ones wherever they stand.
 */
public final class Said {

    private static final Pattern HAN = Pattern.compile("[\\u3400-\\u9fff]");
    private static final Pattern APOSTROPHE = Pattern.compile("['’`]");
    private static final Pattern BORDER =
            Pattern.compile(
                    "(?<=[\\u3400-\\u9fff])(?=[a-z0-9])|(?<=[a-z0-9])(?=[\\u3400-\\u9fff])");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9\\u3400-\\u9fff]+");
    private static final Pattern PLURAL = Pattern.compile("[a-z]{2,}[a-rt-z]s");
    private static final Pattern PLURAL_ES = Pattern.compile("[a-z]+(?:s|x|ch|sh)es");

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

        /** Two for a Chinese character, four for an English word; what stands after ~, else one. */
        static Term of(String written) {
            int tilde = written.indexOf('~');
            if (tilde < 0) {
                String plain = plain(written);
                return new Term(edged(plain), weight(plain));
            }
            String said = written.substring(tilde + 1);
            int weight = said.isEmpty() ? 1 : Integer.parseInt(said);
            return new Term(edged(plain(written.substring(0, tilde))), weight);
        }

        private static int weight(String plain) {
            String words = HAN.matcher(plain).replaceAll(" ").strip();
            int han = (int) HAN.matcher(plain).results().count();
            return 2 * han + (words.isEmpty() ? 0 : 4 * words.split(" +").length);
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

    /** As it is compared with terms: lower case, singular, Chinese and Latin words apart. */
    public String plain() {
        return text.strip();
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

    public boolean names(Term term) {
        return text.contains(term.text());
    }

    /** Whether a name contains all that was said, at least two characters of it. */
    public boolean isWithin(String name) {
        String bare = text.strip();
        return bare.length() >= 2 && (" " + plain(name) + " ").contains(edged(bare));
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

    /**
     * An English word ends where it ends; a Chinese one may stand inside another, unless it is a
     * single character: 水 is not in 水果.
     */
    private static String edged(String plain) {
        boolean alone = plain.length() == 1;
        boolean before = alone || !han(plain.charAt(0));
        boolean after = alone || !han(plain.charAt(plain.length() - 1));
        return (before ? " " : "") + plain + (after ? " " : "");
    }

    private static boolean han(char character) {
        return HAN.matcher(String.valueOf(character)).matches();
    }

    private static String plain(String text) {
        String even = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String joined = APOSTROPHE.matcher(even).replaceAll("");
        String apart = BORDER.matcher(joined).replaceAll(" ");
        List<String> words = new ArrayList<>();
        for (String word : OTHER.matcher(apart).replaceAll(" ").strip().split(" ", -1)) {
            words.add(singular(word));
        }
        return String.join(" ", words);
    }

    private static String singular(String word) {
        if (!PLURAL.matcher(word).matches()) {
            return word;
        }
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.substring(0, word.length() - (PLURAL_ES.matcher(word).matches() ? 2 : 1));
    }
}
