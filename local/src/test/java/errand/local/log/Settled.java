package errand.local.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Tests on one installation that end by judging all that happened on it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public interface Settled {

    /** The installation: broker and PostgreSQL as host and port, registry as URL. */
    record Addresses(String broker, String registry, String postgres) {}

    /** Where the installation is. */
    Addresses addresses();

    /** How many conversations the tests before have had at least. */
    int conversationsAtLeast();

    @Test
    @Order(Integer.MAX_VALUE)
    default void what_holds_in_every_scenario_held_in_every_conversation() throws Exception {
        var verdict =
                Guarantees.of(addresses().broker(), addresses().registry(), addresses().postgres());

        assertThat(verdict.broken()).isEmpty();
        assertThat(verdict.conversations()).isGreaterThanOrEqualTo(conversationsAtLeast());
        assertThat(verdict.orders()).isPositive();
        assertThat(verdict.paid()).isPositive();
    }
}
