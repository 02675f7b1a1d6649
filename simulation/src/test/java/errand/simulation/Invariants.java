package errand.simulation;

import java.util.List;

/** What holds at the end of every run (G1–G7). */
final class Invariants {

    static final String ENDS = "G5 every plan ends";
    static final String REPLAY = "G6 replay gives the same";

    private final Run run;

    Invariants(Run run) {
        this.run = run;
    }

    void hold() {
        List<LogInvariants> logs =
                run.conversations.values().stream().map(LogInvariants::new).toList();
        logs.forEach(LogInvariants::hold);
        run.world.mustHold(new Endings(logs.stream().map(LogInvariants::folded).toList()));
        logs.forEach(log -> Broken.unless(REPLAY, log::replayGivesTheSame));
        Counts counts = new Counts(run.chaos);
        logs.forEach(counts::of);
    }
}
