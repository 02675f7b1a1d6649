package errand.flash;

import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Agent;
import errand.runtime.schema.JsonSchemas;
import errand.runtime.work.CapabilityTable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/** What {@code errand.flash.mode} does. */
class ModeTest {

    private final ApplicationContextRunner agent =
            new ApplicationContextRunner().withUserConfiguration(Flash.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(FlashProperties.class)
    @ComponentScan(
            basePackages = "errand.flash",
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "errand\\.flash\\.FlashApplication"))
    static class Flash {}

    @Test
    void a_live_agent_is_there_and_can_do_nothing() {
        agent.withPropertyValues("errand.flash.mode=live")
                .run(
                        context -> {
                            assertThat(context).hasNotFailed().hasSingleBean(Agent.class);
                            CapabilityTable table =
                                    new CapabilityTable(
                                            context.getBean(Agent.class).capabilities(),
                                            new JsonSchemas());
                            assertThat(table.agent()).isEqualTo("flash");
                            assertThat(table.rows()).isEmpty();
                            assertThat(table.writes()).isFalse();
                            assertThat(context.getBean(Agent.class).capabilities().offered())
                                    .isEqualTo("nothing");
                        });
    }

    @Test
    void without_a_word_it_is_the_sandbox_which_needs_a_database() {
        agent.run(
                context ->
                        assertThat(context)
                                .hasFailed()
                                .getFailure()
                                .hasStackTraceContaining("javax.sql.DataSource"));
    }

    @Test
    void another_mode_is_refused() {
        agent.withPropertyValues("errand.flash.mode=lvie")
                .run(
                        context ->
                                assertThat(context)
                                        .hasFailed()
                                        .getFailure()
                                        .hasStackTraceContaining("errand.flash.mode"));
    }
}
