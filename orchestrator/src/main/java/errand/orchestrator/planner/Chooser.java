package errand.orchestrator.planner;

import errand.orchestrator.planner.language.Sentence;
import errand.orchestrator.planner.playbook.Playbook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which playbook a message is about. Words decide, slots that were found break ties; the same
 * message always gives the same playbook.
 */
final class Chooser {

    /** Below this nothing was understood. */
    static final double THRESHOLD = 2.0;

    private static final double FOUND_SLOT = 0.25;
    private static final double SAID = 2.0;

    /** A playbook and how well it fits. */
    record Fit(Playbook playbook, double score) {}

    private final Map<String, Pattern> words = new HashMap<>();

    synchronized Optional<Fit> choose(List<Playbook> playbooks, Sentence sentence, Slots slots) {
        return fits(playbooks, sentence, slots).stream()
                .filter(fit -> fit.score >= THRESHOLD)
                .findFirst();
    }

    /** All of them, best first. */
    private List<Fit> fits(List<Playbook> playbooks, Sentence sentence, Slots slots) {
        List<Fit> fits = new ArrayList<>();
        String text = sentence.text().toLowerCase(Locale.ROOT);
        for (Playbook playbook : playbooks) {
            double word =
                    isAbout(playbook, text)
                            ? keywords(playbook, text) + SAID * says(playbook, text)
                            : 0;
            double found = word > 0 ? slots.found(playbook, sentence).size() * FOUND_SLOT : 0;
            fits.add(new Fit(playbook, word + found));
        }
        fits.sort(
                Comparator.comparingDouble(Fit::score)
                        .reversed()
                        .thenComparing(fit -> fit.playbook().name()));
        return fits;
    }

    /** Verbs alone do not tell trains from tables. */
    private boolean isAbout(Playbook playbook, String text) {
        return playbook.about().isEmpty()
                || playbook.about().stream().anyMatch(it -> word(it).matcher(text).find());
    }

    private double keywords(Playbook playbook, String text) {
        double score = 0;
        for (Map.Entry<String, Double> keyword : playbook.keywords().entrySet()) {
            if (word(keyword.getKey()).matcher(text).find()) {
                score += keyword.getValue();
            }
        }
        return score;
    }

    /** How much of the best pattern's own words stands in the text in order, 0 to 1. */
    private double says(Playbook playbook, String text) {
        double best = 0;
        for (String pattern : playbook.says()) {
            int all = 0;
            int found = 0;
            int at = 0;
            for (String piece : pattern.toLowerCase(Locale.ROOT).split("\\{[^{}]*}")) {
                String literal = piece.strip();
                if (literal.length() < 2) {
                    continue;
                }
                all += literal.length();
                int next = text.indexOf(literal, at);
                if (next >= 0) {
                    found += literal.length();
                    at = next + literal.length();
                }
            }
            best = all < 4 ? best : Math.max(best, (double) found / all);
        }
        return best >= 0.99 ? 1 : 0;
    }

    private Pattern word(String keyword) {
        return words.computeIfAbsent(keyword.toLowerCase(Locale.ROOT), Chooser::pattern);
    }

    /** English words stand alone, with or without an s; "…" is some words of the same sentence. */
    private static Pattern pattern(String keyword) {
        int gap = keyword.indexOf('…');
        if (gap >= 0) {
            return Pattern.compile(
                    pattern(keyword.substring(0, gap).strip()).pattern()
                            + "[^。！？!?.;；]{0,30}?"
                            + pattern(keyword.substring(gap + 1).strip()).pattern());
        }
        boolean latin = keyword.chars().allMatch(c -> c < 128);
        return Pattern.compile(
                latin
                        ? "(?<![a-z])" + Pattern.quote(keyword) + "(?:s|es)?(?![a-z])"
                        : Pattern.quote(keyword));
    }

    static boolean optionSaid(String option, String text) {
        return pattern(option.toLowerCase(Locale.ROOT))
                .matcher(text.toLowerCase(Locale.ROOT))
                .find();
    }
}
