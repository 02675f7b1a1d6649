package errand.simulation;

import com.zaxxer.hikari.HikariDataSource;
import errand.agent.Agent;
import errand.alipay.AlipayAgent;
import errand.alipay.sandbox.SandboxMandates;
import errand.alipay.sandbox.SandboxWallet;
import errand.amap.AmapAgent;
import errand.flash.FlashAgent;
import errand.fliggy.FliggyAgent;
import errand.runtime.sandbox.StockControl;
import errand.runtime.sandbox.Stockroom;
import errand.runtime.schema.JsonSchemas;
import errand.runtime.work.CapabilityTable;
import errand.runtime.work.PostgresInbox;
import errand.taobao.TaobaoAgent;
import errand.testkit.TestDatabase;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The agents that are shipped, each with its sandbox on a database of its own; started once, used
 * by one run after the other.
 */
final class FiveAgents {

    /** The same world for every seed. */
    private static final long WORLD = 42;

    static final String WALLETS = "alipay";

    /** An agent with what a run needs of it. */
    record Shipped(
            CapabilityTable table,
            HikariDataSource data,
            JdbcClient db,
            PostgresInbox inbox,
            Function<Clock, StockControl> control) {}

    private static final class Holder {
        private static final FiveAgents STARTED = new FiveAgents();
    }

    final JsonSchemas schemas = new JsonSchemas();
    final TableDirectory directory;
    final SandboxWallet wallet;
    final SandboxMandates mandates;
    private final Map<String, Shipped> agents = new LinkedHashMap<>();

    /** What ids of quotes are made of; one run, one seed. */
    private final Random random = new Random();

    private FiveAgents() {
        HikariDataSource wallets = TestDatabase.forAgent(WALLETS);
        this.wallet = SandboxWallet.on(wallets, 6_000_000);
        this.mandates = SandboxMandates.on(wallets);
        ship(
                new AlipayAgent(wallet, mandates),
                wallets,
                clock -> {
                    throw new IllegalStateException("Wallets have no stock.");
                });
        HikariDataSource travel = TestDatabase.forAgent("fliggy");
        var fliggy = new errand.fliggy.sandbox.Sandbox(Stockroom.on(travel, random), WORLD);
        ship(new FliggyAgent(fliggy.railway(), fliggy.hotels()), travel, fliggy::control);
        HikariDataSource maps = TestDatabase.forAgent("amap");
        var amap = new errand.amap.sandbox.Sandbox(Stockroom.on(maps, random), WORLD);
        ship(
                new AmapAgent(amap.map(), amap.guide(), amap.weather(), amap.meals()),
                maps,
                amap::control);
        HikariDataSource market = TestDatabase.forAgent("taobao");
        var taobao = new errand.taobao.sandbox.Sandbox(Stockroom.on(market, random), WORLD);
        ship(new TaobaoAgent(taobao.market()), market, taobao::control);
        HikariDataSource shops = TestDatabase.forAgent("flash");
        var flash = new errand.flash.sandbox.Sandbox(Stockroom.on(shops, random), WORLD);
        ship(new FlashAgent(flash.shops()), shops, flash::control);
        this.directory = new TableDirectory(agents.values().stream().map(Shipped::table).toList());
    }

    static FiveAgents started() {
        return Holder.STARTED;
    }

    private void ship(Agent agent, HikariDataSource data, Function<Clock, StockControl> control) {
        CapabilityTable table = new CapabilityTable(agent.capabilities(), schemas);
        agents.put(
                table.agent(),
                new Shipped(
                        table,
                        data,
                        JdbcClient.create(data),
                        new PostgresInbox(data, new JdbcTransactionManager(data)),
                        control));
    }

    Shipped the(String agent) {
        return Objects.requireNonNull(agents.get(agent), agent);
    }

    Collection<Shipped> all() {
        return agents.values();
    }

    /** Those that keep holds and bookings. */
    List<Shipped> desks() {
        return agents.values().stream()
                .filter(each -> !each.table().agent().equals(WALLETS))
                .toList();
    }

    /** As on the first day, and chance from its beginning. */
    void reset(long seed) {
        random.setSeed(seed);
        desks().forEach(
                        each ->
                                each.db()
                                        .sql(
                                                "truncate deviation, occupancy, booking, hold,"
                                                        + " quote, turn, task_inbox, task_begun cascade")
                                        .update());
        JdbcClient wallets = the(WALLETS).db();
        wallets.sql(
                        "truncate entry, transfer, account, capture, authorised_line,"
                                + " authorisation, reserved_line, reservation, mandate, task_inbox,"
                                + " task_begun restart identity")
                .update();
        wallets.sql("insert into account (account_id, kind, name) values ('world', 'WORLD', '世界')")
                .update();
    }
}
