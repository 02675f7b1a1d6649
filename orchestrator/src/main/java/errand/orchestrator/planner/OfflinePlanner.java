package errand.orchestrator.planner;

import errand.orchestrator.planner.language.Sentence;
import errand.orchestrator.planner.playbook.Playbook;
import errand.orchestrator.planner.playbook.Playbooks;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Understands requests by playbooks and rules, and tells how plans ended. Both functions are pure
 * but for the playbooks, which are looked at again when their folder changes; any number of threads
 * may call them.
 */
public final class OfflinePlanner implements Planner {

    /** A request that plainly is another one than that which is asked about. */
    private static final double ANOTHER = 3.0;

    private final Playbooks playbooks;
    private final Chooser chooser = new Chooser();

    public OfflinePlanner(Playbooks playbooks) {
        this.playbooks = playbooks;
    }

    /**
     * @param folder playbooks besides those shipped ({@code errand.playbooks}), or null
     */
    public static OfflinePlanner with(@Nullable Path folder) {
        return new OfflinePlanner(Playbooks.with(folder));
    }

    /** What a message asks for. Never throws for what a person may write. */
    public DraftReply draft(DraftRequest request) {
        Playbooks.Shelf shelf = playbooks.current();
        OffsetDateTime now = OffsetDateTime.parse(request.now());
        boolean chinese = request.inChinese();
        Sentence sentence = Sentence.of(request.text(), now.toLocalDate());
        Slots slots = new Slots(chinese, request.person().places());
        Reply reply = new Reply(request, chinese, now.toInstant());
        if (SmallTalk.leavesOff(sentence.text())) {
            return leftOff(request, reply);
        }
        if (request.running() && SmallTalk.wantsAnother(sentence.text())) {
            return reply.another();
        }
        if (SmallTalk.asksHowFar(sentence.text())) {
            return reply.says(SmallTalk.howFar(request.running(), chinese), request.pending());
        }
        Optional<String> joke = SmallTalk.joke(sentence.text(), chinese);
        if (joke.isPresent()) {
            return reply.says(joke.get(), request.pending());
        }
        Optional<DraftReply> changed =
                new RunningPlans(shelf, request, slots, reply, now.toLocalDate()).changed();
        if (changed.isPresent()) {
            return changed.get();
        }
        Optional<Chooser.Fit> fit = chooser.choose(shelf.playbooks(), sentence, slots);
        Pending pending = request.pending();
        Playbook open = pending == null ? null : shelf.named(pending.playbook());
        if (pending != null && open != null && !another(fit, open)) {
            Map<String, JsonNode> said = new Answers(slots, open, pending.asked()).in(sentence);
            if (!said.isEmpty() || SmallTalk.reply(sentence.text(), chinese).isEmpty()) {
                Map<String, JsonNode> values = new LinkedHashMap<>(pending.slots());
                values.putAll(said);
                return drafted(open, sentence, values, pending.asked(), reply);
            }
        }
        return fit.map(
                        it -> {
                            Map<String, JsonNode> said = slots.found(it.playbook(), sentence);
                            return drafted(it.playbook(), sentence, said, List.of(), reply);
                        })
                .orElseGet(() -> talk(sentence, reply, pending));
    }

    @Override
    public DraftReply draft(DraftRequest request, Duration within) {
        return draft(request);
    }

    private static DraftReply drafted(
            Playbook playbook,
            Sentence sentence,
            Map<String, JsonNode> known,
            List<String> asked,
            Reply reply) {
        Map<String, JsonNode> values = new LinkedHashMap<>(known);
        String read = Misread.read(sentence.corrections(), reply.chinese());
        if (!read.isEmpty()) {
            values.put(Drafting.READ, StringNode.valueOf(read));
        }
        return new Drafting(playbook, reply)
                .with(values, asked, Misread.in(sentence, playbook, known));
    }

    /** How a plan ended, from what its steps returned and nothing else. */
    @Override
    public AnswerReply answer(AnswerRequest request) {
        Playbook playbook = playbooks.current().named(request.playbook());
        return new Answering(request, playbook == null ? null : playbook.answer()).reply();
    }

    private static DraftReply talk(Sentence sentence, Reply reply, @Nullable Pending pending) {
        return reply.says(
                SmallTalk.reply(sentence.text(), reply.chinese())
                        .orElseGet(() -> SmallTalk.notUnderstood(reply.chinese())),
                pending);
    }

    private static boolean another(Optional<Chooser.Fit> fit, Playbook open) {
        return fit.isPresent()
                && fit.get().score() >= ANOTHER
                && !fit.get().playbook().name().equals(open.name());
    }

    private static DraftReply leftOff(DraftRequest request, Reply reply) {
        if (request.running()) {
            return reply.cancels();
        }
        boolean asked = request.pending() != null;
        String text =
                reply.chinese()
                        ? asked ? "好的，不办了，什么也没有订。" : "现在没有正在办的事，什么也没有订。"
                        : asked
                                ? "All right, I leave it. Nothing was booked."
                                : "Nothing is running, and nothing was booked.";
        return reply.says(text, null);
    }
}
