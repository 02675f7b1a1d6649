package errand.orchestrator.planner;

import java.time.Duration;
import java.util.Locale;

/** The offline planner with its figures. */
public final class MeasuredPlanner implements Planner {

    private final OfflinePlanner planner;
    private final Thinkings figures;

    public MeasuredPlanner(OfflinePlanner planner, Thinkings figures) {
        this.planner = planner;
        this.figures = figures;
    }

    @Override
    public DraftReply draft(DraftRequest request, Duration within) {
        long began = System.nanoTime();
        DraftReply reply = planner.draft(request);
        figures.drafted(
                reply.kind().name().toLowerCase(Locale.ROOT),
                Duration.ofNanos(System.nanoTime() - began));
        return reply;
    }

    @Override
    public AnswerReply answer(AnswerRequest request) {
        return planner.answer(request);
    }
}
