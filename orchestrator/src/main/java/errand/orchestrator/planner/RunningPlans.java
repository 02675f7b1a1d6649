package errand.orchestrator.planner;

import errand.orchestrator.planner.playbook.Playbook;
import errand.orchestrator.planner.playbook.Playbooks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * The plans of a conversation that a message may change, and what becomes of the one that it means.
 * Where it could mean several, the person is asked which.
 */
final class RunningPlans {

    /** Stands for a playbook in a question about which plan is meant. */
    private static final String WHICH = "-which";

    private static final String TEXT = "text";

    /** A plan, and its values as the message wants them. */
    private record Meant(
            RunningPlan plan, Playbook playbook, Map<String, JsonNode> values, boolean named) {}

    private final Playbooks.Shelf shelf;
    private final DraftRequest request;
    private final Slots slots;
    private final Reply reply;
    private final LocalDate today;

    RunningPlans(
            Playbooks.Shelf shelf,
            DraftRequest request,
            Slots slots,
            Reply reply,
            LocalDate today) {
        this.shelf = shelf;
        this.request = request;
        this.slots = slots;
        this.reply = reply;
        this.today = today;
    }

    /** Empty where the message changes none of them. */
    Optional<DraftReply> changed() {
        Pending pending = request.pending();
        if (pending != null && !pending.playbook().equals(WHICH)) {
            return Optional.empty();
        }
        if (pending != null) {
            JsonNode before = pending.slots().get(TEXT);
            List<Meant> named =
                    meant(before == null ? "" : before.asString("")).stream()
                            .filter(it -> names(it, request.text()))
                            .toList();
            if (named.size() == 1) {
                return Optional.of(change(named.getFirst()));
            }
        }
        List<Meant> all = meant(request.text());
        List<Meant> named = all.stream().filter(Meant::named).toList();
        List<Meant> left = named.isEmpty() ? all : named;
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(left.size() == 1 ? change(left.getFirst()) : which(left));
    }

    private List<Meant> meant(String text) {
        List<Meant> all = new ArrayList<>();
        for (RunningPlan plan : request.plans()) {
            Playbook playbook = plan.playbook() == null ? null : shelf.named(plan.playbook());
            if (playbook != null && !text.isEmpty()) {
                ChangeOfMind mind = new ChangeOfMind(playbook, plan.in(), slots, text, today);
                mind.values(reply.now())
                        .ifPresent(it -> all.add(new Meant(plan, playbook, it, mind.named())));
            }
        }
        return all;
    }

    /** By a word of its scenario, or by what stands in its goal alone. */
    private boolean names(Meant meant, String text) {
        ChangeOfMind mind =
                new ChangeOfMind(meant.playbook(), meant.plan().in(), slots, text, today);
        return mind.named() || meant.plan().goal().contains(text.strip());
    }

    private DraftReply change(Meant meant) {
        Map<String, JsonNode> before = ChangeOfMind.known(meant.playbook(), meant.plan().in());
        SaidChange said = new SaidChange(meant.playbook(), reply.chinese());
        DraftReply drafted =
                new Drafting(meant.playbook(), reply).with(meant.values(), List.of(), Map.of());
        return switch (drafted.kind()) {
            case PLAN -> {
                Map<String, JsonNode> after =
                        ChangeOfMind.known(
                                meant.playbook(),
                                java.util.Objects.requireNonNull(drafted.plan()).path("in"));
                yield SaidChange.differs(before, after)
                        ? reply.changes(meant.plan().planId(), drafted, said.of(before, after))
                        : reply.says(said.already(), null);
            }
            case QUESTION ->
                    reply.says(
                            reply.in("没有改，这样还不完整：", "Nothing was changed; that is not all yet: ")
                                    + drafted.text()
                                    + reply.in("请连在一起再说一次。", " Please say it together."),
                            null);
            case ANSWER, CANCEL, ANOTHER, CHANGE -> drafted;
        };
    }

    private DraftReply which(List<Meant> all) {
        List<String> goals = all.stream().map(it -> it.plan().goal()).toList();
        String listed =
                goals.stream()
                        .map(goal -> reply.in("“" + goal + "”", '"' + goal + '"'))
                        .collect(Collectors.joining(reply.in("，还是", " or ")));
        String text = reply.in("改哪一个：" + listed + "？", "Which one do you mean: " + listed + "?");
        Question question = new Question(request.messageId() + "/" + WHICH, WHICH, text, goals);
        return reply.asks(
                WHICH,
                List.of(question),
                new Pending(WHICH, Map.of(TEXT, StringNode.valueOf(request.text())), List.of()),
                text);
    }
}
