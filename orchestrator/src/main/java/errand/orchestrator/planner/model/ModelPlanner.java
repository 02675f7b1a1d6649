package errand.orchestrator.planner.model;

import errand.orchestrator.directory.Directory;
import errand.orchestrator.planner.AnswerReply;
import errand.orchestrator.planner.AnswerRequest;
import errand.orchestrator.planner.DraftReply;
import errand.orchestrator.planner.DraftRequest;
import errand.orchestrator.planner.Kind;
import errand.orchestrator.planner.Notice;
import errand.orchestrator.planner.OfflinePlanner;
import errand.orchestrator.planner.Planner;
import errand.orchestrator.planner.Thinkings;
import errand.orchestrator.planner.model.Model.Line;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a model draft. A draft with faults goes back once with the faults; if there is still no good
 * one, or no reply, the rules plan and the person gets a word. How a plan ended is told by rules
 * too: a model's prose could hold values that no agent returned (docs/decisions/0010).
 */
public final class ModelPlanner implements Planner {

    private static final Logger log = LoggerFactory.getLogger(ModelPlanner.class);

    /** What is left for rules, for the reply to travel and for a slow machine. */
    private static final Duration REST = Duration.ofSeconds(5);

    private final Model model;
    private final Prompting prompting;
    private final Hearing hearing;
    private final OfflinePlanner rules;
    private final Planner offline;
    private final Thinkings figures;
    private final Duration longest;

    ModelPlanner(
            Model model,
            Directory directory,
            OfflinePlanner rules,
            Planner offline,
            Thinkings figures,
            Duration longest) {
        this.model = model;
        this.prompting = new Prompting(new Offer(directory));
        this.hearing = new Hearing(directory);
        this.rules = rules;
        this.offline = offline;
        this.figures = figures;
        this.longest = longest;
    }

    /**
     * @param rules knows at once what needs no model
     * @param offline plans where the model does not
     */
    public static ModelPlanner of(
            ModelSettings settings,
            Directory directory,
            OfflinePlanner rules,
            Planner offline,
            Thinkings figures) {
        return new ModelPlanner(
                new OpenAiModel(settings, Offer.replySchema()),
                directory,
                rules,
                offline,
                figures,
                settings.within());
    }

    @Override
    public DraftReply draft(DraftRequest request, Duration within) {
        DraftReply byRule = rules.draft(request);
        if (byRule.kind() == Kind.CANCEL
                || byRule.kind() == Kind.ANOTHER
                || byRule.kind() == Kind.CHANGE) {
            return byRule;
        }
        long began = System.nanoTime();
        Duration rest = within.minus(REST);
        String outcome;
        try {
            Heard heard = think(request, rest.compareTo(longest) < 0 ? rest : longest);
            if (heard instanceof Heard.Understood(DraftReply reply)) {
                drafted(reply.kind().name().toLowerCase(Locale.ROOT), began);
                return reply;
            }
            outcome = "invalid";
        } catch (ModelAway away) {
            outcome = away.why().label();
            log.warn("The model did not answer ({}: {}); rules plan.", outcome, away.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            outcome = "interrupted";
        }
        drafted(outcome, began);
        return offline.draft(request, within).with(word(outcome, request.inChinese()));
    }

    private void drafted(String outcome, long began) {
        figures.drafted(outcome, Duration.ofNanos(System.nanoTime() - began));
    }

    private Heard think(DraftRequest request, Duration within)
            throws ModelAway, InterruptedException {
        long until = System.nanoTime() + within.toNanos();
        List<Line> lines = prompting.about(request);
        Model.Reply first = ask(lines, until);
        Heard heard = hearing.hear(first.text(), request);
        if (!(heard instanceof Heard.Wrong wrong)) {
            return heard;
        }
        figures.repaired();
        log.info("The model's draft has {} faults; it is asked once more.", wrong.faults().size());
        Model.Reply second = ask(prompting.mend(lines, first.text(), wrong.faults()), until);
        return hearing.hear(second.text(), request);
    }

    private Model.Reply ask(List<Line> lines, long until) throws ModelAway, InterruptedException {
        Duration left = Duration.ofNanos(until - System.nanoTime());
        if (!left.isPositive()) {
            throw new ModelAway(ModelAway.Why.TIMEOUT, "no time is left");
        }
        Model.Reply reply = model.ask(lines, left);
        figures.tokens(reply.promptTokens(), reply.replyTokens());
        return reply;
    }

    private static Notice word(String outcome, boolean chinese) {
        boolean nonsense = outcome.equals("invalid");
        String zh = nonsense ? "模型给出的方案不能用，先按规则来办。" : "模型暂时不可用，先按规则来办。";
        String en =
                nonsense
                        ? "The model's plan could not be used; worked out by rules."
                        : "The model did not answer; worked out by rules.";
        return new Notice(nonsense ? "MODEL_UNUSABLE" : "MODEL_AWAY", chinese ? zh : en);
    }

    @Override
    public AnswerReply answer(AnswerRequest request) {
        return offline.answer(request);
    }
}
