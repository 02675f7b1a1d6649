package errand.taobao.sandbox;

import com.zaxxer.hikari.HikariDataSource;
import errand.agent.Quote;
import errand.agent.reservation.Quoted;
import errand.runtime.sandbox.StockControl;
import errand.runtime.sandbox.StockControl.Change;
import errand.runtime.sandbox.Stockroom;
import errand.runtime.sandbox.pack.WorldPack;
import errand.runtime.work.Reply;
import errand.taobao.TaobaoAgent;
import errand.taobao.market.GoodsLine;
import errand.taobao.market.GoodsOffer;
import errand.taobao.market.GoodsOffers;
import errand.taobao.market.GoodsOrder;
import errand.taobao.market.GoodsQuote;
import errand.taobao.market.GoodsSearch;
import errand.taobao.market.OrderGoods;
import errand.testkit.AgentHarness;
import errand.testkit.SettableClock;
import errand.testkit.TestDatabase;
import errand.testkit.TestTerms;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The agent over the sandbox on a database of its own, with what most tests do to it. */
final class Market implements AutoCloseable {

    final HikariDataSource database = TestDatabase.forAgent("taobao");
    final SettableClock clock = SettableClock.onMondayMorning();
    final Sandbox sandbox;
    final AgentHarness harness;

    Market() {
        this(1);
    }

    Market(int size) {
        this.sandbox = new Sandbox(Stockroom.on(database), 42, size, WorldPack.none());
        this.harness = AgentHarness.on(new TaobaoAgent(sandbox.market()), database, clock);
    }

    @Override
    public void close() {
        sandbox.close();
        database.close();
    }

    <T> T done(String capability, Object input, Class<T> output) {
        return AgentHarness.output(harness.call("taobao." + capability, input), output);
    }

    /** In English, by somebody. */
    Reply by(String user, String capability, Object input) {
        return harness.deliver(
                harness.task("taobao." + capability).user(user).lang("en").input(input).build());
    }

    List<GoodsOffer> search(String text, @Nullable Integer most) {
        return done("goods.search", GoodsSearch.about(text, most, null), GoodsOffers.class)
                .offers();
    }

    Quote quote(String sku, int quantity) {
        return done("goods.quote", one(sku, quantity), Quoted.class).quote();
    }

    static GoodsQuote one(String sku, int quantity) {
        return new GoodsQuote(List.of(new GoodsLine(sku, quantity)), null);
    }

    Reply place(Quote quote) {
        return harness.callAgreed("taobao.order.place", new OrderGoods(quote.quoteId()), quote);
    }

    GoodsOrder order(String sku, int quantity) {
        return AgentHarness.output(place(quote(sku, quantity)), GoodsOrder.class);
    }

    /** Some write under a yes to something. */
    Reply agreed(String capability, Object input) {
        Quote quote = quote(search("雨伞", null).getFirst().skuId(), 1);
        return harness.deliver(
                harness.task("taobao." + capability)
                        .input(input)
                        .terms(TestTerms.agreed("p_test", quote))
                        .build());
    }

    StockControl control() {
        return sandbox.control(clock);
    }

    void stock(String sku, int left) {
        control().change(sku, new Change(left, null));
    }

    int count(String sql, Object... params) {
        return JdbcClient.create(database)
                .sql(sql)
                .params(Arrays.asList(params))
                .query(Integer.class)
                .single();
    }
}
