package errand.fliggy.live;

import static org.assertj.core.api.Assertions.assertThat;

import errand.fliggy.FliggyAgent;
import errand.runtime.settings.MissingSetting;
import errand.testkit.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class LiveConfigurationTest {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner()
                    .withBean(Clock.class, SettableClock::onMondayMorning)
                    .withUserConfiguration(LiveConfiguration.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(LiveProperties.class)
    static class Settings {}

    @Test
    void the_sandbox_is_what_runs_unless_said_otherwise() {
        runner.run(context -> assertThat(context).doesNotHaveBean(FliggyAgent.class));
    }

    @Test
    void live_mode_without_a_key_does_not_start_and_names_it() {
        runner.withPropertyValues("errand.fliggy.mode=live", "errand.fliggy.live.train-search=x")
                .run(
                        context ->
                                assertThat(context.getStartupFailure())
                                        .rootCause()
                                        .isInstanceOf(MissingSetting.class)
                                        .hasMessageContaining("ERRAND_FLIGGY_KEY"));
    }

    @Test
    void settings_have_defaults_and_can_be_said() {
        ApplicationContextRunner settings =
                new ApplicationContextRunner().withUserConfiguration(Settings.class);

        settings.withPropertyValues("errand.fliggy.live.flight-search=a")
                .run(
                        context -> {
                            LiveProperties live = context.getBean(LiveProperties.class);
                            assertThat(live.url()).hasToString("https://eco.taobao.com");
                            assertThat(live.answerWithin()).isEqualTo(Duration.ofSeconds(8));
                            assertThat(live.linkHosts())
                                    .containsExactly("fliggy.com", "alitrip.com", "taobao.com");
                        });
        settings.withPropertyValues(
                        "errand.fliggy.live.hotel-search=b",
                        "errand.fliggy.live.answer-within=2s",
                        "errand.fliggy.live.link-hosts=example.com")
                .run(
                        context -> {
                            LiveProperties live = context.getBean(LiveProperties.class);
                            assertThat(live.hotelSearch()).isEqualTo("b");
                            assertThat(live.answerWithin()).isEqualTo(Duration.ofSeconds(2));
                            assertThat(live.linkHosts()).isEqualTo(List.of("example.com"));
                        });
        settings.withPropertyValues(
                        "errand.fliggy.live.hotel-search=b", "errand.fliggy.live.answer-within=0s")
                .run(context -> assertThat(context).hasFailed());
    }
}
