package errand.orchestrator.planner.service;

import errand.agent.Agent;
import errand.agent.Capabilities;
import errand.agent.Outcome;
import errand.agent.Task;
import errand.orchestrator.admission.Admission;
import errand.orchestrator.admission.Entry;
import errand.orchestrator.admission.Lane;
import errand.orchestrator.codec.CoreJson;
import errand.orchestrator.directory.Directory;
import errand.orchestrator.draft.Checked;
import errand.orchestrator.draft.Fault;
import errand.orchestrator.draft.PlanDrafts;
import errand.orchestrator.draft.PlanPreview;
import errand.orchestrator.plan.Change;
import errand.orchestrator.plan.PlanSpec;
import errand.orchestrator.planner.AnswerReply;
import errand.orchestrator.planner.AnswerRequest;
import errand.orchestrator.planner.DraftReply;
import errand.orchestrator.planner.DraftRequest;
import errand.orchestrator.planner.Notice;
import errand.orchestrator.planner.Planner;
import errand.orchestrator.planner.Preview;
import errand.orchestrator.planner.Revision;
import errand.orchestrator.planner.RevisionRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Thinks: what to do about a message, and what to say when a plan is over. Every draft is checked
 * against the directory exactly as a caller's own plan is.
 */
final class PlannerAgent implements Agent {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> NOT_POSSIBLE =
            Set.of("CAPABILITY_UNKNOWN", "QUARANTINED", "SHADOW");

    private final Planner planner;
    private final Directory directory;
    private final NotHere notHere;
    private final BiPredicate<String, Instant> mandated;
    private final Admission admission;

    /**
     * @param mandated whether a person has a mandate that may stand in for them at a moment
     */
    PlannerAgent(
            Planner planner,
            Directory directory,
            BiPredicate<String, Instant> mandated,
            Admission admission) {
        this.admission = admission;
        this.planner = planner;
        this.directory = directory;
        this.notHere = new NotHere(directory);
        this.mandated = mandated;
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.of("planner")
                .can("draft", DraftTask.class, Thoughtful.class, this::draft)
                .described("Turns what a person said into a checked plan, a question or an answer.")
                .reads()
                .can("answer", AnswerRequest.class, Thoughtful.class, this::answer)
                .described("Puts the end of a plan in words, from what its steps returned.")
                .reads()
                .can("revise", RevisionRequest.class, Thoughtful.class, this::revise)
                .described("Finds another way for the rest of a plan in which a step has failed.")
                .reads();
    }

    Outcome<Thoughtful> revise(RevisionRequest asked, Task task) {
        Revision revision = planner.revise(asked).orElse(null);
        Checked checked =
                revision == null
                        ? new Checked.Rejected(List.of())
                        : PlanDrafts.check(
                                revision.draft().toString(),
                                directory,
                                asked.planId(),
                                task.user(),
                                asked.lang());
        return revision != null && checked instanceof Checked.Accepted(PlanSpec plan)
                ? Outcome.done(Thoughtful.revision(CoreJson.write(change(revision, plan))))
                : Outcome.refused("NO_OTHER_WAY", "There is no other way.");
    }

    private static Change change(Revision revision, PlanSpec plan) {
        return new Change(
                plan.steps().stream().filter(it -> revision.added().contains(it.id())).toList(),
                plan.manifests(),
                revision.undo(),
                revision.dropped());
    }

    Outcome<Thoughtful> draft(DraftTask asked, Task task) {
        DraftReply drafted =
                planner.draft(
                        new DraftRequest(
                                asked.messageId(),
                                asked.text(),
                                asked.lang(),
                                asked.now(),
                                asked.zone(),
                                Profiles.of(task.user()),
                                asked.history(),
                                asked.pending(),
                                asked.running(),
                                Objects.requireNonNullElse(asked.plans(), List.of())),
                        Duration.between(task.now(), task.deadline()));
        JsonNode wanted = drafted.plan();
        DraftReply reply = wanted == null ? drafted : drafted.planning(notHere.leftOut(wanted));
        Thoughtful thought =
                switch (reply.kind()) {
                    case PLAN -> checked(reply, asked, task);
                    case QUESTION -> asked(reply);
                    case ANSWER -> Thoughtful.says(words(reply));
                    case CHANGE -> changed(reply, asked, task);
                    case ANOTHER ->
                            planOnly(asked)
                                    ? Thoughtful.says(wouldCancel(reply.lang()))
                                    : Thoughtful.another();
                    case CANCEL ->
                            planOnly(asked)
                                    ? Thoughtful.says(wouldCancel(reply.lang()))
                                    : Thoughtful.cancels();
                };
        return Outcome.done(thought.with(Notice.both(reply.notice(), thought.notice())));
    }

    /** Nobody is asked for particulars of what cannot be done whatever they are. */
    private Thoughtful asked(DraftReply reply) {
        return Optional.ofNullable(reply.ahead())
                .flatMap(steps -> notHere.why(steps, reply.lang().equals("zh")))
                .map(why -> Thoughtful.says(cannot(why, reply.lang())))
                .orElseGet(() -> Thoughtful.asks(words(reply), reply.questions(), reply.pending()));
    }

    private static String words(DraftReply reply) {
        String text = reply.text();
        return text == null || text.isBlank() ? "…" : text;
    }

