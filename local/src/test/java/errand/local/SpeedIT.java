package errand.local;

import static org.assertj.core.api.Assertions.assertThat;

import errand.bench.load.Api;
import errand.bench.load.Clients;
import errand.bench.load.Driver;
import errand.bench.load.ErrandPlans;
import errand.bench.load.Load;
import errand.bench.load.Observed;
import errand.bench.load.PlanTemplate;
import errand.bench.load.Processes;
import errand.bench.raw.RawPlans;
import errand.schemas.registry.SchemaRegistry;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Keeps speed from rotting: whatever the machine does meanwhile, a plan takes no more than so many
 * times what its hops take on bare Kafka there and then. Figures are the matter of {@code ./errand
 * bench}; this is coarse on purpose.
 */
@Tag("integration")
@ExtendWith(OnInstallation.class)
class SpeedIT {

    /** Two to three when all is well and warm; cold and beside other builds five to eight. */
    private static final double AT_MOST = 15;

    private static final int PER_SECOND = 20;
    private static final Duration LOST_AFTER = Duration.ofSeconds(60);

    private final Running running;

    SpeedIT(Running running) {
        this.running = running;
    }

    @Test
    void a_plan_takes_no_more_than_some_times_what_its_hops_take_on_bare_kafka() throws Exception {
        var clients = new Clients(running.addresses().broker());
        double before = raw(clients);
        double ours = errand(clients);
        double bound = Math.max(before, raw(clients));

        System.out.printf(
                "p50 of a plan %.1f ms, of its hops on bare Kafka %.1f ms: x %.1f%n",
                ours, bound, ours / bound);
        assertThat(ours / bound).as("p50 of a plan, to that of its hops").isLessThan(AT_MOST);
    }

    private double errand(Clients clients) throws Exception {
        var registry = new SchemaRegistry(running.addresses().registry());
        try (var api = new Api("http://127.0.0.1:" + running.cli().port())) {
            var template = PlanTemplate.take(api, clients, registry, PlanTemplate.FOUR_STEPS);
            try (var plans = new ErrandPlans(clients, registry, template)) {
                double p50 = p50(plans, Duration.ofSeconds(3), Duration.ofSeconds(4));
                plans.refuseFailures();
                return p50;
            }
        }
    }

    private static double raw(Clients clients) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", clients.bootstrap()));
                var plans = new RawPlans(clients, admin)) {
            return p50(plans, Duration.ofSeconds(1), Duration.ofSeconds(2));
        }
    }

    private static double p50(Load load, Duration warmUp, Duration measured)
            throws InterruptedException {
        var window = new Observed(new Processes(Map.of()));
        return new Driver(load, LOST_AFTER, 0)
                .paced(PER_SECOND, warmUp, measured, window)
                .millis(50);
    }
}
