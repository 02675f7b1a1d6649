package errand.local.kill;

import errand.runtime.moments.Moments;
import java.util.ArrayList;
import java.util.List;

/**
 * One kill: who dies when, and in what order.
 *
 * @param moment at which somebody is held while the victim dies
 * @param target whom it is meant for; {@code agent} is the one that does the step
 * @param round from 1
 * @param step whose task is held; at the engine's moment, whose answer
 * @param killFirst whether the victim dies before the one who is held may go on, or just after
 */
record Kill(String moment, String target, int round, String step, boolean killFirst) {

    static final String AGENT = "agent";

    private static final List<String> MOMENTS =
            List.of(
                    Moments.BEFORE_EFFECT,
                    Moments.AFTER_EFFECT_BEFORE_REPLY,
                    Moments.AFTER_REPLY_BEFORE_ACK,
                    Moments.AFTER_OUTPUTS_BEFORE_COMMIT);
    private static final List<String> TARGETS =
            List.of(AGENT, Installation.ORCHESTRATOR, Installation.BROKER, Installation.POSTGRES);

    /** Every moment with every target, so many times; each time another step. */
    static List<Kill> all(int rounds) {
        var kills = new ArrayList<Kill>();
        for (int round = 1; round <= rounds; round++) {
            for (var moment : MOMENTS) {
                for (var target : TARGETS) {
                    int turn = round + TARGETS.indexOf(target);
                    var step = Trip.WRITES.get(turn % Trip.WRITES.size());
                    kills.add(new Kill(moment, target, round, step, round % 2 == 1));
                }
            }
        }
        return kills;
    }

    /** The service that dies. */
    String victim() {
        return target.equals(AGENT) ? Trip.agentOf(step) : target;
    }

    boolean isOfEngine() {
        return moment.equals(Moments.AFTER_OUTPUTS_BEFORE_COMMIT);
    }

    /** The service that is held. */
    String held() {
        return isOfEngine() ? Installation.ORCHESTRATOR : Trip.agentOf(step);
    }

    @Override
    public String toString() {
        return "%s, %s dies, %s, round %d".formatted(moment, victim(), step, round);
    }
}
