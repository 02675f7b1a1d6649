package errand.taobao.sandbox;

import errand.agent.Agent;
import errand.agent.Quote;
import errand.agent.reservation.Quoted;
import errand.taobao.TaobaoAgent;
import errand.taobao.market.CancelOrder;
import errand.taobao.market.GoodsLine;
import errand.taobao.market.GoodsOffers;
import errand.taobao.market.GoodsOrder;
import errand.taobao.market.GoodsQuote;
import errand.taobao.market.GoodsSearch;
import errand.taobao.market.OrderGoods;
import errand.testkit.AgentContract;
import errand.testkit.AgentHarness;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every agent keeps, kept by taobao. */
class TaobaoAgentIT extends AgentContract {

    private @Nullable Sandbox sandbox;

    @Override
    protected String name() {
        return "taobao";
    }

    @Override
    protected Agent agent(DataSource database, Clock clock) {
        Sandbox world = Sandbox.on(database, 42);
        sandbox = world;
        return new TaobaoAgent(world.market());
    }

    @AfterEach
    void closeSandbox() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @Override
    protected List<Example> writes(AgentHarness harness) {
        Quote quote = quote(harness);
        GoodsOrder order =
                AgentHarness.output(
                        harness.callAgreed(
                                "taobao.goods.order", new OrderGoods(quote.quoteId()), quote),
                        GoodsOrder.class);
        return List.of(
                new Example("taobao.goods.order", new OrderGoods(quote.quoteId()), quote),
                new Example("taobao.goods.cancel", new CancelOrder(order.orderId()), quote));
    }

    @Override
    protected Object world(DataSource database) {
        JdbcClient db = JdbcClient.create(database);
        return List.of(
                db.sql("select * from hold order by hold_id").query().listOfRows(),
                db.sql("select * from booking order by booking_id").query().listOfRows(),
                db.sql("select * from occupancy order by hold_id, item_id").query().listOfRows());
    }

    private static Quote quote(AgentHarness harness) {
        GoodsOffers found =
                AgentHarness.output(
                        harness.call("taobao.goods.search", new GoodsSearch("机械键盘", null, null)),
                        GoodsOffers.class);
        GoodsLine line = new GoodsLine(found.offers().getFirst().skuId(), 2);
        return AgentHarness.output(
                        harness.call("taobao.goods.quote", new GoodsQuote(List.of(line), null)),
                        Quoted.class)
                .quote();
    }
}