    /** One message, one plan: its id follows from the message's, so a repetition is the same. */
    private Thoughtful checked(DraftReply reply, DraftTask asked, Task task) {
        String planId = "p_" + asked.messageId().substring(asked.messageId().indexOf('_') + 1);
        String draft = Objects.requireNonNull(reply.plan()).toString();
        return switch (PlanDrafts.check(draft, directory, planId, task.user(), reply.lang())) {
            case Checked.Accepted ok when planOnly(asked) -> previewed(ok.plan(), reply);
            case Checked.Accepted ok -> admitted(full(ok.plan(), task), reply);
            case Checked.Rejected bad -> Thoughtful.says(cannot(why(reply, bad), reply.lang()));
        };
    }

    /** Too much is carried out already: it waits for its turn, or is refused in words. */
    private Thoughtful admitted(PlanSpec plan, DraftReply reply) {
        Entry entry = admission.enter(Lane.EXECUTION, plan.user(), plan.id());
        if (entry instanceof Entry.Full(int waiting)) {
            return Thoughtful.says(full(waiting, reply.lang()));
        }
        PlanSpec placed = entry instanceof Entry.Queued(int place) ? plan.behind(place) : plan;
        return Thoughtful.plan(CoreJson.write(placed), reply.playbook())
                .with(silent(plan, reply.lang()));
    }

    private static String full(int waiting, String lang) {
        return lang.equals("zh")
                ? "现在要办事的人太多（前面还有 %d 件在等），这件先接不下。什么都没有预订，也没有付款；请过一会儿再说一次。".formatted(waiting)
                : "Too much is asked for right now (%d are waiting), so this cannot be taken on. Nothing was booked or paid; please say it again in a while."
                        .formatted(waiting);
    }

    /** Checked as a whole, as if it were drafted today; what of it is new is not known here. */
    private Thoughtful changed(DraftReply reply, DraftTask asked, Task task) {
        String planId = Objects.requireNonNull(reply.planId());
        String draft = Objects.requireNonNull(reply.plan()).toString();
        return switch (PlanDrafts.check(draft, directory, planId, task.user(), reply.lang())) {
            case Checked.Accepted ok when planOnly(asked) -> previewed(ok.plan(), reply);
            case Checked.Accepted ok ->
                    Thoughtful.change(
                                    CoreJson.write(full(ok.plan(), task)),
                                    reply.playbook(),
                                    words(reply))
                            .with(silent(ok.plan(), reply.lang()));
            case Checked.Rejected bad ->
                    Thoughtful.says(cannotChange(why(reply, bad), reply.lang()));
        };
    }

    private PlanSpec full(PlanSpec plan, Task task) {
        return mandated.test(task.user(), task.now()) ? PlanDrafts.mandated(plan, directory) : plan;
    }

    /** Agents that have not been heard of: the person knows at once that it may take long. */
    private @Nullable Notice silent(PlanSpec plan, String lang) {
        String agents =
                plan.steps().stream()
                        .map(step -> step.capability().split("[.]", 2)[0])
                        .distinct()
                        .filter(directory::silent)
                        .sorted()
                        .collect(Collectors.joining(", "));
        if (agents.isEmpty()) {
            return null;
        }
        return new Notice(
                "AGENT_SILENT",
                lang.equals("zh")
                        ? "有一会儿没有收到%s的消息了：需要它的步骤可能会慢，或者办不成。".formatted(agents)
                        : "Nothing has been heard of %s for a while: what needs it may take long or fail."
                                .formatted(agents));
    }

    private static boolean planOnly(DraftTask asked) {
        return Boolean.TRUE.equals(asked.planOnly());
    }

    /** In words, and beside them what a caller could hand in as its own plan. */
    private static Thoughtful previewed(PlanSpec plan, DraftReply reply) {
        PlanPreview preview = PlanPreview.of(plan);
        ObjectNode cards = JSON.createObjectNode();
        cards.set("draft", reply.plan());
        cards.set("preview", JSON.valueToTree(preview));
        return Thoughtful.says(Preview.of(preview, reply.lang()), List.of(), cards);
    }

    private static String wouldCancel(String lang) {
        return lang.equals("zh")
                ? "这句话会停下正在办的事。只看计划：什么都没有停下。"
                : "That would stop what is under way. Only a plan was wanted: nothing was stopped.";
    }

    private static String cannotChange(String why, String lang) {
        return lang.equals("zh")
                ? "现在改不了：%s原来的照旧。".formatted(spaced(why))
                : "I cannot change it like that right now: %s It stays as it was.".formatted(why);
    }

    /** What an agent cannot do here in words for people; what else is wrong as it was found. */
    private String why(DraftReply reply, Checked.Rejected bad) {
        return notHere.why(Objects.requireNonNull(reply.plan()), reply.lang().equals("zh"))
                .orElseGet(() -> why(bad.faults()));
    }

    private static String why(List<Fault> faults) {
        String missing =
                faults.stream()
                        .filter(fault -> NOT_POSSIBLE.contains(fault.code()))
                        .map(Fault::message)
                        .distinct()
                        .collect(Collectors.joining(" "));
        return missing.isEmpty() ? faults.getFirst().message() : missing;
    }

    /** Nothing was begun: the person is told what is missing, not what is wrong inside. */
    private static String cannot(String why, String lang) {
        return lang.equals("zh")
                ? "现在办不了这件事：%s什么都没有预订，也没有付款。".formatted(spaced(why))
                : "I cannot do that right now: %s Nothing was booked or paid.".formatted(why);
    }

    /** After a Chinese full stop there is no space. */
    private static String spaced(String sentence) {
        return sentence.endsWith("。") ? sentence : sentence + " ";
    }

    private Outcome<Thoughtful> answer(AnswerRequest over, Task task) {
        AnswerReply reply = planner.answer(over);
        return Outcome.done(Thoughtful.says(reply.text(), reply.citations(), reply.cards()));
    }
}
