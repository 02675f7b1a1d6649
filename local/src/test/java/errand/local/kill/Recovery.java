package errand.local.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * How soon things went on after a node had died, in seconds from the kill.
 *
 * @param lost until something new was written, of each conversation that was the dead node's
 * @param kept the same of those that were the survivor's
 * @param shown until the survivor showed what came of every answer
 */
record Recovery(List<Double> lost, List<Double> kept, double shown) {

    void tell(String title) {
        Tally.say(
                "%s: its %d conversations went on after %.1f to %.1f s, %d of the other's after at"
                        + " most %.1f s; all answers shown after %.1f s",
                title,
                lost.size(),
                lost.stream().min(Double::compare).orElse(0.0),
                most(lost),
                kept.size(),
                most(kept),
                shown);
    }

    /** What a page shows comes through the view, whose group has to notice the death as well. */
    void check(double within) {
        assertThat(lost).as("conversations of the one that died").isNotEmpty();
        assertThat(most(lost)).as("until the last of them went on").isLessThanOrEqualTo(within);
        assertThat(most(kept)).as("until the others went on").isLessThanOrEqualTo(within);
        assertThat(shown).as("until the last answer was shown").isLessThanOrEqualTo(2 * within);
    }

    private static double most(List<Double> seconds) {
        return seconds.stream().max(Double::compare).orElse(0.0);
    }
}
