package errand.orchestrator.planner.language;

import java.util.List;
import java.util.regex.Pattern;

/** A text in one width of letters, and with parts of it hidden; places in it never move. */
final class Texts {

    /** Stands where something was found already; no pattern takes it for a word. */
    static final char HIDDEN = '\u0001';

    /** What hidden parts look like to a pattern. */
    static final String GAP = "\u0001";

    private Texts() {}

    /** Full-width letters, digits and signs as half-width ones, curly quotes as straight ones. */
    static String plain(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            out.append(plain(text.charAt(i)));
        }
        return out.toString();
    }

    private static char plain(char c) {
        if (c >= '\uFF01' && c <= '\uFF5E') {
            return (char) (c - 0xFEE0);
        }
        return switch (c) {
            case '\u3000', '\u00A0', '\n', '\t', '\r', HIDDEN -> ' ';
            case '\uFFE5' -> '¥';
            case '’', '‘' -> '\'';
            case '—', '–', '～' -> '-';
            case '、' -> '、';
            default -> c;
        };
    }

    static String hide(String text, List<? extends Mention<?>> found) {
        StringBuilder out = new StringBuilder(text);
        for (Mention<?> each : found) {
            for (int i = each.start(); i < each.end(); i++) {
                out.setCharAt(i, HIDDEN);
            }
        }
        return out.toString();
    }

    static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    static boolean han(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
