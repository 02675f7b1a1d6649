package errand.fliggy.sandbox;

import static errand.fliggy.sandbox.Traveller.seats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.zaxxer.hikari.HikariDataSource;
import errand.fliggy.travel.TrainOffer;
import errand.runtime.sandbox.StockEndpoint;
import errand.testkit.SettableClock;
import errand.testkit.Tasks;
import errand.testkit.TestDatabase;
import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.http.MediaType;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;

/** The world of a sandbox, changed over HTTP. */
@Tag("integration")
class SandboxControlIT {

    private static final HikariDataSource DATABASE = TestDatabase.forAgent("fliggy");

    private final WebApplicationContextRunner runner =
            new WebApplicationContextRunner()
                    .withBean(DataSource.class, () -> DATABASE)
                    .withBean(
                            PlatformTransactionManager.class,
                            () -> new JdbcTransactionManager(DATABASE))
                    .withBean(Clock.class, () -> SettableClock.at(Tasks.NOW))
                    .withUserConfiguration(SandboxConfiguration.class);

    @Test
    void what_is_left_of_an_offer_is_set_over_http() {
        runner.run(
                context -> {
                    MockMvc http =
                            MockMvcBuilders.standaloneSetup(context.getBean(StockEndpoint.class))
                                    .build();
                    try (Traveller traveller = new Traveller(DATABASE, 0)) {
                        TrainOffer offer = traveller.trains("北京", "杭州", 1).getFirst();

                        http.perform(change(offer.offerId(), "{\"stock\":3}"))
                                .andExpect(status().isOk())
                                .andExpect(jsonPath("$.stock").value(3));
                        http.perform(
                                        change(
                                                offer.offerId(),
                                                "{\"stock\":2,\"day\":\"2020-01-01\"}"))
                                .andExpect(status().isBadRequest());
                        http.perform(change("T-X", "{\"stock\":3}"))
                                .andExpect(status().isNotFound());

                        assertThat(seats(offer)).isNotEqualTo(3);
                        assertThat(traveller.left(offer.offerId())).isEqualTo(3);
                    }
                });
    }

    @Test
    void a_live_agent_has_no_control() {
        runner.withPropertyValues("errand.fliggy.mode=live")
                .run(context -> assertThat(context).doesNotHaveBean(StockEndpoint.class));
    }

    private static MockHttpServletRequestBuilder change(String id, String body) {
        return patch("/sandbox/items/{id}", id)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }
}
