package errand.alipay.live;

import static org.assertj.core.api.Assertions.assertThat;

import errand.agent.Capability;
import errand.alipay.AlipayAgent;
import errand.alipay.AlipayApplication;
import errand.runtime.settings.ErrandClock;
import errand.runtime.settings.MissingSetting;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** What is there in which mode; nothing is called, so there is no database. */
class ModesTest {

    private static final DataSource NOWHERE = new SimpleDriverDataSource();

    /** As the service scans it. */
    @Configuration
    @ComponentScan(
            basePackageClasses = AlipayApplication.class,
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*(Test|IT|Application|Contract).*"))
    static class Scanned {}

    private final WebApplicationContextRunner service =
            new WebApplicationContextRunner()
                    .withUserConfiguration(Scanned.class)
                    .withBean(DataSource.class, () -> NOWHERE)
                    .withBean(JdbcClient.class, () -> JdbcClient.create(NOWHERE))
                    .withBean(
                            PlatformTransactionManager.class,
                            () -> new JdbcTransactionManager(NOWHERE))
                    .withBean(ErrandClock.class, ErrandClock::system);

    private final WebApplicationContextRunner live =
            service.withPropertyValues(
                            "errand.alipay.mode=live",
                            "errand.alipay.live.app-id=9021",
                            "errand.alipay.live.seller-id=2088")
                    .withBean(Keys.class, Live::keys);

    @Test
    void the_sandbox_is_what_there_is_when_nothing_is_said() {
        service.run(
                context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean(NotifyEndpoint.class);
                    assertThat(capabilities(context))
                            .contains("alipay.balance.read", "alipay.transfer.send")
                            .doesNotContain("alipay.payment.request");
                });
    }

    @Test
    void live_has_the_endpoint_of_notices_and_nothing_of_the_sandbox() {
        live.run(
                context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(NotifyEndpoint.class);
                    assertThat(context.getBeanDefinitionNames())
                            .noneMatch(name -> name.matches("(?i).*(sandbox|reports|faults).*"));
                    assertThat(capabilities(context)).hasSize(4).contains("alipay.payment.request");
                });
    }

    @Test
    void live_names_what_it_lacks() {
        live.withPropertyValues("errand.alipay.live.seller-id=")
                .run(
                        context ->
                                assertThat(context.getStartupFailure())
                                        .rootCause()
                                        .isInstanceOf(MissingSetting.class)
                                        .hasMessageContaining("errand.alipay.live.seller-id"));
        service.withPropertyValues(
                        "errand.alipay.mode=live",
                        "errand.alipay.live.app-id=9021",
                        "errand.alipay.live.seller-id=2088")
                .run(
                        context ->
                                assertThat(context.getStartupFailure())
                                        .rootCause()
                                        .isInstanceOf(MissingSetting.class)
                                        .hasMessageContaining(Keys.APP_PRIVATE));
    }

    private static java.util.List<String> capabilities(ApplicationContext context) {
        return context.getBean(AlipayAgent.class).capabilities().all().stream()
                .map(Capability::name)
                .toList();
    }
}
