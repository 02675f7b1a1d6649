package errand.amap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errand.runtime.settings.MissingSetting;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

class AmapModesTest {

    /** All of the agent but the runtime. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.ASSIGNABLE_TYPE,
                            classes = AmapApplication.class))
    static class Agent {}

    private final ApplicationContextRunner agent =
            new ApplicationContextRunner().withUserConfiguration(Agent.class);

    @Test
    void live_needs_a_key_and_no_database_and_has_no_sandbox() {
        agent.withPropertyValues("errand.amap.mode=live")
                .run(
                        context ->
                                assertThat(context)
                                        .getFailure()
                                        .rootCause()
                                        .isInstanceOf(MissingSetting.class)
                                        .hasMessageContaining("ERRAND_AMAP_KEY"));
    }

    @Test
    void a_sandbox_is_what_it_is_when_nothing_is_said() {
        agent.run(
                context ->
                        assertThat(context)
                                .getFailure()
                                .rootCause()
                                .hasMessageContaining("javax.sql.DataSource"));
    }

    @Test
    void any_other_mode_is_refused_with_those_that_there_are() {
        assertThatThrownBy(() -> new AmapApplication("test"))
                .hasMessage("errand.amap.mode is 'test'; it must be sandbox or live.");
    }
}
