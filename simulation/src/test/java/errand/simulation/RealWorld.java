package errand.simulation;

import errand.agent.Money;
import errand.agent.Task;
import errand.alipay.wallet.MandateTerms;
import errand.orchestrator.plan.PlanSpec;
import errand.runtime.sandbox.StockControl;
import errand.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.LongNode;

/**
 * Two conversations of one person with the five real agents: one wallet, perhaps one mandate, and
 * often the same train, room, table or item. Prices, stock and the balance change under them.
 */
final class RealWorld implements World {

    private static final Pattern ITEM = Pattern.compile("[;,]([^;,*]+)\\*\\d+");

    private static final List<Duration> PATIENCE =
            List.of(
                    Duration.ofMinutes(6),
                    Duration.ofSeconds(14 * 60 + 50),
                    Duration.ofMinutes(16),
                    Duration.ofSeconds(29 * 60 + 57),
                    Duration.ofMinutes(45));

    private final FiveAgents five = FiveAgents.started();
    private final Chaos chaos;
    private final SettableClock clock;
    private final Map<String, SimulatedAgent> agents = new HashMap<>();

    RealWorld(Chaos chaos, SettableClock clock, long seed) {
        this.chaos = chaos;
        this.clock = clock;
        five.reset(seed);
        for (FiveAgents.Shipped each : five.all()) {
            agents.put(
                    each.table().agent(),
                    new SimulatedAgent(
                            chaos,
                            each.table(),
                            five.schemas,
                            new MortalInbox(chaos, each.inbox()),
                            clock));
        }
    }

    /** The world of one seed. */
    static Maker of(long seed) {
        return (chaos, clock) -> new RealWorld(chaos, clock, seed);
    }

    @Override
    public List<Wish> wishes() {
        boolean mandate = chaos.percent(35);
        if (mandate) {
            openMandate();
        }
        if (chaos.percent(15)) {
            setBalance(11);
        }
        Sayings sayings = new Sayings(chaos, five.directory, mandate);
        String first = sayings.any();
        String second = chaos.percent(50) ? first : sayings.any();
        List<Wish> wishes = new ArrayList<>();
        wishes.add(new Wish("c_1", plan(sayings, first, "p_1")));
        wishes.add(new Wish("c_2", plan(sayings, second, "p_2")));
        if (chaos.percent(20)) {
            wishes.add(new Wish("c_1", plan(sayings, sayings.any(), "p_3")));
        }
        return wishes;
    }

    private PlanSpec plan(Sayings sayings, String said, String id) {
        return sayings.plan(said, id, clock.instant());
    }

    private void openMandate() {
        MandateTerms terms =
                new MandateTerms(
                        "md_1",
                        List.of("*"),
                        List.of("*"),
                        Money.cny(3_000L << chaos.below(11)),
                        null,
                        clock.instant().plus(Duration.ofDays(1)).toString());
        Instant now = clock.instant();
        five.mandates.open(
                terms,
                new Task(
                        "p_0/open/do/1",
                        "p_0",
                        Sayings.USER,
                        "zh",
                        now,
                        now.plusSeconds(30),
                        1,
                        null));
    }

    @Override
    public SimulatedAgent agentOf(String capability) {
        String agent = capability.substring(0, capability.indexOf('.'));
        return Objects.requireNonNull(agents.get(agent), capability);
    }

    @Override
    public void planEnded(String planId) {
        agents.values().forEach(agent -> agent.planEnded(planId, clock));
    }

    @Override
    public Optional<String> stir() {
        if (chaos.percent(6)) {
            int what = chaos.below(100);
            if (what < 3) {
                return Optional.of("c_" + (1 + chaos.below(2)));
            } else if (what < 5) {
                clock.forward(Duration.ofSeconds(20L << chaos.below(6)));
            } else if (what < 14) {
                setBalance(14);
            } else {
                something();
            }
        }
        return Optional.empty();
    }

    /** Long enough, now and then, for holds and quotes to end. */
    @Override
    public void hesitates() {
        if (chaos.percent(8)) {
            clock.forward(chaos.oneOf(PATIENCE));
        }
    }

    private void setBalance(int bits) {
        five.wallet.setBalance(Sayings.USER, 1_000L << chaos.below(bits), clock.instant());
    }

    private record Seen(FiveAgents.Shipped agent, String offerId, String body) {}

    /** What somebody was quoted is what they want: that changes. */
    private void something() {
        List<Seen> quotes = five.desks().stream().flatMap(desk -> seen(desk).stream()).toList();
        if (quotes.isEmpty()) {
            return;
        }
        Seen quote = chaos.oneOf(quotes);
        StockControl.Change change =
                chaos.percent(50)
                        ? new StockControl.Change(chaos.below(3), null)
                        : new StockControl.Change(null, LongNode.valueOf(price(quote.body())));
        quote.agent().control().apply(clock).change(item(quote.offerId()), change);
    }

    private static List<Seen> seen(FiveAgents.Shipped agent) {
        return agent.db()
                .sql("select offer_id, body from quote order by quote_id")
                .query((row, i) -> new Seen(agent, row.getString(1), row.getString(2)))
                .list();
    }

    /** Up or down. */
    private long price(String quote) {
        JsonNode line = JsonMapper.shared().readTree(quote).at("/lines/0/unit/amount");
        return Math.max(1, line.longValue() * (80 + chaos.below(60)) / 100);
    }

    /** What control takes: the offer itself, or the first item on a slip. */
    private static String item(String offerId) {
        Matcher item = ITEM.matcher(offerId);
        return item.find() ? item.group(1) : offerId;
    }

    @Override
    public void mustHold(Endings endings) {
        List<AgentInbox> inboxes = five.all().stream().map(AgentInbox::new).toList();
        inboxes.forEach(inbox -> new InboxInvariants(inbox, endings).hold());
        List<DeskBooks> desks = five.desks().stream().map(DeskBooks::new).toList();
        desks.forEach(books -> new DeskInvariants(books, endings).hold());
        new WalletInvariants(five.the(FiveAgents.WALLETS), desks, endings).hold();
        Broken.unless(
                "an undo is given up only when refused",
                () ->
                        endings.undosGivenUpOnlyWhenRefused(
                                task -> inboxes.stream().anyMatch(inbox -> inbox.refused(task))));
        inboxes.forEach(inbox -> inbox.count(chaos));
    }
}
