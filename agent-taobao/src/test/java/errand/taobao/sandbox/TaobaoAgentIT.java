package errand.taobao.sandbox;

import errand.agent.Agent;
import errand.agent.Quote;
import errand.agent.reservation.Quoted;
import errand.taobao.TaobaoAgent;
import errand.taobao.market.CancelOrder;
import errand.taobao.market.ClaimCoupon;
import errand.taobao.market.CouponClaimed;
import errand.taobao.market.GoodsLine;
import errand.taobao.market.GoodsOffers;
import errand.taobao.market.GoodsOrder;
import errand.taobao.market.GoodsQuote;
import errand.taobao.market.GoodsSearch;
import errand.taobao.market.OrderGoods;
import errand.taobao.market.ReturnOrder;
import errand.taobao.market.ReturnReason;
import errand.testkit.AgentContract;
import errand.testkit.AgentHarness;
import java.time.Clock;
import java.time.Duration;
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
        Quote old = quote(harness);
        GoodsOrder delivered = order(harness, old);
        clock().forward(Duration.ofDays(8));
        Quote quote = quote(harness);
        GoodsOrder order = order(harness, quote);
        GoodsOrder other = order(harness, quote);
        AgentHarness.output(
                harness.call("taobao.coupons.claim", new ClaimCoupon("CP01")), CouponClaimed.class);
        return List.of(
                new Example("taobao.order.place", new OrderGoods(quote.quoteId()), quote),
                new Example("taobao.goods.order", new OrderGoods(quote.quoteId()), quote),
                new Example("taobao.order.cancel", new CancelOrder(order.orderId()), quote),
                new Example("taobao.goods.cancel", new CancelOrder(other.orderId()), quote),
                new Example(
                        "taobao.order.return",
                        new ReturnOrder(delivered.orderId(), ReturnReason.QUALITY, null),
                        quote),
                new Example("taobao.coupons.claim", new ClaimCoupon("CP02")),
                new Example("taobao.coupons.release", new ClaimCoupon("CP01")));
    }

    private static GoodsOrder order(AgentHarness harness, Quote quote) {
        return AgentHarness.output(
                harness.callAgreed("taobao.order.place", new OrderGoods(quote.quoteId()), quote),
                GoodsOrder.class);
    }

    @Override
    protected Object world(DataSource database) {
        JdbcClient db = JdbcClient.create(database);
        return List.of(
                db.sql("select * from hold order by hold_id").query().listOfRows(),
                db.sql("select * from booking order by booking_id").query().listOfRows(),
                db.sql("select * from occupancy order by hold_id, item_id").query().listOfRows(),
                db.sql("select * from order_return order by return_id").query().listOfRows(),
                db.sql("select * from order_return_line order by return_id").query().listOfRows(),
                db.sql("select * from coupon_claim order by user_id, coupon_id")
                        .query()
                        .listOfRows(),
                db.sql("select * from coupon_given where given > 0 order by coupon_id")
                        .query()
                        .listOfRows());
    }

    private static Quote quote(AgentHarness harness) {
        GoodsOffers found =
                AgentHarness.output(
                        harness.call("taobao.goods.search", GoodsSearch.about("机械键盘", null, null)),
                        GoodsOffers.class);
        GoodsLine line = new GoodsLine(found.offers().getFirst().skuId(), 2);
        return AgentHarness.output(
                        harness.call("taobao.goods.quote", new GoodsQuote(List.of(line), null)),
                        Quoted.class)
                .quote();
    }
}
