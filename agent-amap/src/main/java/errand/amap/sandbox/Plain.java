package errand.amap.sandbox;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names as they are compared: small letters, no apostrophes, Chinese without spaces, English words
 * with one between them and without those that say nothing.
 */
final class Plain {

    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘`]");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern FILLERS =
            Pattern.compile("\\b(the|railway|train|international|intl|china)\\b");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern AROUND_HAN =
            Pattern.compile("(?<=\\p{IsHan})\\s+|\\s+(?=\\p{IsHan})");

    private Plain() {}

    static String of(String text) {
        String letters =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        String small = APOSTROPHES.matcher(letters.toLowerCase(Locale.ROOT)).replaceAll("");
        String words = FILLERS.matcher(OTHERS.matcher(small).replaceAll(" ")).replaceAll(" ");
        String single = SPACES.matcher(words).replaceAll(" ").strip();
        return AROUND_HAN.matcher(single).replaceAll("");
    }

    /** Whether a plain text says a plain name: Chinese anywhere, English only in whole words. */
    static boolean says(String text, String name) {
        return indexOf(text, name) >= 0;
    }

    static int indexOf(String text, String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            if (isEdge(text, at) && isEdge(text, at + name.length())) {
                return at;
            }
        }
        return -1;
    }

    /** The text without the first place where it says the name. */
    static String without(String text, String name) {
        int at = indexOf(text, name);
        return at < 0
                ? text
                : (text.substring(0, at) + " " + text.substring(at + name.length()))
                        .replaceAll("\\s+", " ")
                        .strip();
    }

    static boolean isHan(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    /** Two Latin letters or digits side by side belong to one word. */
    private static boolean isEdge(String text, int at) {
        return at == 0
                || at == text.length()
                || !isLatin(text.charAt(at - 1))
                || !isLatin(text.charAt(at));
    }

    private static boolean isLatin(char c) {
        return c < 0x2000 && Character.isLetterOrDigit(c);
    }
}
