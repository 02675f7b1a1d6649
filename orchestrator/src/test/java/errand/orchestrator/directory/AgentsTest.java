package errand.orchestrator.directory;

import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Limits;
import errand.common.Effect;
import errand.common.Maturity;
import errand.events.AgentAnnounced;
import errand.events.AgentLeft;
import errand.events.CapabilityDescribed;
import errand.events.MaturitySet;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private final Agents agents = new Agents();

    private static AgentAnnounced announced(String instance) {
        return announced(instance, false);
    }

    private static AgentAnnounced announced(String instance, boolean busy) {
        return new AgentAnnounced(
                "bench",
                "1",
                instance,
                NOW,
                List.of(
                        new CapabilityDescribed(
                                "bench.noop.read",
                                "Does nothing.",
                                Effect.READ,
                                "{\"type\":\"object\"}",
                                "{}",
                                null,
                                30_000L,
                                Maturity.AUTO,
                                "up")),
                busy,
                null);
    }

    private String health(Instant at) {
        return AgentsJson.of(agents, at).at("/agents/0/capabilities/0/health").asString();
    }

    @Test
    void an_agent_can_be_planned_until_its_last_instance_has_left() {
        agents.announced(announced("one"), NOW);
        agents.announced(announced("two"), NOW);
        agents.left(new AgentLeft("bench", "one", NOW));
        assertThat(agents.find("bench.noop.read")).isPresent();
        agents.left(new AgentLeft("bench", "two", NOW));
        assertThat(agents.find("bench.noop.read")).isEmpty();
        assertThat(agents.agents()).isEmpty();
        assertThat(agents.capabilities("bench")).isEmpty();
        assertThat(health(NOW)).isEqualTo("left");
    }

    @Test
    void an_agent_that_says_nothing_for_a_minute_is_silent_and_can_still_be_planned() {
        agents.announced(announced("one"), NOW);
        assertThat(health(NOW.plusSeconds(59))).isEqualTo("up");
        assertThat(health(NOW.plusSeconds(61))).isEqualTo("silent");
        assertThat(agents.find("bench.noop.read")).isPresent();
    }

    @Test
    void an_instance_that_died_does_not_count_once_another_is_heard_later() {
        agents.announced(announced("dead"), NOW);
        agents.announced(announced("new"), NOW.plusSeconds(120));
        agents.left(new AgentLeft("bench", "new", NOW.plusSeconds(121)));
        assertThat(health(NOW.plusSeconds(121))).isEqualTo("left");
    }

    @Test
    void what_an_operator_says_counts_more_than_what_the_agent_says_and_outlives_it() {
        agents.maturity(new MaturitySet("bench.noop.read", Maturity.QUARANTINED, NOW));
        agents.announced(announced("one"), NOW);
        assertThat(agents.find("bench.noop.read").orElseThrow().maturity().name())
                .isEqualTo("QUARANTINED");
        assertThat(AgentsJson.of(agents, NOW).at("/agents/0/capabilities/0").toString())
                .contains("\"maturity\":\"quarantined\"", "\"announcedMaturity\":\"auto\"");
        agents.maturity(new MaturitySet("bench.noop.read", null, NOW));
        assertThat(agents.find("bench.noop.read").orElseThrow().maturity().name())
                .isEqualTo("AUTO");
    }

    @Test
    void schemas_are_shown_as_the_objects_they_are() {
        agents.announced(announced("one"), NOW);
        assertThat(
                        AgentsJson.of(agents, NOW)
                                .at("/agents/0/capabilities/0/inputSchema/type")
                                .asString())
                .isEqualTo("object");
    }

    @Test
    void an_agent_says_why_it_can_do_no_more_and_that_is_shown() {
        AgentAnnounced limited = announced("one");
        limited.setLimits(new errand.common.Limits("不能。", "It cannot."));
        agents.announced(limited, NOW);
        assertThat(agents.limits("bench")).contains(new Limits("不能。", "It cannot."));
        assertThat(AgentsJson.of(agents, NOW).at("/agents/0/limits/zh").asString())
                .isEqualTo("不能。");
        agents.announced(announced("one"), NOW);
        assertThat(agents.limits("bench")).isEmpty();
        assertThat(AgentsJson.of(agents, NOW).at("/agents/0").has("limits")).isFalse();
        assertThat(agents.limits("nobody")).isEmpty();
    }

    @Test
    void an_agent_is_busy_as_long_as_it_says_so() {
        agents.announced(announced("one", true), NOW);
        assertThat(agents.busy("bench")).isTrue();
        agents.announced(announced("one", false), NOW);
        assertThat(agents.busy("bench")).isFalse();
        assertThat(agents.busy("nobody")).isFalse();
    }
}
