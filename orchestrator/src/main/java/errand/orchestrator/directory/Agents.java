package errand.orchestrator.directory;

import errand.agent.Limits;
import errand.events.AgentAnnounced;
import errand.events.AgentLeft;
import errand.events.CapabilityDescribed;
import errand.events.MaturitySet;
import errand.orchestrator.plan.Effect;
import errand.orchestrator.plan.Maturity;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The agents that have announced themselves, folded from the directory's records. May be used by
 * many threads; one writes.
 */
public final class Agents implements Directory {

    /** Announcements repeat every 15 s; after four missed ones an agent counts as silent. */
    static final Duration SILENCE = Duration.ofSeconds(60);

    private volatile Map<String, Known> known = Map.of();
    private volatile Map<String, Described> offers = Map.of();

    /** What operators said, by capability: it counts more than what agents say. */
    private volatile Map<String, Maturity> set = Map.of();

    /** Whether tasks of an agent are likely to be taken. */
    public enum Health {
        UP,
        /** Not heard of for a minute: it may have died. Its tasks wait for it. */
        SILENT,
        /** Every instance that was heard of has stopped in good order. */
        LEFT
    }

    /**
     * An agent as last announced.
     *
     * @param heardAt system time of the last announcement
     */
    record Known(AgentAnnounced announced, Map<String, Instant> instances, Instant heardAt) {

        Health health(Instant now) {
            if (instances.isEmpty()) {
                return Health.LEFT;
            }
            return heardAt.isBefore(now.minus(SILENCE)) ? Health.SILENT : Health.UP;
        }
    }

    void announced(AgentAnnounced announced, Instant heardAt) {
        Known before = known.get(announced.getAgent());
        Map<String, Instant> instances = new HashMap<>();
        if (before != null) {
            instances.putAll(before.instances());
            // An instance that died does not say that it left.
            instances.values().removeIf(at -> at.isBefore(heardAt.minus(SILENCE)));
        }
        instances.put(announced.getInstance(), heardAt);
        replace(announced.getAgent(), new Known(announced, Map.copyOf(instances), heardAt));
    }

    /** The others of the agent, if there are any, announce themselves again soon. */
    void left(AgentLeft left) {
        Known before = known.get(left.getAgent());
        if (before != null) {
            Map<String, Instant> instances = new HashMap<>(before.instances());
            instances.remove(left.getInstance());
            replace(
                    left.getAgent(),
                    new Known(before.announced(), Map.copyOf(instances), before.heardAt()));
        }
    }

    void forget(String agent) {
        replace(agent, null);
    }

    void maturity(MaturitySet record) {
        Map<String, Maturity> next = new HashMap<>(set);
        if (record.getMaturity() == null) {
            next.remove(record.getCapability());
        } else {
            next.put(record.getCapability(), Maturity.valueOf(record.getMaturity().name()));
        }
        set = Map.copyOf(next);
        offers = offers(present(), set);
    }

    /** What an operator said of a capability; empty when its agent's word counts. */
    public Optional<Maturity> maturitySet(String capability) {
        return Optional.ofNullable(set.get(capability));
    }

    private void replace(String agent, @Nullable Known now) {
        Map<String, Known> next = new HashMap<>(known);
        if (now == null) {
            next.remove(agent);
        } else {
            next.put(agent, now);
        }
        known = Map.copyOf(next);
        offers = offers(present(), set);
    }

    private static Map<String, Described> offers(
            Collection<Known> present, Map<String, Maturity> set) {
        Map<String, Described> offers = new HashMap<>();
        for (Known agent : present) {
            for (CapabilityDescribed capability : agent.announced().getCapabilities()) {
                Maturity own = Maturity.valueOf(capability.getMaturity().name());
                offers.put(
                        capability.getName(),
                        described(
                                agent.announced(),
                                capability,
                                set.getOrDefault(capability.getName(), own)));
            }
        }
        return Map.copyOf(offers);
    }

    private static Described described(
            AgentAnnounced agent, CapabilityDescribed capability, Maturity maturity) {
        return new Described(
                capability.getName(),
                agent.getAgent(),
                agent.getVersion(),
                capability.getDescription(),
                Effect.valueOf(capability.getEffect().name()),
                capability.getInputSchema(),
                capability.getOutputSchema(),
                capability.getUndo(),
                Duration.ofMillis(capability.getAnswerWithinMillis()),
                maturity);
    }

    /** All that were heard of, by name; those that left included. */
    List<Known> all() {
        return known.values().stream()
                .sorted(Comparator.comparing(agent -> agent.announced().getAgent()))
                .toList();
    }

    /** The agents that have not left. */
    Collection<Known> present() {
        return known.values().stream().filter(agent -> !agent.instances().isEmpty()).toList();
    }

    @Override
    public boolean silent(String agent) {
        Known one = known.get(agent);
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        return one != null && one.health(now) == Health.SILENT;
    }

    @Override
    public boolean busy(String agent) {
        Known one = known.get(agent);
        return one != null && one.announced().getBusy();
    }

    @Override
    public Optional<Limits> limits(String agent) {
        return Optional.ofNullable(known.get(agent))
                .map(one -> one.announced().getLimits())
                .map(said -> new Limits(said.getZh(), said.getEn()));
    }

    @Override
    public Optional<Described> find(String capability) {
        return Optional.ofNullable(offers.get(capability));
    }

    @Override
    public List<String> agents() {
        return present().stream().map(agent -> agent.announced().getAgent()).sorted().toList();
    }

    @Override
    public List<String> capabilities(String agent) {
        return offers.values().stream()
                .filter(offer -> offer.agent().equals(agent))
                .map(Described::name)
                .sorted()
                .toList();
    }
}
