package errand.simulation;

import errand.events.ConversationAdvanced;
import errand.orchestrator.codec.CoreJson;
import errand.orchestrator.codec.Facts;
import errand.orchestrator.codec.Inputs;
import errand.orchestrator.codec.Outbox;
import errand.orchestrator.codec.Outgoing;
import errand.orchestrator.conversation.Conversation;
import errand.orchestrator.conversation.Core;
import errand.orchestrator.conversation.Input;
import errand.simulation.Chaos.Met;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * The engine's shell as the design draws it, for one conversation: reads the inbox in order, keeps
 * state with the last applied offset and the outputs of inputs that are not committed, and may
 * crash with any part of its changelog and of its outputs lost that no commit has made safe.
 */
final class SimulatedEngine {

    private record Stored(
            long applied, Conversation kept, TreeMap<Long, List<SpecificRecord>> ring) {}

    private final Core core;
    private final Chaos chaos;
    private final List<SpecificRecord> inbox;
    private final Consumer<SpecificRecord> outputs;
    private final List<SpecificRecord> unsent = new ArrayList<>();
    private final List<Stored> changelog = new ArrayList<>();
    private int durable = 1;
    private int committed;
    private int position;
    private Stored stored;

    SimulatedEngine(
            Core core,
            Chaos chaos,
            String conversationId,
            List<SpecificRecord> inbox,
            Consumer<SpecificRecord> outputs) {
        this.core = core;
        this.chaos = chaos;
        this.inbox = inbox;
        this.outputs = outputs;
        this.stored = new Stored(-1, Conversation.begun(conversationId), new TreeMap<>());
        changelog.add(stored);
    }

    boolean behind() {
        return position < inbox.size();
    }

    boolean busy() {
        return behind() || !unsent.isEmpty();
    }

    Conversation state() {
        return stored.kept();
    }

    void processOne() {
        long offset = position++;
        if (offset <= stored.applied()) {
            unsent.addAll(stored.ring().getOrDefault(offset, List.of()));
            return;
        }
        Input input = Inputs.fromAvro(inbox.get((int) offset));
        Core.Step step = core.apply(stored.kept(), input);
        List<SpecificRecord> made = made(step, input, offset);
        TreeMap<Long, List<SpecificRecord>> ring =
                new TreeMap<>(stored.ring().tailMap((long) committed));
        ring.put(offset, made);
        stored = new Stored(offset, throughStorage(step.kept()), ring);
        changelog.add(stored);
        unsent.addAll(made);
    }

    /** What a restart would find. */
    private static Conversation throughStorage(Conversation kept) {
        Conversation read = CoreJson.readConversation(CoreJson.write(kept));
        if (!read.equals(kept)) {
            throw new Broken(
                    Invariants.REPLAY,
                    "stored and read again: %s instead of %s".formatted(read, kept));
        }
        return read;
    }

    static List<SpecificRecord> made(Core.Step step, Input input, long offset) {
        List<SpecificRecord> made = new ArrayList<>();
        if (!step.facts().isEmpty()) {
            made.add(
                    new ConversationAdvanced(
                            step.full().id(),
                            step.full().seq(),
                            step.full().at(),
                            input.id(),
                            offset,
                            step.facts().stream().map(f -> (Object) Facts.toAvro(f)).toList()));
            Outbox.of(step.full(), step.full().at(), step.facts()).stream()
                    .map(Outgoing::message)
                    .forEach(made::add);
        }
        return made;
    }

    void send() {
        List<SpecificRecord> sending = List.copyOf(unsent);
        unsent.clear();
        sending.forEach(outputs);
    }

    void commit() {
        send();
        durable = changelog.size();
        committed = position;
    }

    /**
     * Loses what no commit has made safe, or only some of it; begins again from the last commit.
     */
    void crash() {
        chaos.met(Met.ENGINE_CRASHED);
        List<SpecificRecord> arrived = new ArrayList<>();
        for (SpecificRecord record : unsent) {
            if (chaos.percent(50)) {
                arrived.add(record);
            }
        }
        int kept = durable + chaos.below(changelog.size() - durable + 1);
        if (kept == changelog.size() && arrived.size() < unsent.size()) {
            chaos.met(Met.CHANGELOG_AHEAD_OF_OUTPUTS);
        }
        if (kept < changelog.size()) {
            chaos.met(Met.OUTPUTS_AHEAD_OF_CHANGELOG);
        }
        unsent.clear();
        arrived.forEach(outputs);
        changelog.subList(kept, changelog.size()).clear();
        stored = changelog.getLast();
        position = committed;
    }
}
