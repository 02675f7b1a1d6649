package errand.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void the_catalogue_is_what_the_contracts_say() {
        assertThat(TopicSheet.of(Topics.of(List.of("fliggy")), TopicOptions.defaults()))
                .startsWith(
                        """
                        conversation.inbox        key conversation id  for ever           UserSaid PlanSubmitted ConsentAnswered CancelRequested TaskSucceeded TaskRefused TaskFailed TimerDue
                        conversation.inbox.dlt    key conversation id  30 days            original bytes
                        conversation.events       key conversation id  for ever           ConversationAdvanced
                        conversation.events.dlt   key conversation id  30 days            original bytes
                        conversation.stream       key conversation id  1 h                TokenStreamed ProgressMade
                        conversation.stream.dlt   key conversation id  30 days            original bytes
                        task.cancellations        key plan id          compacted, 7 days  PlanEnded
                        task.cancellations.dlt    key plan id          30 days            original bytes
                        agent.directory           key agent name       compacted          AgentAnnounced AgentLeft MaturitySet
                        agent.directory.dlt       key agent name       30 days            original bytes
                        business.facts            key user             for ever           OrderPlaced PaymentCaptured BookingMade
                        business.facts.dlt        key user             30 days            original bytes
                        task.requests.fliggy      key task id          7 days             TaskRequested TaskCancelled
                        task.requests.fliggy.dlt  key task id          30 days            original bytes
                        """);
    }

    @Test
    void the_sheet_has_a_command_for_each_topic_as_this_installation_names_it() {
        TopicOptions options = new TopicOptions("team-a.", 12, (short) 3, false);
        assertThat(TopicSheet.of(List.of(Topics.named(Topics.CANCELLATIONS)), options))
                .endsWith(
                        "kafka-topics.sh --bootstrap-server $BROKER --create --topic team-a.task.cancellations --partitions 12"
                                + " --replication-factor 3 --config cleanup.policy=compact,delete --config retention.ms=604800000\n");
    }

    @Test
    void names_are_made_in_one_place() {
        assertThat(Topics.taskRequests("fliggy")).isEqualTo("task.requests.fliggy");
        assertThat(Topics.deadLetters(Topics.INBOX)).isEqualTo("conversation.inbox.dlt");
        assertThat(new TopicNames("a.").taskRequests("fliggy")).isEqualTo("a.task.requests.fliggy");
        assertThat(new TopicNames("").inbox()).isEqualTo("conversation.inbox");
    }

    @Test
    void an_agent_name_that_makes_no_topic_is_refused() {
        assertThatThrownBy(() -> Topics.taskRequests("Fliggy"))
                .hasMessage(
                        "'Fliggy' cannot name an agent: a name is lower-case letters, digits and '-', starting with a letter.");
    }

    @Test
    void an_unknown_shared_topic_is_refused_with_those_there_are() {
        assertThatThrownBy(() -> Topics.named("nope"))
                .hasMessage(
                        "There is no shared topic 'nope'. There are: conversation.inbox, conversation.events, conversation.stream, task.cancellations, agent.directory, business.facts.");
    }
}
